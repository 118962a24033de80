import type { OrderState } from '../ledger';

/** How many rows ended how; the six others always add up to `rows`. */
export type RunTotals = {
  rows: number;
  created: number;
  rejected: number;
  /** Already created before, here or elsewhere. */
  skipped: number;
  /** Sent without a known outcome, or waiting for such an order with the same URL. */
  unconfirmed: number;
  notSent: number;
  invalid: number;
};

/** Why a run ended before its last order. Cloneable and storable. */
export type StopReason =
  | { code: 'stopped' }
  | { code: 'unconfirmed-in-a-row'; count: number }
  | { code: 'same-rejection'; count: number; message: string }
  | { code: 'denied'; message: string }
  | { code: 'unreachable'; attempts: number; message: string }
  | { code: 'canary'; message: string }
  | { code: 'spend-cap'; what: 'extensions' | 'PBXs'; cap: number }
  | { code: 'ledger'; message: string }
  | { code: 'sheet-changed'; message: string }
  | { code: 'another-account'; message: string };

export type RunEvent =
  | {
      type: 'row';
      row: number;
      state: OrderState;
      cloudPbxId: string | null;
      requestId: string | null;
      message: string | null;
      totals: RunTotals;
    }
  | { type: 'waiting'; ms: number; reason: string }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'stopped'; reason: StopReason }
  | { type: 'progress'; totals: RunTotals };

/** Why the run stopped and what to do next, for people. */
export function stopReasonMessage(reason: StopReason): string {
  switch (reason.code) {
    case 'stopped':
      return 'Stopped by the operator. The rest was not sent; continue whenever you like.';
    case 'unconfirmed-in-a-row':
      return `The outcome of ${reason.count} orders in a row is unknown, so no more were sent. Reconcile them, then continue.`;
    case 'same-rejection':
      return `YCM rejected ${reason.count} orders in a row for the same reason, so no more were sent: ${reason.message}`;
    case 'denied':
      return `YCM refused this account: ${reason.message} The rest was not sent.`;
    case 'unreachable':
      return `YCM could not be reached after ${reason.attempts} attempts: ${reason.message} The rest was not sent; continue later.`;
    case 'canary':
      return `The trial with the first order did not succeed, so the rest was not sent: ${reason.message}`;
    case 'spend-cap':
      return `The limit of ${reason.cap} ${reason.what} for a run was reached. The rest was not sent.`;
    case 'ledger':
      return reason.message;
    case 'sheet-changed':
    case 'another-account':
      return reason.message;
  }
}
