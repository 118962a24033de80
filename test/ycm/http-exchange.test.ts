import { expect, it } from 'vitest';
import { exchange, type Transport } from '../../app/ycm/http-exchange';

const REQUEST = { method: 'POST', url: 'http://127.0.0.1:9/', headers: {}, body: '{}' } as const;
const transport = (fetch: typeof globalThis.fetch): Transport => ({
  fetch,
  now: () => 0,
  timeoutMs: 20_000,
  userAgent: 'test',
});

it('nothing proves that nothing was sent once an answer has begun', async () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"sta'));
      controller.error(refused);
    },
  });
  const breaking = transport(() => Promise.resolve(new Response(body)));
  expect(await exchange(REQUEST, breaking)).toMatchObject({
    code: 'no-answer',
    nothingSent: false,
    httpStatus: 200,
  });
  const refusing = transport(() => Promise.reject(refused));
  expect(await exchange(REQUEST, refusing)).toMatchObject({ code: 'unreachable', nothingSent: true });
});

it('a request that is stopped beforehand is not sent', async () => {
  let sent = 0;
  const counting = transport(() => {
    sent++;
    return Promise.resolve(new Response('{}'));
  });
  expect(await exchange(REQUEST, counting, AbortSignal.abort())).toMatchObject({
    code: 'aborted',
    nothingSent: true,
  });
  expect(sent).toBe(0);
});

it.each([
  [
    'a redirect that fetch hides',
    () => Promise.resolve(Object.defineProperty(new Response(''), 'type', { value: 'opaqueredirect' })),
  ],
  ['a redirect at which Electron’s fetch fails', () => Promise.reject(new Error('Redirect was cancelled'))],
])('%s is one, and proves nothing', async (_what, fetch) => {
  expect(await exchange(REQUEST, transport(fetch))).toMatchObject({ code: 'redirect', nothingSent: false });
});

it('letters are whole though the network cuts them', async () => {
  const bytes = new TextEncoder().encode('{"name":"厦门"}');
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const slow = transport(() => Promise.resolve(new Response(body)));
  expect(await exchange(REQUEST, slow)).toMatchObject({ kind: 'answer', body: '{"name":"厦门"}' });
});
