import type { Ledger } from '../ledger';
import type { Client } from '../ycm';
import type { Compared } from './compare';

/** What a person decided about an unconfirmed order. */
export type Decision =
  | { choice: 'adopt'; row: number; cloudPbxId: string; by: string; reason?: string }
  | { choice: 'send-again'; row: number; by: string; reason?: string }
  | { choice: 'leave'; row: number; by: string; reason?: string };

export type ReconcileOutcome = {
  row: number;
  name: string;
  url: string;
  compared: Compared[];
  cloudPbxId: string | null;
  message: string;
} & {
  /** `refused`: the decision could not be carried out; `left` and `ready`: as the operator decided. */
  outcome: 'adopted' | 'differs' | 'absent-ready' | 'too-recent' | 'unknown' | 'left' | 'refused';
};

export type ReconcileOptions = {
  ledger: Ledger;
  client: Client;
  batchId: string;
  now: () => number;
  /** A PBX not found is only believed absent this long (ms) after the order was sent. */
  minAgeMs?: number;
  decisions?: readonly Decision[];
};

/** Settles a batch's unconfirmed orders: by looking each up, or as a person decided. Sends nothing. */
export async function reconcile(options: ReconcileOptions): Promise<ReconcileOutcome[]> {
  throw new Error(`not yet ${options.batchId}`);
}
