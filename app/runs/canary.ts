import type { OrderRecord } from '../ledger';
import type { Client } from '../ycm';
import { compareWithOrder } from './compare';
import type { StopReason } from './run-events';
import type { Sent } from './send-order';
import { mayGoOn, type Sitting } from './sitting';
import { backoffMs } from './backoff';

/** The event that says a batch's trial order was read back; a later sitting does not try again. */
const TRIED = 'canary';

/** The trial with a batch's first order: created, read back and compared before the rest goes. */
export class Canary {
  readonly #sitting: Sitting;
  #due: boolean;

  private constructor(sitting: Sitting, due: boolean) {
    this.#sitting = sitting;
    this.#due = due;
  }

  /** `wanted` false: there is no trial. Throws LedgerError. */
  static async of(sitting: Sitting, wanted: boolean): Promise<Canary> {
    if (!wanted) return new Canary(sitting, false);
    const [tried] = await sitting.ledger.events({ batchId: sitting.batch.id, kind: TRIED, limit: 1 });
    return new Canary(sitting, tried === undefined);
  }

  /** An order created before the run was interrupted is the trial. Yields why the rest must not go; null: it may. */
  async beforeFirst(): Promise<StopReason | null> {
    if (!this.#due) return null;
    const [created] = await this.#sitting.ledger.orders(this.#sitting.batch.id, { states: ['created'] });
    return created ? this.#readBack(created) : null;
  }

  async after(order: OrderRecord, sent: Sent): Promise<StopReason | null> {
    if (!this.#due || sent.outcome === 'skipped') return null;
    if (sent.outcome === 'created') return this.#readBack({ ...order, cloudPbxId: sent.cloudPbxId });
    return 'message' in sent
      ? { code: 'canary', message: `row ${order.row} was not created: ${sent.message}` }
      : null;
  }

  async #readBack({ row, order, url, cloudPbxId }: OrderRecord): Promise<StopReason | null> {
    if (!order || url === null || cloudPbxId === null) return null;
    const { ledger, client, batch } = this.#sitting;
    const found = await this.#found(client, cloudPbxId);
    if (typeof found === 'string') return { code: 'canary', message: `row ${row}: ${found}` };
    const differing = compareWithOrder(order, url, found).filter((one) => !one.same);
    this.#due = false;
    await ledger.recordEvent(TRIED, { batchId: batch.id, row, cloudPbxId, differing });
    if (differing.length === 0) return null;
    const words = differing.map(
      ({ label, ordered, found: has }) => `${label} is "${has}" instead of "${ordered}"`,
    );
    return { code: 'canary', message: `row ${row} (PBX ${cloudPbxId}): ${words.join('; ')}` };
  }

  /** The PBX, or why it could not be read. What was just created may take a moment to show. */
  async #found(client: Client, id: string): Promise<Parameters<typeof compareWithOrder>[2] | string> {
    const { limits, progress, sleep, random, control } = this.#sitting;
    for (let attempt = 1; ; attempt++) {
      const lookup = await client.cloudPbx(id);
      if (lookup.outcome === 'found') return lookup.value;
      const reason = lookup.outcome === 'failed' ? lookup.message : `PBX ${id} can't be found.`;
      if (attempt >= limits.attempts || control.stopped) return reason;
      const ms = backoffMs(attempt, null, limits, random);
      progress.tell({ type: 'waiting', ms, reason });
      await sleep(ms, control.signal);
      if (!(await mayGoOn(this.#sitting))) return reason;
    }
  }
}
