import type { BatchRecord, Ledger } from '../ledger';
import { EMPTY_DRAFT, type Draft } from './drafts';
import type { Parts } from './parts';

/**
 * Keeps for a result file what the operator did to its source, so that rows corrected before stay corrected when the
 * result is opened. What was sent is in the ledger; how the file is read is in the source's draft.
 */
export async function keepDraftOfResult(
  parts: Parts,
  ledger: Ledger,
  batch: BatchRecord,
  resultSha256: string,
): Promise<void> {
  try {
    const open = parts.sheets.all().find((one) => one.file.sha256 === batch.sha256);
    const draft =
      open?.draft() ?? (await parts.drafts.load(batch.sha256)) ?? (await draftFrom(ledger, batch));
    if (draft) await parts.drafts.save(resultSha256, draft);
  } catch (error) {
    // A convenience: without it the corrections have to be made again, and nothing else is wrong.
    parts.report(error);
  }
}

/** The corrections as they were sent; null: there were none. */
async function draftFrom(ledger: Ledger, batch: BatchRecord): Promise<Draft | null> {
  const edits: Draft['tabs'][string]['edits'] = {};
  for (const order of await ledger.orders(batch.id)) {
    const texts = Object.entries(order.edits).filter((one): one is [string, string] => one[1] !== undefined);
    if (texts.length > 0) edits[String(order.row)] = Object.fromEntries(texts);
  }
  if (Object.keys(edits).length === 0) return null;
  const isText = !/\.xls[xm]$/i.test(batch.sheetPath);
  return { ...EMPTY_DRAFT, tabs: { [isText ? '' : batch.sheet]: { map: {}, constants: {}, edits } } };
}
