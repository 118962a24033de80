import { net, type ClientRequest, type Session } from 'electron';
import type { HttpAsk, HttpTold } from './engine-messages';
import { chromiumErrorIn } from './network-errors';
import type { RequestSessions } from './request-sessions';

/**
 * Sends one request with the system's proxy and certificates, follows no redirect, and tells each part of the answer; the
 * last one told is `end` or `failed`. The function it yields stops it, after which nothing more is told.
 */
export function sendRequest(
  ask: HttpAsk,
  sessions: RequestSessions,
  tell: (told: HttpTold) => void,
): () => void {
  let request: ClientRequest | null = null;
  let taken: Session | null = null;
  let over = false;
  const finish = (told: HttpTold): void => {
    if (over) return;
    over = true;
    if (taken) sessions.giveBack(taken);
    tell(told);
  };
  const fail = (error: unknown): void =>
    finish({ part: 'failed', error: chromiumErrorIn(error instanceof Error ? error.message : '') });

  const begin = async (): Promise<void> => {
    const own = await sessions.take();
    if (over) return sessions.giveBack(own);
    taken = own;
    request = net.request({ method: ask.method, url: ask.url, session: own, redirect: 'manual' });
    for (const [name, value] of ask.headers) request.setHeader(name, value);
    request.on('error', fail);
    request.on('redirect', (status, _method, _url, headers) => {
      if (over) return;
      tell({ part: 'head', status, headers: listed(headers) });
      finish({ part: 'end' });
    });
    request.on('response', (response) => {
      if (over) return;
      tell({ part: 'head', status: response.statusCode, headers: listed(response.headers) });
      response.on('data', (bytes) => {
        if (!over) tell({ part: 'body', bytes: new Uint8Array(bytes) });
      });
      response.on('end', () => finish({ part: 'end' }));
      response.on('error', fail);
    });
    if (ask.body !== null) request.write(ask.body);
    request.end();
  };
  begin().catch(fail);
  return () => {
    if (over) return;
    over = true;
    request?.abort();
    if (taken) sessions.giveBack(taken);
  };
}

/** Chromium has taken the compression off already, so what says otherwise must go. */
const NOT_TRUE_ANY_MORE = new Set(['content-encoding', 'content-length', 'transfer-encoding']);

function listed(headers: Record<string, string | string[]>): [string, string][] {
  return Object.entries(headers)
    .filter(([name]) => !NOT_TRUE_ANY_MORE.has(name.toLowerCase()))
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
}
