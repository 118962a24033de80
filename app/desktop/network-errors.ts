/** Chromium's errors that can only come before the first byte of a request, and what Node calls them. */
const NEVER_LEFT: Readonly<Record<string, { code: string; syscall?: string }>> = {
  ERR_NAME_NOT_RESOLVED: { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
  ERR_NAME_RESOLUTION_FAILED: { code: 'EAI_FAIL', syscall: 'getaddrinfo' },
  ERR_CONNECTION_REFUSED: { code: 'ECONNREFUSED', syscall: 'connect' },
  ERR_CONNECTION_TIMED_OUT: { code: 'ETIMEDOUT', syscall: 'connect' },
  // Orders go by HTTPS, of which a proxy passes nothing on before the tunnel stands.
  ERR_PROXY_CONNECTION_FAILED: { code: 'EHOSTUNREACH', syscall: 'connect' },
  ERR_TUNNEL_CONNECTION_FAILED: { code: 'EHOSTUNREACH', syscall: 'connect' },
  ERR_CERT_AUTHORITY_INVALID: { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' },
  ERR_CERT_COMMON_NAME_INVALID: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
  ERR_CERT_DATE_INVALID: { code: 'CERT_HAS_EXPIRED' },
  ERR_CERT_REVOKED: { code: 'CERT_REVOKED' },
  ERR_CERT_INVALID: { code: 'CERT_REJECTED' },
  ERR_CERT_WEAK_SIGNATURE_ALGORITHM: { code: 'CERT_REJECTED' },
  ERR_CERT_WEAK_KEY: { code: 'CERT_REJECTED' },
  ERR_CERT_NAME_CONSTRAINT_VIOLATION: { code: 'CERT_REJECTED' },
  ERR_CERT_VALIDITY_TOO_LONG: { code: 'CERT_REJECTED' },
  ERR_CERTIFICATE_TRANSPARENCY_REQUIRED: { code: 'CERT_REJECTED' },
};

/**
 * A failed request as Node's `fetch` would throw it, with a `cause` that says what is proven. That these prove that nothing
 * was sent holds only for connections never used before (`request-sessions.ts`). An unreachable address and a lost network
 * are also reported for a connection under way, so they prove nothing; nor does any error not listed.
 */
export function fetchErrorOf(chromiumError: string): TypeError {
  const known = NEVER_LEFT[chromiumError];
  if (!known) return new TypeError(`fetch failed: net::${chromiumError}`);
  const cause = Object.assign(new Error(chromiumError), known);
  return new TypeError('fetch failed', { cause });
}

/** `net::ERR_FAILED` and the like without its beginning; `ERR_FAILED` for anything else. */
export function chromiumErrorIn(message: string): string {
  return /\bnet::(ERR_\w+)/.exec(message)?.[1] ?? 'ERR_FAILED';
}
