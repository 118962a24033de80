import type { Transport } from './http-exchange';
import type { Redact } from './redact';
import type { Token } from './token';

/** What every call of one client shares. */
export type Session = {
  baseUrl: string;
  /** Host and port, for messages. */
  host: string;
  transport: Transport;
  token: Token;
  /** Takes the secret and every token out of a text. */
  redact: Redact;
  /** Waits before a question is asked again. */
  sleep: (ms: number) => Promise<void>;
};
