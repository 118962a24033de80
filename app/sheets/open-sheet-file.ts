import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate as otherWorkDone } from 'node:timers/promises';
import type { SheetFile } from './cell';
import { fileKind } from './file-kind';
import { firstRows, firstRowsOfStart, type FirstRows } from './first-rows';
import { SheetError } from './sheet-error';
import { readTextSheet } from './text/read-text';
import { readWorkbook } from './workbook/read-workbook';

export type OpenSheetOptions = {
  /** Text files only; absent: detected. */
  encoding?: string;
  delimiter?: string;
  /** Told now and then how many rows were read so far. */
  onRows?: (rows: number) => void;
  /** Told the first rows of a large file before the rest of it is read. */
  onFirstRows?: (first: FirstRows) => void;
};

/** A million rows of twenty columns take about 200 MB as text. */
const MAX_BYTES = 400 * 1024 * 1024;

/** Reads an order sheet, whatever it is. Throws SheetError; nothing is ever written or run. */
export async function openSheetFile(path: string, options: OpenSheetOptions = {}): Promise<SheetFile> {
  const { onFirstRows, ...others } = options;
  const first = onFirstRows ? await firstRowsOfStart(path, options) : null;
  if (!first) return openSheetBytes(await fileBytes(path), path, options);
  onFirstRows?.(first);
  return openSheetBytes(await fileBytes(path), path, others);
}

/** The same for bytes that were read already. */
export async function openSheetBytes(
  bytes: Buffer,
  path: string,
  options: OpenSheetOptions = {},
): Promise<SheetFile> {
  if (bytes.length === 0) throw new SheetError('empty-file', path);
  const name = basename(path);
  const sha256 = (): string => createHash('sha256').update(bytes).digest('hex');
  const onRows = options.onRows ?? (() => {});
  const found = fileKind(bytes);
  switch (found.kind) {
    case 'other':
      throw new SheetError('not-a-sheet', path, { what: found.what });
    case 'old-excel':
    case 'password-protected':
      throw new SheetError(found.kind, path);
    case 'zip': {
      await tellFirstRows(bytes, path, 'workbook', options);
      const sheets = await readWorkbook(bytes, path, onRows);
      return { path, name, sha256: sha256(), format: 'workbook', dialect: null, sheets };
    }
    case 'text': {
      await tellFirstRows(bytes, path, 'text', options);
      const { sheet, dialect } = readTextSheet(bytes, path, name, options);
      onRows(sheet.rows.length);
      return { path, name, sha256: sha256(), format: 'text', dialect, sheets: [sheet] };
    }
  }
}

async function tellFirstRows(
  bytes: Buffer,
  path: string,
  format: SheetFile['format'],
  options: OpenSheetOptions,
): Promise<void> {
  if (!options.onFirstRows) return;
  const first = await firstRows(bytes, path, format, options);
  if (!first || first.rows.length === 0) return;
  options.onFirstRows(first);
  // They are on their way before a long stretch of reading begins.
  await otherWorkDone();
}

async function fileBytes(path: string): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new SheetError('is-a-directory', path);
    if (!found.isFile()) throw new SheetError('not-a-sheet', path, { what: 'a device' });
    if (found.size > MAX_BYTES) {
      const what = `it has ${Math.round(found.size / 1048576)} MB and at most ${MAX_BYTES / 1048576} can be read`;
      throw new SheetError('too-large', path, { what });
    }
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof SheetError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new SheetError('not-found', path, {}, { cause });
    throw new SheetError('unreadable', path, { why: code }, { cause });
  }
}
