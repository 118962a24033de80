/** What kept YCM from answering a question; facts for the log, `ycmErrorMessage` for people. */
export type YcmErrorCode =
  | 'unreachable'
  | 'timeout'
  | 'aborted'
  | 'no-answer'
  | 'redirect'
  | 'unreadable'
  | 'credentials'
  | 'token'
  | 'denied'
  | 'rate-limit'
  | 'refused'
  | 'server';

export type YcmErrorFacts = {
  /** Host and port, never a path with a query. */
  host: string;
  httpStatus?: number;
  /** YCM's own error code and words. */
  ycmCode?: string;
  ycmMessage?: string;
  requestId?: string;
  retryAfterMs?: number;
  /** The system's code, for example ECONNREFUSED. */
  systemCode?: string;
};

/** Why YCM could not be asked, or what it answered instead. Holds no secret and no token. */
export class YcmError extends Error {
  override readonly name = 'YcmError';

  constructor(
    readonly code: YcmErrorCode,
    readonly facts: YcmErrorFacts,
    options?: { cause?: unknown },
  ) {
    super(`${code} ${facts.host}${facts.ycmCode === undefined ? '' : ` ${facts.ycmCode}`}`, options);
  }
}

/** The words for a `YcmError`, one sentence or two, with what can be done about it; any other error's own message. */
export function ycmErrorMessage(error: unknown): string {
  if (!(error instanceof YcmError)) return error instanceof Error ? error.message : String(error);
  return wordsFor(error.code, error.facts);
}

/** The same, from the code and the facts alone. */
export function wordsFor(code: YcmErrorCode, facts: YcmErrorFacts): string {
  const { host, httpStatus, systemCode } = facts;
  const said = saying(facts);
  switch (code) {
    case 'unreachable':
      return `${host} can't be reached${unreachableBecause(systemCode)}`;
    case 'timeout':
      return `${host} did not answer in time.`;
    case 'aborted':
      return `The request to ${host} was stopped before an answer came.`;
    case 'no-answer':
      return `The connection to ${host} broke before a whole answer came${systemCode ? ` (${systemCode})` : ''}.`;
    case 'redirect':
      return `${host} sent the request elsewhere${httpStatus ? ` (HTTP ${httpStatus})` : ''}, which is never followed. Check the base URL.`;
    case 'unreadable':
      return `${host} answered with something that is not a YCM answer${httpStatus ? ` (HTTP ${httpStatus})` : ''}. Check the base URL.`;
    case 'credentials':
      return `${host} does not accept this client ID and client secret${said}. They are on YCM's API page; a regenerated secret replaces the old one.`;
    case 'token':
      return `${host} accepts neither the access token nor a new one${said}. Check the client secret.`;
    case 'denied':
      return `This client may not do that on ${host}${said}. Its permissions are set in YCM.`;
    case 'rate-limit':
      return `${host} asks for fewer requests${said}. Try again ${waiting(facts.retryAfterMs)}.`;
    case 'refused':
      return `${host} refused${said}.`;
    case 'server':
      return `${host} had an error of its own${said || (httpStatus ? ` (HTTP ${httpStatus})` : '')}.`;
  }
}

/** `: INVALID_PARAMETER (1000004)`, or nothing. */
function saying({ ycmCode, ycmMessage }: YcmErrorFacts): string {
  if (ycmMessage && ycmCode) return `: ${ycmMessage} (${ycmCode})`;
  if (ycmMessage ?? ycmCode) return `: ${ycmMessage ?? ycmCode}`;
  return '';
}

const waiting = (ms: number | undefined): string =>
  ms === undefined ? 'in a little while' : `in ${Math.max(1, Math.ceil(ms / 1000))} seconds`;

function unreachableBecause(systemCode: string | undefined): string {
  if (systemCode === 'ERR_INTERNET_DISCONNECTED') return ': this computer is offline.';
  if (systemCode && /^(ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED)$/.test(systemCode)) {
    return ': its name is not known here. Check the base URL and the network.';
  }
  if (systemCode && /^(ECONNREFUSED|ERR_CONNECTION_REFUSED)$/.test(systemCode))
    return ': nothing answers there. Check the base URL.';
  if (systemCode && /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(systemCode)) {
    return `: its certificate is not trusted (${systemCode}).`;
  }
  return systemCode ? ` (${systemCode}). Check the network.` : '. Check the network.';
}
