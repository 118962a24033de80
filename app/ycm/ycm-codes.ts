/**
 * What a YCM error code says about the request it answers. `token`, `denied`, `rate-limit` and `rejected` mean that nothing was
 * done; `server` means that nobody knows. Source: YCM API, error codes.
 */
export type CodeClass = 'token' | 'denied' | 'rate-limit' | 'rejected' | 'server';

const KNOWN: Record<string, readonly [name: string | null, means: CodeClass]> = {
  1000001: ['SERVER_ERROR', 'server'],
  1000012: ['DATABASE_ERROR', 'server'],
  // The two lock errors, whose names are not known.
  1000030: [null, 'server'],
  1000031: [null, 'server'],
  1000002: ['AUTHENTICATION_FAILED', 'denied'],
  1000033: ['INVALID_CLIENT', 'denied'],
  1000042: ['ACCESS_DENIED', 'denied'],
  1000043: ['PERMISSION_DENIED', 'denied'],
  1000004: ['INVALID_PARAMETER', 'rejected'],
  1000005: ['DATA_NOT_FOUND', 'rejected'],
  1000007: ['DATA_ALREADY_EXISTS', 'rejected'],
  1000035: ['TOKEN_EXPIRED', 'token'],
  1000036: ['INVALID_TOKEN', 'token'],
  1000011: ['SESSION_EXPIRED', 'token'],
  1000040: ['RATE_LIMIT_EXCEEDED', 'rate-limit'],
};

export const DATA_NOT_FOUND = '1000005';
export const DATA_ALREADY_EXISTS = '1000007';
/** The codes that say "this client, this secret": nothing but a new secret helps. */
export const BAD_CREDENTIALS: ReadonlySet<string> = new Set(['1000002', '1000033']);

/** Other families (2000xxx, 3000xxx …) are refusals with a message of their own. */
export const classOfCode = (code: string): CodeClass => KNOWN[code]?.[1] ?? 'rejected';
export const nameOfCode = (code: string): string | null => KNOWN[code]?.[0] ?? null;

/** The code that goes with a name such as `TOKEN_EXPIRED`, for an answer that has only the name. */
export function codeOfName(name: string): string | null {
  const found = Object.entries(KNOWN).find(([, [known]]) => known === name.trim().toUpperCase());
  return found?.[0] ?? null;
}

/** YCM's codes have seven digits; a gateway's `code: 404` is not one of them. */
export const looksLikeCode = (code: string): boolean => /^[1-9]\d{6}$/.test(code);
