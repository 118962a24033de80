/** What became of one order that was to be sent. `raw` is the body as received, at most 64 KiB, without secrets. */
export type CreateAnswer = {
  requestId: string | null;
  /** null: no HTTP answer came. */
  httpStatus: number | null;
  raw: string;
  /** When it was known, UTC milliseconds. */
  at: number;
} & CreateOutcome;

export type CreateOutcome =
  | { outcome: 'created'; cloudPbxId: string }
  /** YCM said no, so nothing was created by this request. `code` is YCM's, or `INVALID_ORDER` for one this client did not send. */
  | { outcome: 'rejected'; code: string; message: string; alreadyExists: boolean }
  /** Nothing was created, and the same order may be sent again. */
  | { outcome: 'not-sent'; reason: NotSentReason; retryAfterMs: number | null; message: string }
  /** Nothing was created, and nothing will be until somebody changes the account: stop. */
  | { outcome: 'denied'; code: string; message: string }
  /** It may or may not have been created. */
  | { outcome: 'unconfirmed'; reason: UnconfirmedReason; message: string };

export type NotSentReason = 'unreachable' | 'token' | 'rate-limit';
export type UnconfirmedReason =
  | 'timeout'
  | 'aborted'
  | 'no-answer'
  | 'redirect'
  | 'unreadable'
  | 'no-id'
  /** The id is that of another order; said by the run, which knows them. */
  | 'id-of-another'
  | 'server-error';

/** The code of an order that breaks the request's own rules and so was never sent. */
export const INVALID_ORDER = 'INVALID_ORDER';

/** An answer to a question. `absent` is only said when YCM said so in a way that can't mean anything else. */
export type Lookup<T> =
  | { outcome: 'found'; value: T }
  | { outcome: 'absent' }
  | { outcome: 'failed'; reason: string; message: string };

export type Amounts = { total: number; used: number; available: number };

/** What the account may still hand out. Recording minutes are those above each PBX's free ones. */
export type Capacity = { extensions: Amounts; concurrentCalls: Amounts; recordingMinutes: Amounts };
