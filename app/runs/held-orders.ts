import type { BatchRecord, Ledger, OrderRecord } from '../ledger';
import { closeIfSettled } from './close-batch';
import { heldBy, madeBefore, SETTLED } from './row-words';

/** A held order whose address was settled, and what that made of it. */
export type Released = {
  order: OrderRecord;
  to: 'ready' | 'skipped' | 'cancelled';
  cloudPbxId: string | null;
  message: string | null;
};

/**
 * Looks at a batch's orders that wait for another at their address: that one was created, so they are done; or it is
 * gone, so they are ready again. Throws LedgerError.
 */
export async function releaseHeld(ledger: Ledger, batchId: string, now: () => number): Promise<Released[]> {
  const batch = await ledger.batch(batchId);
  const held = (await ledger.orders(batchId, { states: ['skipped'] })).filter(
    (order) => order.skippedBecause === 'held' && order.url !== null,
  );
  if (!batch || held.length === 0) return [];
  const urls = held.flatMap((order) => order.url ?? []);
  const taken = new Map((await ledger.alreadyMade(batch.connectionKey, urls)).map((one) => [one.url, one]));
  const released: Released[] = [];
  for (const order of held) {
    const other = taken.get(order.url ?? '');
    if (!other && order.order === null) {
      if (await letGo(ledger, batch, order, now))
        released.push({ order, to: 'cancelled', cloudPbxId: null, message: SETTLED });
    } else if (!other) {
      await ledger.transition(batchId, order.row, 'skipped', 'ready', {
        at: now(),
        skippedBecause: null,
        error: null,
      });
      released.push({ order, to: 'ready', cloudPbxId: null, message: null });
    } else if (other.state === 'created') {
      const { cloudPbxId } = other;
      const message = madeBefore(other);
      const facts = { at: now(), skippedBecause: 'in-ledger', cloudPbxId, error: message } as const;
      await ledger.transition(batchId, order.row, 'skipped', 'skipped', facts);
      released.push({ order, to: 'skipped', cloudPbxId, message });
    } else if (order.error !== heldBy(other)) {
      // Another order has taken the place of the one it waited for.
      await ledger.transition(batchId, order.row, 'skipped', 'skipped', { at: now(), error: heldBy(other) });
    }
  }
  return released;
}

/**
 * An order that was in doubt when its sheet was read, so that there is none to send. It is over once the address was
 * settled here; what another machine's run left in doubt stays so.
 */
async function letGo(
  ledger: Ledger,
  { id, connectionKey }: BatchRecord,
  { row, url }: OrderRecord,
  now: () => number,
): Promise<boolean> {
  if (url === null || (await ledger.doubtfulAttempts(connectionKey, url)).length === 0) return false;
  await ledger.transition(id, row, 'skipped', 'ready', { at: now(), skippedBecause: null, error: null });
  await ledger.transition(id, row, 'ready', 'cancelled', { at: now(), error: SETTLED });
  return true;
}

/** Releases what waits in any other open batch of the connection, and closes the batches that are done with it. */
export async function releaseElsewhere(
  ledger: Ledger,
  { batchId, connectionKey }: { batchId: string; connectionKey: string },
  now: () => number,
): Promise<void> {
  for (const { id } of await ledger.batches({ state: 'open', connectionKey })) {
    if (id === batchId) continue;
    const released = await releaseHeld(ledger, id, now);
    if (released.length > 0) await closeIfSettled(ledger, id);
  }
}
