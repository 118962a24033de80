import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { couldBeReached, systemCodeOf } from '../../app/ycm/nothing-sent';

/** As Node's fetch throws it. */
const fetchFailed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause });
const system = (code: string, syscall?: string): Error => Object.assign(new Error(code), { code, syscall });

describe('what an error proves', () => {
  it('of a port where nothing listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const error: unknown = await fetch(`http://127.0.0.1:${port}`).catch((thrown: unknown) => thrown);
    expect(couldBeReached(error)).toBe('never-left');
    expect(systemCodeOf(error)).toBe('ECONNREFUSED');
  });

  it.each([
    ['a refused connection', fetchFailed(system('ECONNREFUSED', 'connect'))],
    ['an unknown name', fetchFailed(system('ENOTFOUND', 'getaddrinfo'))],
    ['a resolver that does not answer', fetchFailed(system('EAI_AGAIN', 'getaddrinfo'))],
    ['a connection that never came up', fetchFailed(system('ETIMEDOUT', 'connect'))],
    ['undici’s own patience', fetchFailed(system('UND_ERR_CONNECT_TIMEOUT'))],
    ['a self-signed certificate', fetchFailed(system('DEPTH_ZERO_SELF_SIGNED_CERT'))],
    ['a certificate for another host', fetchFailed(system('ERR_TLS_CERT_ALTNAME_INVALID'))],
    [
      'every address of a host refusing',
      fetchFailed(
        Object.assign(
          new AggregateError([system('ECONNREFUSED', 'connect'), system('ENETUNREACH', 'connect')]),
          {
            code: 'ECONNREFUSED',
          },
        ),
      ),
    ],
  ])('nothing left: %s', (_what, error) => {
    expect(couldBeReached(error)).toBe('never-left');
  });

  it.each([
    ['a reset connection', fetchFailed(system('ECONNRESET', 'read'))],
    ['a reset while connecting', fetchFailed(system('ECONNRESET', 'connect'))],
    ['a broken pipe', fetchFailed(system('EPIPE', 'write'))],
    ['a connection in use that timed out', fetchFailed(system('ETIMEDOUT', 'read'))],
    ['a network lost on the way', fetchFailed(system('ENETUNREACH', 'write'))],
    ['a closed connection', fetchFailed(system('UND_ERR_SOCKET'))],
    ['no headers in time', fetchFailed(system('UND_ERR_HEADERS_TIMEOUT'))],
    ['a fault in TLS, at whatever moment', fetchFailed(system('ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC'))],
    ['EPROTO', fetchFailed(system('EPROTO', 'write'))],
    ['no code', fetchFailed(new Error('other side closed'))],
    ['no cause', new TypeError('fetch failed')],
    ['no error', 'ECONNREFUSED'],
    [
      'one of several addresses getting through',
      fetchFailed(new AggregateError([system('ECONNREFUSED', 'connect'), system('ECONNRESET', 'read')])),
    ],
    ['one of several without a code', fetchFailed(new AggregateError([system('ENOTFOUND'), new Error('?')]))],
  ])('nothing is certain: %s', (_what, error) => {
    expect(couldBeReached(error)).toBe('yes');
  });

  it.each(['ERR_CONNECTION_REFUSED', 'ERR_INTERNET_DISCONNECTED', 'ERR_CERT_AUTHORITY_INVALID'])(
    'Chromium’s %s says that YCM can’t be reached now, not that it never was',
    (code) => {
      const error = new Error(`net::${code}`);
      expect(couldBeReached(error)).toBe('no');
      expect(systemCodeOf(error)).toBe(code);
    },
  );

  it('Chromium’s reset connection is like any other', () => {
    expect(couldBeReached(new Error('net::ERR_CONNECTION_RESET'))).toBe('yes');
  });
});
