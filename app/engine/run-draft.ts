import * as z from 'zod';
import type { BatchRecord, Ledger } from '../ledger';
import { EMPTY_DRAFT, type Draft } from './drafts';
import type { Parts } from './parts';
import { sheetReadOf } from './result-file';

/** What createBatch records of how the columns were understood. */
const mapping = z.object({
  columns: z.array(z.object({ letter: z.string(), field: z.string() })),
  constants: z.record(z.string(), z.string()),
});

/** How a run's sheet was read and corrected when it was submitted, from the ledger alone. */
export async function draftOfRun(ledger: Ledger, batch: BatchRecord): Promise<Draft> {
  const read = await sheetReadOf(ledger, batch);
  const understood = mapping.safeParse(JSON.parse(batch.mapping));
  const { columns, constants } = understood.success ? understood.data : { columns: [], constants: {} };
  const map = Object.fromEntries(columns.map(({ field, letter }) => [field, letter]));
  const edits: Draft['tabs'][string]['edits'] = {};
  for (const order of await ledger.orders(batch.id)) {
    const texts = Object.entries(order.edits).filter((one): one is [string, string] => one[1] !== undefined);
    if (texts.length > 0) edits[String(order.row)] = Object.fromEntries(texts);
  }
  const isText = read?.format === 'text';
  return {
    ...EMPTY_DRAFT,
    sheetName: isText ? null : batch.sheet,
    encoding: read?.dialect?.encoding ?? null,
    delimiter: read?.dialect?.delimiter ?? null,
    timeZone: read?.timeZone ?? null,
    dateOrder: read?.dateOrder ?? null,
    decimalMark: read?.decimalMark ?? null,
    tabs: { [isText ? '' : batch.sheet]: { map, constants, edits } },
  };
}

/**
 * Keeps for a result file what the operator did to its source, so that rows corrected before stay corrected when the
 * result is opened.
 */
export async function keepDraftOfResult(
  parts: Parts,
  ledger: Ledger,
  batch: BatchRecord,
  resultSha256: string,
): Promise<void> {
  try {
    await parts.drafts.save(resultSha256, await draftOfRun(ledger, batch));
  } catch (error) {
    // A convenience: without it the corrections have to be made again, and nothing else is wrong.
    parts.report(error);
  }
}
