import { createReadStream } from 'node:fs';
import path from 'node:path';
import {
  auditProblemMessage,
  saveAudit,
  verifyExport,
  type Anchor,
  type AuditProblem,
  type ChainHead,
} from '../ledger';
import type { AuditFilter } from './contract';
import { knownHead } from './known-head';
import type { Parts } from './parts';

/** What to export of the audit trail, and where to. */
export type AuditExport = {
  filter: AuditFilter;
  format: 'csv' | 'xlsx' | 'jsonl';
  /** Full path. */
  to: string;
};

/** What recomputing the chain of an audit trail found, in words. `head`: its last event; null: it is not as it was written. */
export type AuditCheck = { ok: boolean; events: number; message: string; head: ChainHead | null };

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

/**
 * Recomputes every hash of the ledger's audit trail, and holds it against its backups, its records and the heads that
 * somebody kept elsewhere (see knownHead). Throws EngineError `no-head`, LedgerError.
 */
export async function verifyLedger(parts: Parts, heads: readonly string[]): Promise<AuditCheck> {
  const known = await Promise.all(heads.map(knownHead));
  const ledger = await parts.ledgers.reading();
  const check = await ledger.verifyChain(known);
  const { events } = check;
  if (!check.ok) return { ok: false, events, message: broken(check.problems, check.found), head: null };
  const head = { seq: events, hash: check.head };
  return { ok: true, events, message: `${intact(events)}${agreed(known)}`, head };
}

/** Verifies an export in JSON lines by itself, and with such heads. Throws EngineError `no-head`, the system's error when it can't be read. */
export async function verifyAuditFile(file: string, heads: readonly string[]): Promise<AuditCheck> {
  const known = await Promise.all(heads.map(knownHead));
  const check = await verifyExport(createReadStream(file), known);
  const { ok, events, omitted, withheld, problems, found } = check;
  if (!ok) return { ok, events, message: `${path.basename(file)}: ${broken(problems, found)}`, head: null };
  const left = omitted > 0 ? ` ${omitted} others were left out by its filter; their hashes are there.` : '';
  const archived = withheld > 0 ? ` ${withheld} have their order or answer in an archive.` : '';
  return { ok, events, message: `${intact(events)}${left}${archived}${agreed(known)}`, head: check.head };
}

/** The last event of the ledger: kept elsewhere, it later proves that nothing before it was changed. Throws LedgerError. */
export async function auditHead(parts: Parts): Promise<ChainHead> {
  return (await parts.ledgers.reading()).head();
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

const agreed = (known: readonly Anchor[]): string =>
  known.map(({ seq, source }) => ` Event ${seq} is the one known from ${source}.`).join('');

/** Every problem that is listed, in words. */
function broken(problems: readonly AuditProblem[], found: number): string {
  const more = found - problems.length;
  const words = problems.map(auditProblemMessage).join(' ');
  return `The trail is not as it was written. ${words}${more > 0 ? ` And ${more} more.` : ''}`;
}
