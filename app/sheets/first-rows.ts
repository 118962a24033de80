import type { RawRow, SheetFile } from './cell';
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
