import type { Exchange } from './http-exchange';
import type { Redact } from './redact';
import { BAD_CREDENTIALS, classOfCode, nameOfCode } from './ycm-codes';
import { isReadableError, readYcmBody, type YcmBody } from './ycm-body';
import { YcmError, type YcmErrorCode, type YcmErrorFacts } from './ycm-error';

/** The body of an answer that says Success. Throws the YcmError that the exchange is instead. */
export function successBody(exchange: Exchange, host: string, redact: Redact): YcmBody {
  const body = exchange.kind === 'answer' ? readYcmBody(exchange.body) : null;
  const error = failureOf(exchange, body, host, redact);
  if (error) throw error;
  if (!body || body.status !== 'Success')
    throw new YcmError('unreadable', factsOf(exchange, body, host, redact));
  return body;
}

/** What an exchange failed with; null when nothing in it says so. */
export function failureOf(
  exchange: Exchange,
  body: YcmBody | null,
  host: string,
  redact: Redact,
): YcmError | null {
  const facts = factsOf(exchange, body, host, redact);
  if (exchange.kind === 'none') return new YcmError(exchange.code, facts);
  const code = failureCode(exchange.httpStatus, body);
  return code === null ? null : new YcmError(code, facts);
}

function failureCode(httpStatus: number, body: YcmBody | null): YcmErrorCode | null {
  // A server that says it is broken is not believed about anything else.
  if (httpStatus >= 500) return 'server';
  if (body && isReadableError(body)) {
    if (BAD_CREDENTIALS.has(body.code)) return 'credentials';
    const means = classOfCode(body.code);
    return means === 'rejected' ? 'refused' : means;
  }
  if (httpStatus === 401) return 'token';
  if (httpStatus === 429) return 'rate-limit';
  if (body?.status === 'Failed') return 'refused';
  if (httpStatus >= 300 || httpStatus < 200) return 'unreadable';
  return null;
}

function factsOf(exchange: Exchange, body: YcmBody | null, host: string, redact: Redact): YcmErrorFacts {
  const facts: YcmErrorFacts = { host };
  if (exchange.httpStatus !== null) facts.httpStatus = exchange.httpStatus;
  if (exchange.kind === 'none') {
    if (exchange.systemCode !== null) facts.systemCode = exchange.systemCode;
    return facts;
  }
  if (exchange.retryAfterMs !== null) facts.retryAfterMs = exchange.retryAfterMs;
  if (!body) return facts;
  const message = body.message ?? (body.code === null ? null : nameOfCode(body.code));
  if (body.code !== null) facts.ycmCode = redact(body.code);
  if (message !== null) facts.ycmMessage = redact(message);
  if (body.requestId !== null) facts.requestId = redact(body.requestId);
  return facts;
}
