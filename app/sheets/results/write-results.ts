import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import type { SheetFile } from '../cell';
import { writeSafely, type SafeFile, type WrittenBefore } from '../safe-file';
import { SheetError } from '../sheet-error';
import type { ResultColumn, RowResult } from './result-columns';
import { textWithResults } from './text-results';
import { workbookWithResults } from './workbook-results';

export { RESULT_COLUMNS, type ResultColumn, type RowResult } from './result-columns';

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
  /** Absent: a file that is there is replaced, whoever wrote it. */
  before?: WrittenBefore;
};

/** `note`: words for the operator when it was written elsewhere than asked, or not to the letter. */
export type WrittenResults = SafeFile;

/**
 * Writes a copy of the user's file with the results in it; everything else stays as it was, byte for byte in a
 * workbook's other parts. Temporary file, fsync, rename. Throws SheetError.
 */
export async function writeResults(request: ResultsRequest): Promise<WrittenResults> {
  const { source, to, before } = request;
  const { bytes, mode } = await readSource(source.path);
  if (createHash('sha256').update(bytes).digest('hex') !== source.sha256)
    throw new SheetError('changed-since', source.path);
  const { chunks, note } =
    source.format === 'workbook'
      ? { chunks: await workbookWithResults(bytes, request), note: null }
      : textWithResults(bytes, request);
  const written = await writeSafely(to, chunks, {
    keep: source.path,
    mode,
    sibling: true,
    ...(before && { before }),
  });
  return { ...written, note: [written.note, note].filter(Boolean).join(' ') || null };
}

async function readSource(path: string): Promise<{ bytes: Buffer; mode: number }> {
  try {
    const { mode } = await fs.stat(path);
    // A result can be written anew even when its sheet is write-protected.
    return { bytes: await fs.readFile(path), mode: (mode & 0o777) | 0o600 };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw code === 'ENOENT'
      ? new SheetError('not-found', path, {}, { cause })
      : new SheetError('unreadable', path, code ? { why: code } : {}, { cause });
  }
}
