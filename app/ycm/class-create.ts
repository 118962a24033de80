import type { CreateOutcome, UnconfirmedReason } from './answers';
import { idText } from './cloud-pbx';
import type { Exchange } from './http-exchange';
import { STOPPED_BEFORE } from './stopped';
import { DATA_ALREADY_EXISTS, classOfCode, looksLikeCode, nameOfCode } from './ycm-codes';
import { isObject, isReadableError, readYcmBody, type YcmBody } from './ycm-body';
import { wordsFor, type YcmErrorCode, type YcmErrorFacts } from './ycm-error';

/** An outcome, or `token-refused`: nothing was done, and with a new token the order may be sent again. */
export type CreateVerdict = CreateOutcome | { outcome: 'token-refused'; code: string | null };

/**
 * What a create's exchange proves. Only these prove that nothing was created: an error of YCM itself in an answer that is no
 * 5xx, HTTP 401 and 429, and a request of which no byte left. Everything else is `unconfirmed`: a 5xx whatever it says, and
 * also a 3xx or 4xx page that is not YCM's (403, 404, 407 …), because a proxy may withhold the answer of a request it let
 * through, and asking YCM for the URL costs less than a second PBX.
 */
export function classCreate(exchange: Exchange, host: string): CreateVerdict {
  if (exchange.kind === 'none') return classNoAnswer(exchange, host);
  const { httpStatus, retryAfterMs } = exchange;
  const body = readYcmBody(exchange.body);
  const facts: YcmErrorFacts = { host, httpStatus };
  if (httpStatus >= 500) {
    return unconfirmed('server-error', 'server', body ? { ...facts, ...said(body) } : facts);
  }
  if (body && hasPbx(body)) return classWithPbx(body, httpStatus, facts);
  if (body && isReadableError(body)) return classError(body, retryAfterMs, { ...facts, ...said(body) });
  if (body?.status !== 'Success') {
    if (httpStatus === 401) return { outcome: 'token-refused', code: null };
    if (httpStatus === 429) return rateLimited(retryAfterMs, facts);
  }
  if (!body) return unconfirmed('unreadable', 'unreadable', facts);
  // YCM says that it failed, but not why: it may be a reason that leaves it open, such as SERVER_ERROR.
  if (body.status === 'Failed') return unconfirmed('server-error', 'server', { ...facts, ...said(body) });
  if (body.status === 'Success' && httpStatus < 300) {
    return {
      outcome: 'unconfirmed',
      reason: 'no-id',
      message: `${host} says that it created the PBX, but gives no cloudPbxId.`,
    };
  }
  return unconfirmed('unreadable', 'unreadable', facts);
}

/** An id is believed only from an answer that says Success and nothing else; any other one is looked up before it is adopted. */
function classWithPbx(body: YcmBody, httpStatus: number, facts: YcmErrorFacts): CreateVerdict {
  const contradicted = body.code !== null && looksLikeCode(body.code);
  const id = idText.safeParse(isObject(body.data) ? body.data.cloudPbxId : undefined);
  if (id.success && body.status === 'Success' && httpStatus < 300 && !contradicted) {
    return { outcome: 'created', cloudPbxId: id.data };
  }
  if (id.success) return unconfirmed('unreadable', 'unreadable', facts);
  return {
    outcome: 'unconfirmed',
    reason: 'no-id',
    message: `${facts.host} answered with a cloudPbxId that is none.`,
  };
}

function classError(
  body: YcmBody & { code: string },
  retryAfterMs: number | null,
  facts: YcmErrorFacts,
): CreateVerdict {
  const { code } = body;
  const message = body.message ?? nameOfCode(code) ?? `YCM error ${code}`;
  switch (classOfCode(code)) {
    case 'token':
      return { outcome: 'token-refused', code };
    case 'denied':
      return { outcome: 'denied', code, message };
    case 'rate-limit':
      return rateLimited(retryAfterMs, facts);
    case 'server':
      return unconfirmed('server-error', 'server', facts);
    case 'rejected':
      return { outcome: 'rejected', code, message, alreadyExists: code === DATA_ALREADY_EXISTS };
  }
}

function classNoAnswer(exchange: Extract<Exchange, { kind: 'none' }>, host: string): CreateOutcome {
  const { code, nothingSent, systemCode, httpStatus } = exchange;
  const facts: YcmErrorFacts = {
    host,
    ...(systemCode === null ? {} : { systemCode }),
    ...(httpStatus === null ? {} : { httpStatus }),
  };
  if (nothingSent) {
    return {
      outcome: 'not-sent',
      reason: 'unreachable',
      retryAfterMs: null,
      message: code === 'aborted' ? STOPPED_BEFORE : wordsFor(code, facts),
    };
  }
  return unconfirmed(code === 'unreachable' ? 'no-answer' : code, code, facts);
}

function rateLimited(retryAfterMs: number | null, facts: YcmErrorFacts): CreateOutcome {
  const message = wordsFor('rate-limit', { ...facts, ...(retryAfterMs === null ? {} : { retryAfterMs }) });
  return { outcome: 'not-sent', reason: 'rate-limit', retryAfterMs, message };
}

const unconfirmed = (reason: UnconfirmedReason, code: YcmErrorCode, facts: YcmErrorFacts): CreateOutcome => ({
  outcome: 'unconfirmed',
  reason,
  message: wordsFor(code, facts),
});

const hasPbx = ({ data }: YcmBody): boolean =>
  isObject(data) && data.cloudPbxId !== undefined && data.cloudPbxId !== null;

const said = ({ code, message }: YcmBody): Pick<YcmErrorFacts, 'ycmCode' | 'ycmMessage'> => ({
  ...(code === null ? {} : { ycmCode: code }),
  ...(message === null ? {} : { ycmMessage: message }),
});
