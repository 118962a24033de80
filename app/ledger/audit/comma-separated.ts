import Papa from 'papaparse';
import { AUDIT_COLUMNS, auditRow, clockIn } from './audit-columns';
import type { AuditEntry } from './audit-entries';
import type { Exported } from './json-lines';

/** The trail as CSV for spreadsheets: with a byte-order mark, and nothing that would act as a formula. */
export async function* commaSeparated(
  pages: AsyncIterable<AuditEntry[]>,
  timeZone: string,
  exported: Exported,
): AsyncGenerator<string> {
  const clock = clockIn(timeZone);
  const titles = AUDIT_COLUMNS.map(({ title, kind }) =>
    kind === 'local' ? `${title} (${timeZone})` : title,
  );
  yield `\uFEFF${csv([titles])}`;
  for await (const page of pages) {
    const rows: (string | number | null)[][] = [];
    for (const entry of page) {
      exported.head = { seq: entry.event.seq, hash: entry.event.hash };
      if (!entry.included) continue;
      exported.events++;
      rows.push(auditRow(entry).map((value, at) => shown(value, AUDIT_COLUMNS[at]?.kind, clock)));
    }
    if (rows.length > 0) yield csv(rows);
  }
}

function shown(
  value: string | number | null,
  kind: string | undefined,
  clock: (ms: number) => string,
): string | number | null {
  if (typeof value !== 'number') return value;
  if (kind === 'time') return new Date(value).toISOString();
  return kind === 'local' ? clock(value) : value;
}

const csv = (rows: (string | number | null)[][]): string =>
  `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: true })}\r\n`;
