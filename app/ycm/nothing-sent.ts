/**
 * What an error of `fetch` proves: `never-left` that no byte of the request was sent, `no` that the other side could not be
 * reached at the end, though an earlier try of the same `fetch` may have got through, `yes` nothing of the kind.
 */
export type Reached = 'never-left' | 'no' | 'yes';

/** Names that don't resolve: there was nobody to send to. */
const NO_ADDRESS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
/** Also said of a connection that was already in use, so only the system call tells. */
const CONNECTING = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ETIMEDOUT',
  'EADDRNOTAVAIL',
]);
/** OpenSSL's and Node's verdicts on a certificate, given before the first byte of a request. */
const CERTIFICATE = new Set([
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'HOSTNAME_MISMATCH',
]);
/** undici, Node's own fetch: no connection within its time. */
const NO_CONNECTION = 'UND_ERR_CONNECT_TIMEOUT';
/**
 * Chromium's, through Electron's fetch. It sends a request again by itself, a POST too, when a connection that was kept open
 * turns out to be closed, so its last error says nothing about its first try.
 */
const CHROMIUM =
  /^ERR_(?:CONNECTION_REFUSED|CONNECTION_TIMED_OUT|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|ADDRESS_INVALID|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|CERT_\w+)$/;

/** Reads an error thrown by `fetch` before any answer began. Whatever is not certain is `yes`, a reset connection included. */
export function couldBeReached(error: unknown): Reached {
  const causes = causesOf(error);
  if (causes.length > 0 && causes.every(neverLeft)) return 'never-left';
  return CHROMIUM.test(chromiumCode(error) ?? '') ? 'no' : 'yes';
}

function neverLeft(cause: SystemFacts): boolean {
  if (NO_ADDRESS.has(cause.code) || CERTIFICATE.has(cause.code) || cause.code === NO_CONNECTION) return true;
  return CONNECTING.has(cause.code) && cause.syscall === 'connect';
}

/** The system's code behind an error, for example ECONNREFUSED. */
export function systemCodeOf(error: unknown): string | null {
  return causesOf(error)[0]?.code ?? chromiumCode(error);
}

type SystemFacts = { code: string; syscall: string | null };

/** The deepest causes that carry a code: several when every address of a host was tried. */
function causesOf(error: unknown, depth = 0): SystemFacts[] {
  if (!isRecord(error) || depth > 5) return [];
  if (Array.isArray(error.errors) && error.errors.length > 0) {
    const inner: unknown[] = error.errors;
    // One without a code proves nothing, and must not be lost among those that do.
    return inner.flatMap((one) => {
      const facts = causesOf(one, depth + 1);
      return facts.length > 0 ? facts : [{ code: 'UNKNOWN', syscall: null }];
    });
  }
  const deeper = causesOf(error.cause, depth + 1);
  if (deeper.length > 0) return deeper;
  if (typeof error.code !== 'string') return [];
  return [{ code: error.code, syscall: typeof error.syscall === 'string' ? error.syscall : null }];
}

const chromiumCode = (error: unknown): string | null =>
  error instanceof Error ? (/\bnet::(ERR_\w+)/.exec(error.message)?.[1] ?? null) : null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
