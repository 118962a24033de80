import type { HttpAsk, HttpTold } from './engine-messages';
import { fetchErrorOf } from './network-errors';

/** Sends one request through the shell; `tell` is called with each part of the answer. Yields what stops it. */
export type SendThroughShell = (ask: HttpAsk, tell: (told: HttpTold) => void) => () => void;

/**
 * A `fetch` for the engine whose requests leave from the shell, where the system's proxy and certificates apply. This
 * machine itself is asked directly. Knows what the YCM client uses: GET and POST with a text body, no redirects followed.
 */
export function channelFetch(
  send: SendThroughShell,
  direct: typeof globalThis.fetch,
): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (isThisMachine(url.hostname)) return direct(input, init);
    return sendThrough(send, url, init ?? {});
  };
}

const isThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);

/** The same for any address. */
export function sendThrough(send: SendThroughShell, url: URL, init: RequestInit): Promise<Response> {
  const ask = askOf(url, init);
  const signal = init.signal ?? null;
  if (signal?.aborted) return Promise.reject(abortOf(signal));
  return new Promise((resolve, reject) => {
    let body: ReadableStreamDefaultController<Uint8Array> | null = null;
    let over = false;
    const end = (finish: () => void): void => {
      if (over) return;
      over = true;
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    const fail = (error: unknown): void => end(() => (body ? body.error(error) : reject(error)));
    const stop = send(ask, (told) => {
      if (over) return;
      if (told.part === 'head') {
        const stream = new ReadableStream<Uint8Array>({
          start: (controller) => void (body = controller),
          cancel: () => end(stop),
        });
        resolve(responseOf(told, stream));
      } else if (told.part === 'body') body?.enqueue(told.bytes);
      else if (told.part === 'end') end(() => body?.close());
      else fail(fetchErrorOf(told.error));
    });
    const onAbort = (): void => {
      stop();
      fail(abortOf(signal));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function askOf(url: URL, init: RequestInit): HttpAsk {
  const method = init.method ?? 'GET';
  if (method !== 'GET' && method !== 'POST') throw new TypeError(`${method} is not sent by this app`);
  const body = init.body ?? null;
  if (body !== null && typeof body !== 'string') throw new TypeError('only text is sent by this app');
  return { method, url: url.href, headers: [...new Headers(init.headers)], body };
}

/** Statuses whose answers have no body, which `Response` insists on. */
const BODILESS = new Set([204, 205, 304]);

function responseOf(
  { status, headers }: Extract<HttpTold, { part: 'head' }>,
  stream: ReadableStream<Uint8Array>,
): Response {
  return new Response(BODILESS.has(status) ? null : stream, { status, headers });
}

const abortOf = (signal: AbortSignal | null): unknown =>
  signal?.reason ?? new DOMException('The request was stopped.', 'AbortError');
