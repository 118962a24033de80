import type { AuditFilter } from './contract';

/** What to export of the audit trail, and where to. */
export type AuditExport = {
  filter: AuditFilter;
  format: 'csv' | 'xlsx' | 'jsonl';
  /** Full path. */
  to: string;
};

/** What recomputing the chain of an audit trail found, in words. */
export type AuditCheck = { ok: boolean; events: number; message: string };
