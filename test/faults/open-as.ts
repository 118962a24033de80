import { onTestFinished } from 'vitest';
import { openLedger, type Ledger } from '../../app/ledger';
import { NOW } from '../runs/world';

/** Opens the real ledger of a folder to write, as a start of the app does; closed when the test ends. */
export async function openAs(dataDir: string, operator = 'Ana'): Promise<Ledger> {
  const ledger = await openLedger({ dataDir, now: () => NOW, mode: 'write', operator, osUser: 'ana' });
  onTestFinished(() => ledger.close().catch(() => {}));
  return ledger;
}
