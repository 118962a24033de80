import path from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { AlreadyMade } from '../orders';
import { builtOnce } from './built-query';
import { takenAt } from './change-state';
import { chainHead, type ChainHead } from './event-chain';
import {
  type AttemptRecord,
  type BatchFilter,
  type BatchRecord,
  type BatchSearch,
  type ChainCheck,
  type DecisionRecord,
  type EventFilter,
  type EventRecord,
  type OrderRecord,
  type OrderState,
  type StateCounts,
} from './records';
import { attemptOf, batchOf, countsOf, decisionOf, eventOf, orderOf, takenOf } from './row-records';
import { searchBatches } from './search-batches';
import { onSnapshot } from './snapshot';
import { ledgerErrorOf } from './sqlite';
import type { Tables } from './tables';
import { verifyLedger, type Anchor } from './audit/verify-ledger';

/** URLs per question: well below SQLite's limit on parameters. */
const CHUNK = 1000;

const holders = builtOnce((queries, of: { connectionKey: string; cloudPbxId: string }) =>
  queries
    .selectFrom('orders')
    .innerJoin('batches', 'batches.id', 'orders.batch_id')
    .select(['orders.url', 'orders.state', 'orders.cloud_pbx_id', 'orders.row', 'orders.processed_at'])
    .select(['batches.sheet_name', 'batches.created_at'])
    .where('orders.connection_key', '=', of.connectionKey)
    .where('orders.cloud_pbx_id', '=', of.cloudPbxId)
    // A literal, so that SQLite plans for it.
    .where('orders.state', '=', sql.lit('created')),
);

/** The questions of a Ledger. */
export class LedgerReading {
  readonly #queries: Kysely<Tables>;
  readonly #path: string;

  constructor(queries: Kysely<Tables>, file: string) {
    this.#queries = queries;
    this.#path = file;
  }

  batches(filter: BatchFilter = {}): Promise<BatchRecord[]> {
    return this.guarded(async () => {
      let query = this.#queries
        .selectFrom('batches')
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy(sql`rowid`, 'desc');
      if (filter.state !== undefined) query = query.where('state', '=', filter.state);
      if (filter.connectionKey !== undefined)
        query = query.where('connection_key', '=', filter.connectionKey);
      if (filter.sha256 !== undefined) query = query.where('sha256', '=', filter.sha256);
      if (filter.limit !== undefined) query = query.limit(filter.limit);
      return (await query.execute()).map(batchOf);
    });
  }

  batch(id: string): Promise<BatchRecord | null> {
    return this.guarded(async () => {
      const row = await this.#queries
        .selectFrom('batches')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? batchOf(row) : null;
    });
  }

