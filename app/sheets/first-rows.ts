import { open, stat } from 'node:fs/promises';
import type { RawRow, SheetFile } from './cell';
import { fileKind } from './file-kind';
import { ReadingBudget } from './reading-budget';
import { textSource } from './text/read-text';
import { detectEncoding } from './text/encoding';
import { looksBinary } from './text/looks-binary';
import { scanFields } from './text/records';
import { RowCollector } from './text/row-collector';
import { firstWorkbookRows } from './workbook/first-workbook-rows';

/** The beginning of a file as it stands there, to be looked at while the whole of it is read and checked. */
export type FirstRows = { readonly sheetName: string; readonly rows: readonly RawRow[] };

/** A smaller file is read and checked before a person has seen anything. */
const WORTHWHILE_BYTES = 1024 * 1024;
const START_BYTES = 64 * 1024;
const ROWS = 40;

/** The first rows of a large file from its first bytes alone; null when they can't be told from them. Never throws: what is wrong is told by reading it all. */
export async function firstRows(
  bytes: Buffer,
  path: string,
  format: SheetFile['format'],
  options: { encoding?: string; delimiter?: string },
): Promise<FirstRows | null> {
  if (bytes.length < WORTHWHILE_BYTES) return null;
  try {
    return format === 'workbook'
      ? await firstWorkbookRows(bytes, path, ROWS)
      : firstLines(bytes, path, options);
  } catch {
    return null;
  }
}

/**
 * The same before more than the beginning was read, which is enough for text in UTF-8 or UTF-16. Null for small files and
 * all others: a workbook has its list of contents at its end, and older encodings are told apart by all there is.
 */
export async function firstRowsOfStart(
  path: string,
  options: { encoding?: string; delimiter?: string },
): Promise<FirstRows | null> {
  try {
    const bytes = await startOf(path);
    if (!bytes || fileKind(bytes).kind !== 'text') return null;
    const whole = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
    const encoding = options.encoding ?? detectEncoding(whole).encoding;
    if (!encoding.startsWith('utf-')) return null;
    const first = firstLines(bytes, path, { ...options, encoding });
    return first && first.rows.length > 0 ? first : null;
  } catch {
    return null;
  }
}

async function startOf(path: string): Promise<Buffer | null> {
  const found = await stat(path);
  if (!found.isFile() || found.size < WORTHWHILE_BYTES) return null;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function firstLines(
  bytes: Buffer,
  path: string,
  options: { encoding?: string; delimiter?: string },
): FirstRows | null {
  const encoding = options.encoding ?? detectEncoding(bytes).encoding;
  if (looksBinary(bytes, encoding)) return null;
  const start = bytes.subarray(0, START_BYTES);
  const lineEnd = Math.max(start.lastIndexOf(0x0a), start.lastIndexOf(0x0d));
  // In UTF-16 with the low byte first, the line end's other byte follows.
  const end = lineEnd + (encoding === 'utf-16le' ? 2 : 1);
  const { units, textOf, dialect } = textSource(start.subarray(0, end), path, { ...options, encoding });
  const collector = new RowCollector(units, textOf, new ReadingBudget(path), () => {}, ROWS);
  // A quoted cell that goes on behind these bytes is not among the rows.
  scanFields(units, dialect.delimiter, collector);
  return { sheetName: '', rows: collector.rows };
}
