import type { OrderRecord } from '../ledger';
import type { RunLimits } from './limits';
import type { StopReason } from './run-events';
import type { Sent } from './send-order';

/** Counts what goes wrong in a row and what is spent, and says when that is enough. */
export class Breakers {
  readonly #limits: RunLimits;
  #pbxs = 0;
  #extensions = 0;
  #unconfirmed = 0;
  #rejections = 0;
  #rejection: { code: string | null; message: string } | null = null;

  /** `made`: the batch's orders that were created or may have been, in earlier sittings too. */
  constructor(limits: RunLimits, made: readonly OrderRecord[]) {
    this.#limits = limits;
    for (const order of made) this.#spend(order);
  }

  /** Why this order must not be sent; null: it may. */
  before(order: OrderRecord): StopReason | null {
    const { maxPbxs, maxExtensions } = this.#limits;
    if (maxPbxs !== null && this.#pbxs + 1 > maxPbxs)
      return { code: 'spend-cap', what: 'PBXs', cap: maxPbxs };
    if (maxExtensions !== null && this.#extensions + extensionsOf(order) > maxExtensions)
      return { code: 'spend-cap', what: 'extensions', cap: maxExtensions };
    return null;
  }

  /** Why no more must be sent after what became of an order; null: go on. */
  after(order: OrderRecord, sent: Sent): StopReason | null {
    switch (sent.outcome) {
      case 'created':
        this.#spend(order);
        this.#unconfirmed = 0;
        this.#rejections = 0;
        return null;
      case 'unconfirmed':
        this.#spend(order);
        this.#unconfirmed++;
        return this.#unconfirmed >= this.#limits.unconfirmedInARow
          ? { code: 'unconfirmed-in-a-row', count: this.#unconfirmed }
          : null;
      case 'rejected':
        this.#unconfirmed = 0;
        return this.#rejected(sent);
      case 'denied':
        return { code: 'denied', message: sent.message };
      case 'unreachable':
        return { code: 'unreachable', attempts: sent.attempts, message: sent.message };
      case 'stopped':
        return { code: 'stopped' };
      case 'skipped':
        return null;
    }
  }

  #rejected({ code, message }: { code: string | null; message: string }): StopReason | null {
    const before = this.#rejection;
    const equal = before !== null && (before.message === message || (code !== null && before.code === code));
    this.#rejections = equal ? this.#rejections + 1 : 1;
    this.#rejection = { code, message };
    return this.#rejections >= this.#limits.equalRejections
      ? { code: 'same-rejection', count: this.#rejections, message }
      : null;
  }

  #spend(order: OrderRecord): void {
    this.#pbxs++;
    this.#extensions += extensionsOf(order);
  }
}

const extensionsOf = ({ order }: OrderRecord): number => order?.extensionCapacity ?? 0;
