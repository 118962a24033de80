import { existsSync } from 'node:fs';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { changeState, type Change } from './change-state';
import { appendEvent } from './event-chain';
import { LedgerError } from './ledger-error';
import { ORDER_STATES, SKIP_REASONS } from './records';
import { ReserveFile } from './reserve-file';
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
    try {
      this.#reserve.append(JSON.stringify(change));
      return existsSync(this.#reserve.path);
    } catch {
      return false;
    }
  }

  /** Puts the answers into the ledger; yields how many it did not have yet. Call `forget` after the commit. */
  async recover(tx: Transaction<Tables>, operator: string): Promise<number> {
    let recovered = 0;
    for (const change of this.#waiting) {
      try {
        await changeState(tx, change, operator);
        recovered++;
        const { batchId, row, facts } = change;
        const data = JSON.stringify({ cloudPbxId: facts.cloudPbxId ?? null });
        await appendEvent(tx, { at: facts.at, kind: 'answer-recovered', batchId, row, operator, data });
      } catch (error) {
        // The ledger has it already, or was replaced by one without that order: kept in the trail, not dropped.
        if (!(error instanceof LedgerError)) throw error;
        const data = JSON.stringify({ ...change, found: error.facts.found ?? null });
        await appendEvent(tx, {
          at: change.facts.at,
          kind: 'answer-kept',
          batchId: null,
          row: null,
          operator,
          data,
        });
      }
    }
    return recovered;
  }

  forget(): void {
    this.#waiting = [];
    this.#reserve.clear();
  }
}

/** A line cut off by a power loss is no answer. */
function changeIn(line: string): Change[] {
  try {
    return [kept.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
