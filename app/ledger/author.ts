import type { LedgerOptions } from './ledger';

/** Who acts, as each event names them. */
export type Author = { operator: string; osUser: string };

export function authorOf({ operator, osUser }: LedgerOptions): Author {
  return { operator: typeof operator === 'string' ? operator : operator(), osUser };
}
