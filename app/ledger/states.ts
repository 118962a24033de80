import type { OrderState } from './records';

/**
 * Which state may follow which. `unconfirmed` never leads to `sending`: an order whose fate is unknown goes through
 * `ready`, and only a reconciliation takes it there. `created`, `rejected` and `invalid` are final.
 */
const NEXT: Record<OrderState, readonly OrderState[]> = {
  invalid: [],
  ready: ['sending', 'skipped', 'cancelled'],
  sending: ['created', 'rejected', 'unconfirmed', 'ready'],
  unconfirmed: ['created', 'ready'],
  // A held order becomes ready when the order it waited for turned out not to exist.
  skipped: ['ready', 'skipped'],
  cancelled: ['ready'],
  created: [],
  rejected: [],
};

export function isLegal(from: OrderState, to: OrderState): boolean {
  return NEXT[from].includes(to);
}
