import type { RawSheet, TextDialect } from '../cell';
import { ReadingBudget } from '../reading-budget';
import { SheetError } from '../sheet-error';
import { codeUnits } from './code-units';
import { decodeText, detectEncoding, encodingName, markLength } from './encoding';
import { detectDelimiter, separatorLine } from './delimiter';
import { looksBinary } from './looks-binary';
import { scanFields } from './records';
import { RowCollector } from './row-collector';

export type TextOptions = { encoding?: string; delimiter?: string; onRows?: (rows: number) => void };
const TAB_NAMES = new Set(['\\t', 'tab']);

/** A text file's text and how it is written. `body` starts after the byte-order mark and a `sep=` line. */
export function decodeSheet(
  bytes: Buffer,
  path: string,
  options: TextOptions,
): { body: string; prefix: string; dialect: TextDialect } {
  const detected = detectEncoding(bytes);
  const chosen = options.encoding ? encodingName(options.encoding, path) : null;
  const encoding = chosen ?? detected.encoding;
  if (chosen === null && looksBinary(bytes, encoding)) {
    throw new SheetError('not-a-sheet', path, { what: 'neither an Excel workbook nor a text file' });
  }
  const text = decodeText(bytes, encoding, path);
  const separator = separatorLine(text);
  const prefix = separator ? text.slice(0, separator.length) : '';
  const body = text.slice(prefix.length);
  const delimiter = delimiterOf(options.delimiter, path) ?? separator?.delimiter ?? detectDelimiter(body);
  const byteOrderMark = detected.byteOrderMark && markLength(bytes) > 0;
  return {
    body,
    prefix,
    dialect: {
      encoding,
      byteOrderMark,
      delimiter,
      lineEnd: lineEndOf(text),
      separatorLine: separator !== null,
    },
  };
}

function delimiterOf(given: string | undefined, path: string): string | null {
  if (given === undefined || given === '') return null;
  const delimiter = TAB_NAMES.has(given.toLowerCase()) ? '\t' : given;
  if (delimiter.length > 1 || /["\r\n]/.test(delimiter)) {
    throw new SheetError('unknown-delimiter', path, { delimiter: given });
  }
  return delimiter;
}

function lineEndOf(text: string): TextDialect['lineEnd'] {
  const at = text.search(/[\r\n]/);
  if (at < 0) return '\r\n';
  if (text[at] === '\n') return '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

/**
 * The rows of a delimited text, numbered as a spreadsheet program shows them: a quoted line break stays inside its row,
 * blank lines are rows, and the `sep=` line is none.
 */
export function readTextSheet(
  bytes: Buffer,
  path: string,
  name: string,
  options: TextOptions,
  budget = new ReadingBudget(path),
): { sheet: RawSheet; dialect: TextDialect } {
  const { body, dialect } = decodeSheet(bytes, path, options);
  const units = codeUnits(body);
  const collector = new RowCollector(body, units, budget, options.onRows ?? (() => {}));
  if (!scanFields(units, dialect.delimiter, collector)) {
    throw new SheetError('open-quote', path, { row: collector.row + 1 });
  }
  return { sheet: { name, hidden: false, rows: collector.rows }, dialect };
}
