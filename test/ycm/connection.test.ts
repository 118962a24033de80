import { describe, expect, it } from 'vitest';
import { checkBaseUrl, connectionKey } from '../../app/ycm';

describe('a base URL typed by a person', () => {
  it.each([
    ['https://ycm.yeastar.com', 'https://ycm.yeastar.com'],
    [' ycm.yeastar.com/ ', 'https://ycm.yeastar.com'],
    ['HTTPS://YCM.Yeastar.com:443/', 'https://ycm.yeastar.com'],
    ['https://host:8443/ycm//', 'https://host:8443/ycm'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('%j is %s', (typed, baseUrl) => {
    expect(checkBaseUrl(typed)).toEqual({ ok: true, baseUrl });
  });

  it.each([
    ['', 'Enter'],
    ['http://ycm.yeastar.com', 'https'],
    ['http://127.0.0.1.evil.example', 'https'],
    ['http://localhost.evil.example', 'https'],
    ['ftp://ycm.yeastar.com', 'https'],
    ['file:///etc/passwd', 'not a web address'],
    ['https://me:secret@ycm.yeastar.com', 'password'],
    ['https://ycm.yeastar.com/?a=b', '?'],
    ['https://ycm.yeastar.com/#x', '#'],
    ['not an address', 'not a web address'],
  ])('%j is refused', (typed, why) => {
    expect(checkBaseUrl(typed)).toEqual({ ok: false, message: expect.stringContaining(why) });
  });
});

describe('one account', () => {
  const production = {
    name: 'a',
    kind: 'production',
    baseUrl: 'https://ycm.yeastar.com',
    clientId: 'id',
  } as const;

  it('is one whatever its connection is named and however its address is written', () => {
    const key = connectionKey(production);
    expect(connectionKey({ ...production, name: 'b' })).toBe(key);
    expect(connectionKey({ ...production, baseUrl: 'https://YCM.yeastar.com:443/' })).toBe(key);
    expect(connectionKey({ ...production, baseUrl: 'https://ycm.yeastar.com./' })).toBe(key);
    expect(connectionKey({ ...production, clientId: ' id ' })).toBe(key);
  });

  it('is another one with another client or host', () => {
    const key = connectionKey(production);
    expect(connectionKey({ ...production, clientId: 'other' })).not.toBe(key);
    expect(connectionKey({ ...production, baseUrl: 'https://ycm2.yeastar.com' })).not.toBe(key);
  });

  it('is the sandbox on whatever port', () => {
    const sandbox = { ...production, kind: 'sandbox' } as const;
    expect(connectionKey({ ...sandbox, baseUrl: 'http://127.0.0.1:1' })).toBe(
      connectionKey({ ...sandbox, baseUrl: 'http://127.0.0.1:2' }),
    );
  });
});
