import type { Kysely } from 'kysely';
import type { Tables } from '../tables';
import type { AuditFilter } from './audit-filter';
import type { ExportFacts, Exported } from './json-lines';
import type { SheetColumn } from './workbook-parts';
import type { SideTable } from './workbook';
import { countsOf } from '../row-records';

const text = (title: string, width = 16): SheetColumn => ({ title, width, kind: 'text' });
const number = (title: string): SheetColumn => ({ title, width: 12, kind: 'number' });

/** The runs of an export with their totals, newest first, as the ledger counts them now. */
export async function runsTable(queries: Kysely<Tables>, runs: ReadonlySet<string>): Promise<SideTable> {
  const columns = [
    text('Run'),
    { title: 'Recorded (UTC)', width: 20, kind: 'time' as const },
    text('Sheet', 26),
    text('Connection', 20),
    text('Connection kind'),
    text('Operator', 20),
    text('System user'),
    text('State', 12),
    ...['Rows', 'Created', 'Rejected', 'Skipped', 'Unconfirmed', 'Not sent', 'Invalid'].map(number),
  ];
  const rows: SideTable['rows'] = [];
  const batches = await queries.selectFrom('batches').selectAll().orderBy('created_at', 'desc').execute();
  for (const batch of batches) {
    if (!runs.has(batch.id)) continue;
    const tallies = await queries
      .selectFrom('tallies')
      .select(['state', 'held', 'count'])
      .where('batch_id', '=', batch.id)
      .execute();
    const counts = countsOf(tallies);
    const about = [
      batch.id,
      batch.created_at,
      batch.sheet_name,
      batch.connection_name,
      batch.connection_kind,
    ];
    const inDoubt = counts.unconfirmed + counts.sending + counts.held;
    const totals = [batch.rows, counts.created, counts.rejected, counts.skipped - counts.held, inDoubt];
    const rest = [counts.ready + counts.cancelled, counts.invalid];
    rows.push([...about, batch.operator, batch.os_user, batch.state, ...totals, ...rest]);
  }
  return { name: 'Runs', columns, rows, totals: true };
}

/** What an export is: its filter, when and by whom it was made, and the head that later proves it. */
export function aboutTable(
  { at, operator, osUser, filter }: ExportFacts,
  { events, head }: Exported,
): SideTable {
  const facts: [string, string][] = [
    ['Exported (UTC)', new Date(at).toISOString()],
    ['Exported by', `${operator} (${osUser})`],
    ['Filter', filterWords(filter)],
    ['Events', String(events)],
    ['Last event of the ledger', String(head.seq)],
    ['Its hash', head.hash],
    ['To verify', 'Export as JSON lines, or compare this hash with the ledger: pbx-orders audit verify.'],
  ];
  return { name: 'About', columns: [text('Fact', 26), text('Value', 80)], rows: facts, totals: false };
}

function filterWords(filter: AuditFilter): string {
  const parts = Object.entries(filter).flatMap(([name, value]) => {
    if (value === undefined || value === '') return [];
    return `${name}: ${typeof value === 'number' ? new Date(value).toISOString() : value}`;
  });
  return parts.length > 0 ? parts.join('; ') : 'none, everything';
}
