import { sql, type Kysely } from 'kysely';
import type { EventRecord } from '../records';
import { eventOf } from '../row-records';
import type { Tables } from '../tables';
import { filterCondition, type AuditFilter } from './audit-filter';

/** What a run's events share. */
export type EntryRun = {
  sheetName: string;
  sheetPath: string;
  sha256: string;
  sheet: string;
  connectionName: string;
  connectionKind: string;
};
/** One event with what it tells of. */
export type AuditEntry = {
  event: EventRecord;
  /** False: outside the filter, and only a link of the chain. */
  included: boolean;
  run: EntryRun | null;
  order: { name: string; url: string | null; customer: string } | null;
  /** The request's body where the event tells of it, as stored. */
  orderJson: string | null;
  /** The answer's body where the event tells of it, as received. */
  raw: string | null;
};

const EVENTS_AT_ONCE = 1000;

/**
 * All events in order, in pages. Included are those of the filter, and of their runs the event that says where the
 * run came from.
 */
export async function* auditEntries(
  queries: Kysely<Tables>,
  filter: AuditFilter,
): AsyncGenerator<AuditEntry[]> {
  const condition = filterCondition(filter);
  const runs = condition && new Set(await runsOf(queries, condition));
  for (let after = 0; ;) {
    const page = await joined(queries)
      .leftJoin('attempts as a', (join) =>
        join
          .onRef('a.batch_id', '=', 'events.batch_id')
          .onRef('a.row', '=', 'events.row')
          .onRef('a.attempt', '=', 'events.attempt')
          .on(sql<boolean>`events.kind like 'sending > %'`),
      )
      .selectAll('events')
      .select([
        'b.sheet_name',
        'b.sheet_path',
        'b.sha256',
        'b.sheet',
        'b.connection_name',
        'b.connection_kind',
      ])
      .select(['o.name', 'o.url', 'o.customer', 'a.raw'])
      .select(sql<string | null>`iif(${TELLS_ORDER}, o.order_json, null)`.as('order_json'))
      .select(sql<number>`${condition ?? sql`1`}`.as('matches'))
      .where('events.seq', '>', after)
      .orderBy('events.seq')
      .limit(EVENTS_AT_ONCE)
      .execute();
    const last = page.at(-1)?.seq;
    if (last === undefined) return;
    after = last;
    yield page.map((row) => {
      const context = row.kind === 'batch-created' && row.batch_id !== null && runs?.has(row.batch_id);
      const { sheet_name, sheet_path, sha256, sheet, connection_name, connection_kind, name, customer } = row;
      const run =
        sheet_name === null ||
        sheet_path === null ||
        sha256 === null ||
        sheet === null ||
        connection_name === null ||
        connection_kind === null
          ? null
          : {
              sheetName: sheet_name,
              sheetPath: sheet_path,
              sha256,
              sheet,
              connectionName: connection_name,
              connectionKind: connection_kind,
            };
      return {
        event: eventOf(row),
        included: row.matches === 1 || context === true,
        run,
        order: name === null || customer === null ? null : { name, url: row.url, customer },
        orderJson: row.order_json,
        raw: row.raw,
      };
    });
  }
}

const TELLS_ORDER = sql`events.kind in ('order-recorded', 'ready > sending')`;

function joined(queries: Kysely<Tables>) {
  return queries
    .selectFrom('events')
    .leftJoin('batches as b', 'b.id', 'events.batch_id')
    .leftJoin('orders as o', (join) =>
      join.onRef('o.batch_id', '=', 'events.batch_id').onRef('o.row', '=', 'events.row'),
    );
}

async function runsOf(
  queries: Kysely<Tables>,
  condition: NonNullable<ReturnType<typeof filterCondition>>,
): Promise<string[]> {
  const found = await joined(queries).select('events.batch_id').distinct().where(condition).execute();
  return found.flatMap(({ batch_id }) => batch_id ?? []);
}
