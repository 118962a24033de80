import { sql, type Transaction } from 'kysely';
import * as z from 'zod';
import type { Author } from './author';
import { changeState, type Change } from './change-state';
import { appendEvent } from './event-chain';
import { LedgerError } from './ledger-error';
import { ORDER_STATES, SKIP_REASONS } from './records';
import { ReserveFile } from './reserve-file';
import { sqliteCode } from './sqlite';
import type { Tables } from './tables';

const nullableText = z.string().nullable();
const answer = z.object({
  outcome: z.enum(['created', 'rejected', 'not-sent', 'denied', 'unconfirmed']),
  at: z.number(),
  requestId: nullableText,
  httpStatus: z.number().nullable(),
  code: nullableText,
  message: nullableText,
  raw: nullableText,
});
const kept = z.object({
  batchId: z.string(),
  row: z.number().int(),
  from: z.enum(ORDER_STATES),
  to: z.enum(ORDER_STATES),
  facts: z.object({
    at: z.number(),
    cloudPbxId: nullableText.exactOptional(),
    requestId: nullableText.exactOptional(),
    error: nullableText.exactOptional(),
    skippedBecause: z.enum(SKIP_REASONS).nullable().exactOptional(),
    answer: answer.exactOptional(),
    decidedBy: z.string().exactOptional(),
    reason: z.string().exactOptional(),
  }),
});

/** Answers the ledger could not take when they came, in memory and in the reserve file. */
export class UnsavedAnswers {
  readonly #reserve: ReserveFile;
  #waiting: Change[];
  /** Those of the last recovery. */
  #taken: readonly Change[] = [];

  /** Reads what an earlier run left. Throws the system's error. */
  constructor(dataDir: string) {
    this.#reserve = new ReserveFile(dataDir);
    this.#waiting = this.#reserve.lines().flatMap(changeIn);
  }

  get waiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Yields whether it is on disk; in memory it is in any case. */
  keep(change: Change): boolean {
    this.#waiting.push(change);
    return (
      this.#reserve.append(JSON.stringify(change)) ||
      this.#reserve.append(JSON.stringify(withoutBody(change)))
    );
  }

  /**
   * Puts the answers into the ledger; yields how many it did not have yet, and those no order of it can take, which are
   * kept in the trail. Call `forget` after the commit.
   */
  async recover(
    tx: Transaction<Tables>,
    author: Author,
  ): Promise<{ recovered: number; kept: readonly Change[] }> {
    let recovered = 0;
    const kept: Change[] = [];
    this.#taken = [...this.#waiting];
    for (const change of this.#taken) {
      const { batchId, row, facts } = change;
      const event = { at: facts.at, ...author };
      await sql`savepoint answer`.execute(tx);
      try {
        const taken = await takeIn(tx, change, author);
        await sql`release answer`.execute(tx);
        if (!taken) continue;
        recovered++;
        const data = JSON.stringify({ cloudPbxId: facts.cloudPbxId ?? null });
        await appendEvent(tx, { ...event, kind: 'answer-recovered', batchId, row, data });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        await sql`rollback to answer`.execute(tx);
        // The ledger was replaced by one in which this can't be: kept in the trail, not dropped.
        const data = JSON.stringify(change);
        await appendEvent(tx, { ...event, kind: 'answer-kept', batchId: null, row: null, data });
        kept.push(change);
      }
    }
    return { recovered, kept };
  }

  /** Drops what was recovered; what came meanwhile stays. */
  forget(): void {
    this.#waiting = this.#waiting.filter((change) => !this.#taken.includes(change));
    this.#reserve.clear();
    for (const change of this.#waiting) this.#reserve.append(JSON.stringify(change));
  }
}

/** Yields false when the ledger has the answer already. Where it fell behind, the order goes the way it went then. */
async function takeIn(tx: Transaction<Tables>, change: Change, author: Author): Promise<boolean> {
  const { batchId, row, to, facts } = change;
  const order = await tx
    .selectFrom('orders')
    .select(['state', 'cloud_pbx_id'])
    .where('batch_id', '=', batchId)
    .where('row', '=', row)
    .executeTakeFirst();
  if (order?.state === to && order.cloud_pbx_id === (facts.cloudPbxId ?? order.cloud_pbx_id)) return false;
  if (order?.state === 'ready') {
    const begun = { at: facts.answer?.at ?? facts.at, reason: 'The answer shows that it was sent.' };
    await changeState(tx, { batchId, row, from: 'ready', to: 'sending', facts: begun }, author);
  }
  const from = order?.state === 'unconfirmed' ? 'unconfirmed' : change.from;
  await changeState(tx, { ...change, from }, author);
  return true;
}

const CONSTRAINT = 19;

/** The ledger's rules don't allow the change; unlike a failure of the store it would be so every time. */
function isRefusal(error: unknown): boolean {
  if (error instanceof LedgerError) return true;
  const code = sqliteCode(error);
  return code !== null && (code & 0xff) === CONSTRAINT;
}

/** The id is worth more than the body, when there is no room for both. */
function withoutBody(change: Change): Change {
  const { answer, ...facts } = change.facts;
  return answer ? { ...change, facts: { ...facts, answer: { ...answer, raw: null } } } : change;
}

/** A line cut off by a power loss is no answer. */
function changeIn(line: string): Change[] {
  try {
    return [kept.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