  searchBatches(search: BatchSearch): Promise<BatchRecord[]> {
    return this.guarded(() => searchBatches(this.#queries, search));
  }

  async findBatch({
    sha256,
    connectionKey,
  }: {
    sha256: string;
    connectionKey: string;
  }): Promise<BatchRecord | null> {
    const [newest] = await this.batches({ sha256, connectionKey, state: 'open', limit: 1 });
    return newest ?? null;
  }

  orders(batchId: string, filter: { states?: readonly OrderState[] } = {}): Promise<OrderRecord[]> {
    return this.guarded(async () => {
      let query = this.#queries
        .selectFrom('orders')
        .selectAll()
        .where('batch_id', '=', batchId)
        .orderBy('row');
      if (filter.states) query = query.where('state', 'in', filter.states);
      return (await query.execute()).map(orderOf);
    });
  }

  order(batchId: string, row: number): Promise<OrderRecord | null> {
    return this.guarded(async () => {
      const found = await this.#queries
        .selectFrom('orders')
        .selectAll()
        .where('batch_id', '=', batchId)
        .where('row', '=', row)
        .executeTakeFirst();
      return found ? orderOf(found) : null;
    });
  }

  counts(batchId: string): Promise<StateCounts> {
    return this.guarded(async () => {
      const rows = await this.#queries
        .selectFrom('tallies')
        .select(['state', 'held', 'count'])
        .where('batch_id', '=', batchId)
        .execute();
      return countsOf(rows);
    });
  }

  alreadyMade(connectionKey: string, urls: readonly string[]): Promise<AlreadyMade[]> {
    return this.guarded(async () => {
      const asked = await this.#perhapsTaken(connectionKey, urls);
      const made: AlreadyMade[] = [];
      for (let from = 0; from < asked.length; from += CHUNK) {
        made.push(...(await takenAt(this.#queries, connectionKey, asked.slice(from, from + CHUNK))));
      }
      return made;
    });
  }

  /** Of the URLs, each once and in lower case, those worth asking about: a ledger with fewer orders is quicker asked for all of its own. */
  async #perhapsTaken(connectionKey: string, urls: readonly string[]): Promise<string[]> {
    const folded = (): string[] => [...new Set(urls.map((url) => url.toLowerCase()))];
    if (urls.length <= CHUNK) return folded();
    const taken = await this.#queries
      .selectFrom('orders')
      .select('url')
      .where('connection_key', '=', connectionKey)
      // Literals, so that SQLite sees that the partial index answers the question alone.
      .where(sql<boolean>`state in ('sending', 'unconfirmed', 'created')`)
      .limit(urls.length + 1)
      .execute();
    if (taken.length > urls.length) return folded();
    const known = new Set(taken.map((one) => one.url));
    return known.size === 0 ? [] : folded().filter((url) => known.has(url));
  }

  holderOf(connectionKey: string, cloudPbxId: string): Promise<AlreadyMade | null> {
    return this.guarded(
      async () => (await holders(this.#queries, { connectionKey, cloudPbxId })).flatMap(takenOf)[0] ?? null,
    );
  }

  attempts(batchId: string, row: number): Promise<AttemptRecord[]> {
    return this.guarded(async () => {
      const rows = await this.#queries
        .selectFrom('attempts')
        .selectAll()
        .where('batch_id', '=', batchId)
        .where('row', '=', row)
        .orderBy('attempt')
        .execute();
      return rows.map(attemptOf);
    });
  }

  doubtfulAttempts(connectionKey: string, url: string): Promise<AttemptRecord[]> {
    return this.guarded(async () => {
      const rows = await this.#queries
        .selectFrom('attempts')
        .innerJoin('orders', (join) =>
          join.onRef('orders.batch_id', '=', 'attempts.batch_id').onRef('orders.row', '=', 'attempts.row'),
        )
        .selectAll('attempts')
        .where('orders.connection_key', '=', connectionKey)
        .where('orders.url', '=', url.toLowerCase())
        .where((eb) =>
          eb.or([eb('attempts.outcome', 'is', null), eb('attempts.outcome', '=', 'unconfirmed')]),
        )
        .orderBy('attempts.sent_at')
        .execute();
      return rows.map(attemptOf);
    });
  }

  decisions(batchId: string): Promise<DecisionRecord[]> {
    return this.guarded(async () => {
      const rows = await this.#queries
        .selectFrom('decisions')
        .selectAll()
        .where('batch_id', '=', batchId)
        .orderBy('at')
        .execute();
      return rows.map(decisionOf);
    });
  }

  events(filter: EventFilter = {}): Promise<EventRecord[]> {
    return this.guarded(async () => {
      let query = this.#queries.selectFrom('events').selectAll().orderBy('seq');
      if (filter.batchId !== undefined) query = query.where('batch_id', '=', filter.batchId);
      if (filter.row !== undefined) query = query.where('row', '=', filter.row);
      if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
      if (filter.afterSeq !== undefined) query = query.where('seq', '>', filter.afterSeq);
      if (filter.limit !== undefined) query = query.limit(filter.limit);
      return (await query.execute()).map(eventOf);
    });
  }

  verifyChain(anchors: readonly Anchor[] = []): Promise<ChainCheck> {
    return this.guarded(() =>
      onSnapshot(this.#path, (queries) => verifyLedger(queries, path.dirname(this.#path), anchors)),
    );
  }

  head(): Promise<ChainHead> {
    return this.guarded(() => chainHead(this.#queries));
  }

  /** Runs `work`; what the store throws comes out as a LedgerError. */
  protected async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw ledgerErrorOf(error, this.#path);
    }
  }
}
