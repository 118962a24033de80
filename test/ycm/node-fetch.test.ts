import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { exchange, type Exchange } from '../../app/ycm/http-exchange';
import { nodeFetch } from '../../app/ycm/node-fetch';

afterEach(() => {
  vi.useRealTimers();
});

/** A server that does to each connection what it is told, and counts them. */
async function server(onRequest: string | ((socket: Socket) => void), onConnection = () => {}) {
  const met = { connections: 0, requests: 0, received: '', port: 0 };
  const listening = createServer((socket) => {
    met.connections++;
    onConnection();
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      met.received += bytes.toString();
      if (!bytes.includes('\r\n\r\n')) return;
      met.requests++;
      if (typeof onRequest === 'string') socket.end(onRequest);
      else onRequest(socket);
    });
  });
  onTestFinished(() => void listening.close());
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  met.port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return met;
}

function send(port: number, scheme = 'http'): Promise<Exchange> {
  const request = {
    method: 'POST',
    url: `${scheme}://127.0.0.1:${port}/x`,
    headers: {},
    body: '{"a":"厦门"}',
  } as const;
  return exchange(request, { fetch: nodeFetch, now: () => 0, timeoutMs: 20_000, userAgent: 'test' });
}

const answer = (status: number, headers: string, body: string): string =>
  `HTTP/1.1 ${status} Whatever\r\n${headers}\r\n\r\n${body}`;

describe('a request of the command', () => {
  it('has a connection of its own, also where the server would keep one, and is sent once', async () => {
    const met = await server((socket) => socket.write(answer(200, 'Content-Length: 2', '{}')));
    for (const _ of [1, 2, 3]) {
      expect(await send(met.port)).toEqual({
        kind: 'answer',
        httpStatus: 200,
        retryAfterMs: null,
        body: '{}',
      });
    }
    expect(met).toMatchObject({ connections: 3, requests: 3 });
  });

  it('says how long it is, and that its answer may not be compressed', async () => {
    const met = await server(answer(200, 'Content-Length: 2', '{}'));
    await send(met.port);
    expect(met.received).toMatch(/^POST \/x HTTP\/1\.1\r\n/);
    expect(met.received).toMatch(/\r\nContent-Length: 14\r\n/i);
    expect(met.received).toMatch(/\r\nAccept-Encoding: identity\r\n/i);
    expect(met.received).toMatch(/\r\n\r\n\{"a":"厦门"\}$/);
  });

  it('that gets no connection within ten seconds never left', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    // It listens, but never speaks TLS.
    const met = await server(
      () => undefined,
      () => vi.advanceTimersByTime(10_000),
    );
    expect(await send(met.port, 'https')).toMatchObject({
      kind: 'none',
      code: 'unreachable',
      nothingSent: true,
      systemCode: 'ETIMEDOUT',
    });
  });

  it('that was connected waits for its answer longer than that', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const met = await server((socket) => {
      vi.advanceTimersByTime(15_000);
      socket.end(answer(200, 'Content-Length: 2', '{}'));
    });
    expect(await send(met.port)).toMatchObject({ kind: 'answer', body: '{}' });
  });

  it.each([
    ['nothing', ''],
    ['what is no HTTP', 'SSH-2.0-OpenSSH_9\r\n'],
    ['half a head', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['a status there is not', answer(999, 'Content-Length: 0', '')],
    ['another protocol', answer(101, 'Upgrade: websocket\r\nConnection: Upgrade', '')],
    ['less than it announces', answer(200, 'Content-Length: 20', '{}')],
    ['half a chunk', answer(200, 'Transfer-Encoding: chunked', '5\r\n{}')],
    ['broken chunks', answer(200, 'Transfer-Encoding: chunked', '2\r\n{}\r\nzz\r\n')],
  ])('proves nothing when the answer is %s', async (_what, bytes) => {
    const met = await server(bytes);
    expect(await send(met.port)).toMatchObject({ kind: 'none', code: 'no-answer', nothingSent: false });
    expect(met.requests).toBe(1);
  });

  it('understands an answer without a body, and one whose end is that of the connection', async () => {
    const empty = await server(answer(204, 'Connection: close', ''));
    expect(await send(empty.port)).toMatchObject({ kind: 'answer', httpStatus: 204, body: '' });
    const endless = await server(answer(400, 'Retry-After: 7', '{"name":"厦门"}'));
    expect(await send(endless.port)).toMatchObject({
      httpStatus: 400,
      retryAfterMs: 7000,
      body: '{"name":"厦门"}',
    });
  });

  it('reads no more of an answer that never ends than any of YCM’s could be', async () => {
    const met = await server((socket) => {
      socket.write(answer(200, 'Connection: close', ''));
      const more = (): void => {
        while (!socket.destroyed && socket.write(Buffer.alloc(1 << 20, 'x')));
      };
      socket.on('drain', more);
      more();
    });
    expect(await send(met.port)).toMatchObject({ kind: 'none', code: 'unreadable', httpStatus: 200 });
  });
});
