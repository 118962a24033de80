import type { SheetFile } from '../cell';

/** The columns a result adds, in this order, named so in the heading row. */
export const RESULT_COLUMNS = ['status', 'cloudPbxId', 'requestId', 'error', 'processedAt'] as const;
export type ResultColumn = (typeof RESULT_COLUMNS)[number];

/** What is written into one row. Absent or null cells are left empty. */
export type RowResult = {
  /** 1-based, as in the file. */
  row: number;
  status: string;
  /** Digits, written as text. */
  cloudPbxId: string | null;
  requestId: string | null;
  error: string | null;
  /** UTC milliseconds; written as ISO 8601 in UTC, to the second. */
  processedAt: number | null;
};

export type ResultsRequest = {
  /** The user's own file: read, never written. `sha256` guards against one that changed meanwhile (SheetError `changed-since`). */
  source: Pick<SheetFile, 'path' | 'sha256' | 'format' | 'dialect'>;
  /** The tab of a workbook. */
  sheetName: string;
  /** 1-based; of two lines, the lower. */
  headerRow: number;
  /** 0-based columns of the file that are result columns already: filled in instead of added. */
  columns: Partial<Record<ResultColumn, number>>;
  rows: readonly RowResult[];
  /** Where to write. A file that can't be replaced (open elsewhere) gets a sibling name. Never the source itself. */
  to: string;
};

/** `note`: words for the operator when it was written elsewhere than asked. */
export type WrittenResults = { path: string; sha256: string; note: string | null };

/**
 * Writes a copy of the user's file with the results in it; everything else stays as it was, byte for byte in a
 * workbook's other parts. Temporary file, fsync, rename. Throws SheetError.
 */
export async function writeResults(request: ResultsRequest): Promise<WrittenResults> {
  throw new Error(`not yet ${request.to}`);
}
