import { orderRequest, type OrderRequest } from '../orders';
import { INVALID_ORDER, type CreateAnswer, type CreateOutcome } from './answers';
import { classCreate, type CreateVerdict } from './class-create';
import { exchange, type Exchange } from './http-exchange';
import { keptPart } from './redact';
import type { Session } from './session';
import { STOPPED_BEFORE, Stopped, unlessStopped } from './stopped';
import { readYcmBody } from './ycm-body';
import { YcmError, wordsFor } from './ycm-error';

const PATH = '/dm/open_api/v1/cloud_pbx/instances';

/**
 * Sends one order, once; a second time only after YCM refused the token, which it checks before it does anything.
 * Never throws. YCM API, Create a Cloud PBX.
 */
export async function createCloudPbx(
  session: Session,
  order: OrderRequest,
  signal?: AbortSignal,
): Promise<CreateAnswer> {
  const checked = orderRequest.safeParse(order);
  if (!checked.success) {
    const message = checked.error.issues
      .map((issue) => `${issue.path.join('.') || 'order'}: ${issue.message}`)
      .join('; ');
    return answer(session, { outcome: 'rejected', code: INVALID_ORDER, message, alreadyExists: false }, null);
  }
  const body = JSON.stringify(checked.data);
  let token: string;
  try {
    token = await unlessStopped(session.token.get(), signal);
  } catch (error) {
    return answer(session, withoutToken(error), null);
  }
  const first = await send(session, token, body, signal);
  if (first.verdict.outcome !== 'token-refused') return answer(session, first.verdict, first.sent);
  try {
    token = await unlessStopped(session.token.insteadOf(token), signal);
  } catch (error) {
    return answer(session, withoutToken(error), first.sent);
  }
  const second = await send(session, token, body, signal);
  if (second.verdict.outcome !== 'token-refused') return answer(session, second.verdict, second.sent);
  const { host } = session;
  const message = wordsFor('token', {
    host,
    ...(second.verdict.code === null ? {} : { ycmCode: second.verdict.code }),
  });
  return answer(session, { outcome: 'not-sent', reason: 'token', retryAfterMs: null, message }, second.sent);
}

async function send(
  session: Session,
  token: string,
  body: string,
  signal: AbortSignal | undefined,
): Promise<{ verdict: CreateVerdict; sent: Exchange }> {
  const sent = await exchange(
    {
      method: 'POST',
      url: session.baseUrl + PATH,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body,
    },
    session.transport,
    signal,
  );
  return { verdict: classCreate(sent, session.host), sent };
}

/** There is no token, so nothing was sent that could create anything. */
function withoutToken(error: unknown): CreateOutcome {
  if (error instanceof Stopped) {
    return { outcome: 'not-sent', reason: 'unreachable', retryAfterMs: null, message: STOPPED_BEFORE };
  }
  if (!(error instanceof YcmError)) {
    const message = 'The order was not sent: getting an access token failed.';
    return { outcome: 'not-sent', reason: 'token', retryAfterMs: null, message };
  }
  const { code, facts } = error;
  const message = wordsFor(code, facts);
  if (code === 'credentials' || code === 'denied') {
    return { outcome: 'denied', code: facts.ycmCode ?? code, message };
  }
  const reason = code === 'rate-limit' ? code : REACHING.has(code) ? 'unreachable' : 'token';
  return { outcome: 'not-sent', reason, retryAfterMs: facts.retryAfterMs ?? null, message };
}

const REACHING: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'no-answer', 'aborted']);

function answer(session: Session, outcome: CreateOutcome, sent: Exchange | null): CreateAnswer {
  const raw = sent ? session.redact(sent.body) : '';
  const requestId = sent ? (readYcmBody(sent.body)?.requestId ?? null) : null;
  return {
    ...redacted(outcome, session),
    requestId: requestId === null ? null : session.redact(requestId),
    httpStatus: sent?.httpStatus ?? null,
    raw: keptPart(raw),
    at: session.transport.now(),
  };
}

function redacted(outcome: CreateOutcome, { redact }: Session): CreateOutcome {
  if (outcome.outcome === 'created') return outcome;
  const message = redact(outcome.message);
  return 'code' in outcome ? { ...outcome, code: redact(outcome.code), message } : { ...outcome, message };
}
