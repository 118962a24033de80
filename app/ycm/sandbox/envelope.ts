import { randomUUID } from 'node:crypto';
import { classOfCode, nameOfCode } from '../ycm-codes';

/** An HTTP answer about to be written. */
export type HttpAnswer = { status: number; headers: Record<string, string>; body: string };

/** YCM says no, with one of its codes; `detail` says what about. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: number,
    readonly detail = '',
    /** Header Retry-After, in seconds. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(`${code} ${detail}`);
  }
}

export const INVALID_PARAMETER = 1000004;
export const DATA_NOT_FOUND = 1000005;

/** Which HTTP status YCM's errors have is not documented: these are the usual ones, or 200 for each. */
const STATUS: Record<number, number> = {
  1000002: 401,
  1000033: 401,
  1000011: 401,
  1000035: 401,
  1000036: 401,
  1000042: 403,
  1000043: 403,
  1000005: 404,
  1000007: 409,
  1000040: 429,
};

/** `time` is in seconds, as all of YCM's times. */
export function success(data: unknown, now: number): HttpAnswer {
  return json(200, { data, ...envelope('Success', now) });
}

/** The error names are those of the older YMP API; which ones YCM uses is not documented. */
export function failure(
  { code, detail, retryAfterSeconds }: Refusal,
  now: number,
  errorsInOk: boolean,
): HttpAnswer {
  const name = nameOfCode(String(code)) ?? `ERROR_${code}`;
  const errmsg = detail === '' ? name : `${name}: ${detail}`;
  const status = STATUS[code] ?? (classOfCode(String(code)) === 'server' ? 500 : 400);
  const answer = json(errorsInOk ? 200 : status, {
    errno: String(code),
    errmsg,
    ...envelope('Failed', now),
  });
  if (retryAfterSeconds !== null) answer.headers['Retry-After'] = String(retryAfterSeconds);
  return answer;
}

export const json = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: { 'Content-Type': 'application/json;charset=UTF-8' },
  body: JSON.stringify(body),
});

const envelope = (status: string, now: number): { requestId: string; status: string; time: number } => ({
  requestId: randomUUID(),
  status,
  time: Math.floor(now / 1000),
});
