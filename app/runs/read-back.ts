import type { Ledger } from '../ledger';
import type { Client } from '../ycm';
import { compareWithOrder, type Compared } from './compare';

export type ReadBack = { row: number; name: string; cloudPbxId: string } & (
  | { outcome: 'same' }
  | { outcome: 'differs'; differences: Compared[] }
  | { outcome: 'absent' }
  | { outcome: 'failed'; message: string }
);

/** Asks YCM for each PBX a batch created and compares it with its order. Changes nothing. */
export async function* readBack(ledger: Ledger, client: Client, batchId: string): AsyncGenerator<ReadBack> {
  for (const { row, name, cloudPbxId, order, url } of await ledger.orders(batchId, { states: ['created'] })) {
    if (cloudPbxId === null || !order || url === null) continue;
    const about = { row, name, cloudPbxId };
    const found = await client.cloudPbx(cloudPbxId);
    if (found.outcome === 'absent') yield { ...about, outcome: 'absent' };
    else if (found.outcome === 'failed') yield { ...about, outcome: 'failed', message: found.message };
    else {
      const differences = compareWithOrder(order, url, found.value).filter((one) => !one.same);
      yield differences.length > 0
        ? { ...about, outcome: 'differs', differences }
        : { ...about, outcome: 'same' };
    }
  }
}
