import { changeIn, eventDataOf, type EventData } from './event-data';
import type { AuditEntry } from './audit-entries';

export type AuditValue = string | number | null;
/** `time`: UTC milliseconds. `local`: the same moment, as a table without zones has to show it. */
export type AuditColumn = {
  title: string;
  kind: 'text' | 'number' | 'time' | 'local';
  width: number;
  value: (entry: AuditEntry, data: EventData) => AuditValue;
};

/** What tables show of each event, in this order. */
export const AUDIT_COLUMNS: readonly AuditColumn[] = [
  { title: 'Event', kind: 'number', width: 9, value: ({ event }) => event.seq },
  { title: 'Time (UTC)', kind: 'time', width: 20, value: ({ event }) => event.at },
  { title: 'Local time', kind: 'local', width: 20, value: ({ event }) => event.at },
  text('What happened', 22, ({ event }) => eventWords(event.kind)),
  text('Run', 14, ({ event }) => event.batchId),
  text('Sheet', 26, ({ run }) => run?.sheetName ?? null),
  { title: 'Row', kind: 'number', width: 7, value: ({ event }) => event.row },
  text('PBX name', 24, ({ order }) => order?.name ?? null),
  text('URL', 30, ({ order }) => order?.url ?? null),
  text('Customer', 24, ({ order }) => order?.customer || null),
  text('cloudPbxId', 14, (_, data) => data.cloudPbxId ?? null),
  text('From', 12, ({ event }) => changeIn(event.kind)?.from ?? null),
  text('To', 12, ({ event }, data) => changeIn(event.kind)?.to ?? data.state ?? null),
  text('Operator', 18, ({ event }) => event.operator),
  text('System user', 14, ({ event }) => event.osUser),
  text('Decision', 12, (_, data) => data.choice ?? null),
  text('Decided by', 16, (_, data) => data.decidedBy ?? null),
  text('Reason', 30, (_, data) => data.reason ?? data.error ?? null),
  text('Corrections', 30, (_, data) => corrections(data.edits)),
  text('Order', 30, ({ orderJson }) => orderJson),
  { title: 'Attempt', kind: 'number', width: 8, value: ({ event }) => event.attempt },
  text('Outcome', 12, (_, data) => data.answer?.outcome ?? null),
  { title: 'HTTP status', kind: 'number', width: 11, value: (_, data) => data.answer?.httpStatus ?? null },
  text('Code', 12, (_, data) => data.answer?.code ?? null),
  text('Message', 30, (_, data) => data.answer?.message ?? null),
  text('Request ID', 20, (_, data) => data.requestId ?? data.answer?.requestId ?? null),
  text('Answer', 30, ({ raw }) => raw),
  text('Connection', 18, ({ run }) => run?.connectionName ?? null),
  text('Connection kind', 14, ({ run }) => run?.connectionKind ?? null),
  text('Sheet path', 30, ({ run }) => run?.sheetPath ?? null),
  text('Tab', 14, ({ run }) => run?.sheet || null),
  text('Sheet SHA-256', 30, ({ run }) => run?.sha256 ?? null),
  text('Details', 30, ({ event }) => event.data),
  text('Hash', 30, ({ event }) => event.hash),
];

function text(
  title: string,
  width: number,
  value: (entry: AuditEntry, data: EventData) => string | null,
): AuditColumn {
  return { title, kind: 'text', width, value };
}

/** An event's values, a column each. */
export function auditRow(entry: AuditEntry): AuditValue[] {
  const data = eventDataOf(entry.event.data);
  return AUDIT_COLUMNS.map((column) => column.value(entry, data));
}

const WORDS: Record<string, string> = {
  'batch-created': 'Run recorded',
  'order-recorded': 'Order recorded',
  'ready > sending': 'Sending',
  'sending > created': 'Created',
  'sending > rejected': 'Rejected',
  'sending > unconfirmed': 'Outcome unknown',
  'sending > ready': 'Not sent',
  'unconfirmed > created': 'Found and adopted',
  'unconfirmed > ready': 'Surely not created',
  'ready > skipped': 'Skipped',
  'ready > cancelled': 'Cancelled',
  'skipped > ready': 'Ready again',
  'cancelled > ready': 'Ready again',
  decision: 'Decision',
  batch: 'Run changed',
  'answer-recovered': 'Answer read back',
  'answer-kept': 'Answer kept aside',
  'history-lost': 'Earlier history lost',
  'audit-exported': 'Audit exported',
  'runs-archived': 'Runs archived',
  'runs-restored': 'Runs restored',
};

export function eventWords(kind: string): string {
  return WORDS[kind] ?? kind;
}

function corrections(edits: EventData['edits']): string | null {
  if (!edits) return null;
  return Object.entries(edits)
    .map(
      ([field, { before, after }]) => `${field}: ${before === undefined ? '' : `"${before}" `}→ "${after}"`,
    )
    .join('; ');
}

/** Writes moments as a clock in one time zone shows them: `2026-11-24 13:00:00`. Throws RangeError for an unknown zone. */
export function clockIn(timeZone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (ms) => format.format(ms);
}
