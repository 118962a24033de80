import type { Lookup } from './answers';
import { exchange, type Exchange } from './http-exchange';
import { failureOf, successBody } from './read-answer';
import type { Session } from './session';
import { readYcmBody, type YcmBody } from './ycm-body';
import { YcmError, ycmErrorMessage } from './ycm-error';

/** Asking changes nothing, so what may pass is asked again: after these waits (ms) at least. */
const WAITS = [200, 1000];
/** Longer than this (ms) nobody waits for a question; it is reported instead. */
const LONGEST_WAIT = 30_000;
const MAY_PASS: ReadonlySet<string> = new Set([
  'unreachable',
  'timeout',
  'no-answer',
  'server',
  'rate-limit',
]);

/**
 * GETs a path of YCM's API and yields the body of its Success. Renews a refused token once, and asks again a few times when
 * the reason may pass. Throws YcmError.
 */
export async function ask(
  session: Session,
  path: string,
  query: Record<string, string> = {},
): Promise<YcmBody> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await askOnce(session, path, query);
    } catch (error) {
      const wait = WAITS[attempt];
      if (!(error instanceof YcmError) || !MAY_PASS.has(error.code) || wait === undefined) throw error;
      const asked = error.facts.retryAfterMs ?? 0;
      if (asked > LONGEST_WAIT) throw error;
      await session.sleep(Math.max(wait, asked));
    }
  }
}

async function askOnce(session: Session, path: string, query: Record<string, string>): Promise<YcmBody> {
  const { host, redact } = session;
  const token = await session.token.get();
  let answered = await get(session, path, query, token);
  if (tokenWasRefused(answered, session)) {
    answered = await get(session, path, query, await session.token.insteadOf(token));
  }
  return successBody(answered, host, redact);
}

function get(
  { baseUrl, transport }: Session,
  path: string,
  query: Record<string, string>,
  token: string,
): Promise<Exchange> {
  const search = new URLSearchParams(query).toString();
  const url = `${baseUrl}${path}${search === '' ? '' : `?${search}`}`;
  return exchange({ method: 'GET', url, headers: { Authorization: `Bearer ${token}` } }, transport);
}

function tokenWasRefused(answered: Exchange, { host, redact }: Session): boolean {
  if (answered.kind === 'none') return false;
  return failureOf(answered, readYcmBody(answered.body), host, redact)?.code === 'token';
}

/** The outcome of a question that failed; an error that is none of YCM's is a fault of ours and goes on. */
export function failedLookup(error: unknown): Lookup<never> {
  if (!(error instanceof YcmError)) throw error;
  return { outcome: 'failed', reason: error.code, message: ycmErrorMessage(error) };
}
