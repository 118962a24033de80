import { createReadStream } from 'node:fs';
import path from 'node:path';
import { auditProblemMessage, saveAudit, verifyExport, type AuditProblem } from '../ledger';
import type { AuditFilter } from './contract';
import type { Parts } from './parts';

/** What to export of the audit trail, and where to. */
export type AuditExport = {
  filter: AuditFilter;
  format: 'csv' | 'xlsx' | 'jsonl';
  /** Full path. */
  to: string;
};

/** What recomputing the chain of an audit trail found, in words. */
export type AuditCheck = { ok: boolean; events: number; message: string };

/** Writes the trail, or the part of it the filter chooses, into a file that appears whole or not at all. Throws LedgerError. */
export async function exportAudit(
  parts: Parts,
  { filter, format, to }: AuditExport,
): Promise<{ events: number }> {
  // Who exported what is part of the trail, if this engine may write.
  await parts.ledgers.tryWriting();
  const ledger = await parts.ledgers.reading();
  const { timeZone } = parts.preferences.settings;
  const { events } = await saveAudit(ledger, to, { filter, format, timeZone });
  return { events };
}

/** Recomputes every hash of the ledger's audit trail, and holds it against its backups and records. */
export async function verifyLedger(parts: Parts): Promise<AuditCheck> {
  const ledger = await parts.ledgers.reading();
  const check = await ledger.verifyChain();
  if (check.ok) return { ok: true, events: check.events, message: intact(check.events) };
  return { ok: false, events: check.events, message: broken(check.problems, check.found) };
}

/** Verifies an export in JSON lines by itself. Throws the system's error when it can't be read. */
export async function verifyAuditFile(file: string): Promise<AuditCheck> {
  const { ok, events, omitted, withheld, problems, found } = await verifyExport(createReadStream(file));
  if (!ok) return { ok, events, message: `${path.basename(file)}: ${broken(problems, found)}` };
  const left = omitted > 0 ? ` ${omitted} others were left out by its filter; their hashes are there.` : '';
  const archived = withheld > 0 ? ` ${withheld} have their order or answer in an archive.` : '';
  return { ok, events, message: `${intact(events)}${left}${archived}` };
}

/** Moves what old runs sent and were answered into a file; their rows, ids and trail stay. Throws LedgerError. */
export async function archiveRuns(parts: Parts, before: number, file: string): Promise<{ runs: number }> {
  const { runs } = await (await parts.ledgers.writing()).archiveRuns({ before, file });
  return { runs: runs.length };
}

/** Brings back what an archive of this ledger holds; the file stays. Throws LedgerError. */
export async function restoreArchive(parts: Parts, file: string): Promise<{ runs: number }> {
  return { runs: (await (await parts.ledgers.writing()).restoreArchive(file)).length };
}

const intact = (events: number): string =>
  events === 1 ? 'The one event is as it was written.' : `All ${events} events are as they were written.`;

/** Every problem that is listed, in words. */
function broken(problems: readonly AuditProblem[], found: number): string {
  const more = found - problems.length;
  const words = problems.map(auditProblemMessage).join(' ');
  return `The trail is not as it was written. ${words}${more > 0 ? ` And ${more} more.` : ''}`;
}
