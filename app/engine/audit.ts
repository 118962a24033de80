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

/** Recomputes every hash of the ledger's audit trail. */
export async function verifyLedger(parts: Parts): Promise<AuditCheck> {
  const ledger = await parts.ledgers.reading();
  const check = await ledger.verifyChain();
  return check.ok
    ? { ok: true, events: check.events, message: `All ${check.events} events are as they were written.` }
    : {
        ok: false,
        events: check.events,
        message: `Event ${check.brokenAt} was changed, removed or moved after it was written; the ${check.events} before it are as they were.`,
      };
}
