import { parseKeepingBigIds } from './big-ids';
import { codeOfName, looksLikeCode } from './ycm-codes';

/** A body of YCM, as far as it can be read. */
export type YcmBody = {
  status: 'Success' | 'Failed' | null;
  /** YCM's error code; null: none, or a zero, which older APIs send for "no error". */
  code: string | null;
  message: string | null;
  requestId: string | null;
  data: unknown;
  /** Everything, for the answers that have no envelope. */
  all: Record<string, unknown>;
};

// Which names YCM uses is not documented; these are the ones its older and sister APIs use.
const CODE_NAMES = ['errno', 'errcode', 'errorCode', 'code', 'error_code'];
const MESSAGE_NAMES = ['errmsg', 'errorMsg', 'errorMessage', 'message', 'msg', 'error_description'];

/** Reads a body; null when it is no JSON object, so not YCM's. */
export function readYcmBody(text: string): YcmBody | null {
  const all = jsonObject(text);
  if (!all) return null;
  const nested = isObject(all.error) ? all.error : {};
  const message = firstText(all, MESSAGE_NAMES) ?? firstText(nested, MESSAGE_NAMES);
  const code = firstCode(all) ?? firstCode(nested) ?? (message === null ? null : codeOfName(message));
  return {
    // The guide writes `status`, and once `Status`.
    status: statusOf(all.status) ?? statusOf(all.Status),
    code,
    message,
    requestId: textOf(all.requestId),
    data: all.data,
    all,
  };
}

/** Whether YCM itself says no here, and why: only a code that is one of YCM's does, not a gateway's `code: 404`. */
export function isReadableError(body: YcmBody): body is YcmBody & { code: string } {
  return body.status !== 'Success' && body.code !== null && looksLikeCode(body.code);
}

function statusOf(value: unknown): YcmBody['status'] {
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  return word === 'success' ? 'Success' : word === 'failed' ? 'Failed' : null;
}

function firstCode(from: Record<string, unknown>): string | null {
  for (const name of CODE_NAMES) {
    const text = textOf(from[name]);
    if (text !== null && !/^0*$/.test(text)) return codeOfName(text) ?? text;
  }
  return null;
}

function firstText(from: Record<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textOf(from[name]);
    if (text !== null) return text;
  }
  return null;
}

/** A message is shown and kept, so it is one line and not endless. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return text === '' ? null : text.slice(0, 500);
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value = parseKeepingBigIds(text.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
