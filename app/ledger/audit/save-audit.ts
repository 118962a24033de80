import fs from 'node:fs';
import type { Ledger } from '../ledger';
import { toDisk } from '../ledger-file';
import { LedgerError } from '../ledger-error';
import type { AuditRequest } from './export-audit';
import type { Exported } from './json-lines';

/** Exports the trail into a file, which appears whole or not at all. Throws LedgerError. */
export async function saveAudit(
  ledger: Ledger,
  path: string,
  request: Omit<AuditRequest, 'sink'>,
): Promise<Exported> {
  const partial = `${path}.partial`;
  const sink = fs.createWriteStream(partial);
  // It may fail before anybody writes into it; the export itself then says so.
  sink.on('error', () => {});
  try {
    const exported = await ledger.exportAudit({ ...request, sink });
    toDisk(partial);
    fs.renameSync(partial, path);
    return exported;
  } catch (error) {
    fs.rmSync(partial, { force: true });
    throw error instanceof LedgerError ? error : new LedgerError('not-saved', { path }, error);
  }
}
