import { couldBeReached, systemCodeOf, type Reached } from './nothing-sent';
import { retryAfterMs } from './retry-after';

export type HttpRequest = {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
};

/** One request and what came of it. `body` is what arrived, whole or not. */
export type Exchange =
  | { kind: 'answer'; httpStatus: number; retryAfterMs: number | null; body: string }
  | {
      kind: 'none';
      code: 'unreachable' | 'timeout' | 'aborted' | 'no-answer' | 'redirect' | 'unreadable';
      /** It is certain that no byte of the request left. */
      nothingSent: boolean;
      systemCode: string | null;
      httpStatus: number | null;
      body: string;
    };

/** As much of `fetch` as is used here. It must send each request at most once. */
export type Fetch = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<Response>;

export type Transport = {
  fetch: Fetch;
  now: () => number;
  timeoutMs: number;
  userAgent: string;
};

/** An answer of YCM is a few KiB, a page of fifty PBXs some dozens. */
const LARGEST_BODY = 8 * 1024 * 1024;

/**
 * Sends one request and reads the whole answer, within `timeoutMs` for both. Follows no redirect, retries nothing, never throws.
 * The signal stops it at any moment.
 */
export async function exchange(
  request: HttpRequest,
  transport: Transport,
  signal?: AbortSignal,
): Promise<Exchange> {
  if (signal?.aborted) return none('aborted', { nothingSent: true });
  const stop = new AbortController();
  let stoppedBy: 'timeout' | 'aborted' | null = null;
  const stopFor = (why: 'timeout' | 'aborted'): void => {
    stoppedBy ??= why;
    stop.abort();
  };
  const timer = setTimeout(() => stopFor('timeout'), transport.timeoutMs);
  const onAbort = (): void => stopFor('aborted');
  signal?.addEventListener('abort', onAbort, { once: true });
  const received: Received = { httpStatus: null, body: '' };
  try {
    return await sendAndRead(request, transport, stop.signal, received);
  } catch (error) {
    if (stoppedBy) return none(stoppedBy, received);
    // Electron's fetch fails on a redirect it was told not to follow ("Redirect was cancelled").
    if (error instanceof Error && /\bredirect\b/i.test(error.message)) return none('redirect', received);
    const reached: Reached = received.httpStatus === null ? couldBeReached(error) : 'yes';
    return none(reached === 'yes' ? 'no-answer' : 'unreachable', {
      ...received,
      nothingSent: reached === 'never-left',
      systemCode: systemCodeOf(error),
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

type Received = { httpStatus: number | null; body: string };

async function sendAndRead(
  request: HttpRequest,
  { fetch, now, userAgent }: Transport,
  signal: AbortSignal,
  received: Received,
): Promise<Exchange> {
  const response = await fetch(request.url, {
    method: request.method,
    // A connection of its own for each request: one that was kept may be closed by the other side at the moment an order goes
    // out on it, which leaves the order unconfirmed, and makes Chromium send it again unasked.
    headers: {
      Accept: 'application/json',
      Connection: 'close',
      'User-Agent': userAgent,
      ...request.headers,
    },
    redirect: 'manual',
    signal,
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  received.httpStatus = response.status;
  const readWhole = await readBody(response, received);
  // Some fetches hide a redirect they were told not to follow behind status 0.
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return none('redirect', received);
  if (!readWhole) return none('unreadable', received);
  const waiting = retryAfterMs(response.headers.get('retry-after'), now());
  return { kind: 'answer', httpStatus: status, retryAfterMs: waiting, body: received.body };
}

/** Reads into `received` as it comes, so that a torn body is kept as far as it came. False: it is too large to be YCM's. */
async function readBody(response: Response, received: Received): Promise<boolean> {
  if (!response.body) return true;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    received.body += decoder.decode(value, { stream: true });
    if (bytes > LARGEST_BODY) {
      // Whether the rest can be cancelled makes no difference any more.
      await reader.cancel().catch(() => undefined);
      return false;
    }
  }
  received.body += decoder.decode();
  return true;
}

function none(
  code: Extract<Exchange, { kind: 'none' }>['code'],
  facts: Partial<Received> & { nothingSent?: boolean; systemCode?: string | null },
): Exchange {
  return {
    kind: 'none',
    code,
    nothingSent: facts.nothingSent ?? false,
    systemCode: facts.systemCode ?? null,
    httpStatus: facts.httpStatus || null,
    body: facts.body ?? '',
  };
}
