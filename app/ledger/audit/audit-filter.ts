import { sql, type RawBuilder } from 'kysely';
import { searchable } from '../row-records';

/** Which events of the trail; everything given must hold. Times are UTC milliseconds, both inclusive. */
export type AuditFilter = {
  from?: number | undefined;
  to?: number | undefined;
  /** Name or key. */
  connection?: string | undefined;
  operator?: string | undefined;
  /** What the order is now. */
  state?: string | undefined;
  /** Part of the sheet's file name. */
  sheet?: string | undefined;
  /** Part of the customer's name as the sheet has it, or an id. */
  customer?: string | undefined;
  runId?: string | undefined;
};

/** The filter as SQL over `events` joined with its batch (`b`) and order (`o`); null: everything. Letter case is ignored. */
export function filterCondition(filter: AuditFilter): RawBuilder<boolean> | null {
  const { from, to, connection, operator, state, sheet, customer, runId } = filter;
  const parts: RawBuilder<unknown>[] = [];
  if (from !== undefined) parts.push(sql`events.at >= ${from}`);
  if (to !== undefined) parts.push(sql`events.at <= ${to}`);
  if (connection)
    parts.push(sql`(b.connection_name = ${connection} collate nocase or b.connection_key = ${connection})`);
  if (operator) parts.push(sql`events.operator = ${operator} collate nocase`);
  if (state) parts.push(sql`o.state = ${state}`);
  if (sheet) parts.push(sql`instr(lower(b.sheet_name), lower(${sheet})) > 0`);
  // The first line of the words is the customer.
  if (customer)
    parts.push(sql`instr(substr(o.words, 1, instr(o.words, char(10))), ${searchable(customer)}) > 0`);
  if (runId) parts.push(sql`events.batch_id = ${runId}`);
  return parts.length === 0 ? null : sql<boolean>`${sql.join(parts, sql` and `)}`;
}
