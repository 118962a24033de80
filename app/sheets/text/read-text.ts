import { isUtf8 } from 'node:buffer';
import type { RawSheet, TextDialect } from '../cell';
import { ReadingBudget } from '../reading-budget';
import { SheetError } from '../sheet-error';
import { codeUnits, type CodeUnits } from './code-units';
import { decodeText, detectEncoding, encodingName, markLength } from './encoding';
import { detectDelimiter, separatorLine } from './delimiter';
import { looksBinary } from './looks-binary';
import { scanFields } from './records';
import { RowCollector } from './row-collector';

export type TextOptions = { encoding?: string; delimiter?: string; onRows?: (rows: number) => void };
const TAB_NAMES = new Set(['\\t', 'tab']);
const LINE_END = /[\r\n]/;
/** Enough to tell the delimiter by, of whatever letters. */
const HEAD_BYTES = 256 * 1024;

/** A text file as it is scanned: `units` start after the byte-order mark and a `sep=` line; `textOf` yields what a stretch of them says. */
export type TextSource = {
  units: CodeUnits;
  textOf: (start: number, end: number) => string;
  dialect: TextDialect;
};

/** A text file to be read. UTF-8 is scanned as it is, byte by byte, and only what is new in it becomes text. */
export function textSource(bytes: Buffer, path: string, options: TextOptions): TextSource {
  const encoding = encodingOf(bytes, path, options);
  const body = bytes.subarray(markLength(bytes));
  if (encoding === 'utf-8' && isUtf8(body)) {
    const head = body.toString('utf8', 0, HEAD_BYTES);
    const { prefix, dialect } = dialectOf(head, bytes, path, { ...options, encoding });
    // Delimiter and `sep=` line are single bytes then, and the first line end is seen as it is.
    if (dialect.delimiter < '\u0080' && LINE_END.test(head.slice(0, -1))) {
      const rows = body.subarray(prefix.length);
      return {
        units: new Uint8Array(rows.buffer, rows.byteOffset, rows.length),
        textOf: (start, end) => rows.toString('utf8', start, end),
        dialect,
      };
    }
  }
  const text = decodeSheet(bytes, path, { ...options, encoding });
  return {
    units: codeUnits(text.body),
    textOf: (start, end) => text.body.slice(start, end),
    dialect: text.dialect,
  };
}

/** A text file's whole text and how it is written. `body` starts after the byte-order mark and a `sep=` line. */
export function decodeSheet(
  bytes: Buffer,
  path: string,
  options: TextOptions,
): { body: string; prefix: string; dialect: TextDialect } {
  const encoding = encodingOf(bytes, path, options);
  const text = decodeText(bytes, encoding, path);
  const { prefix, dialect } = dialectOf(text, bytes, path, { ...options, encoding });
  return { body: text.slice(prefix.length), prefix, dialect };
}

function encodingOf(bytes: Buffer, path: string, options: TextOptions): string {
  if (options.encoding) return encodingName(options.encoding, path);
  const { encoding } = detectEncoding(bytes);
  if (!looksBinary(bytes, encoding)) return encoding;
  throw new SheetError('not-a-sheet', path, { what: 'neither an Excel workbook nor a text file' });
}

/** How a text is written, and its `sep=` line ('': it has none). The beginning of a large one is enough. */
function dialectOf(
  text: string,
  bytes: Buffer,
  path: string,
  { encoding, delimiter: chosen }: { encoding: string; delimiter?: string },
): { prefix: string; dialect: TextDialect } {
  const separator = separatorLine(text);
  const prefix = text.slice(0, separator?.length ?? 0);
  const delimiter =
    chosenDelimiter(chosen, path) ?? separator?.delimiter ?? detectDelimiter(text.slice(prefix.length));
  const byteOrderMark = markLength(bytes) > 0;
  return {
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

function chosenDelimiter(given: string | undefined, path: string): string | undefined {
  if (given === undefined || given === '') return undefined;
  const delimiter = TAB_NAMES.has(given.toLowerCase()) ? '\t' : given;
  if (delimiter.length > 1 || /["\r\n]/.test(delimiter)) {
    throw new SheetError('unknown-delimiter', path, { delimiter: given });
  }
  return delimiter;
}

function lineEndOf(text: string): TextDialect['lineEnd'] {
  const at = text.search(LINE_END);
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
  const { units, textOf, dialect } = textSource(bytes, path, options);
  const collector = new RowCollector(units, textOf, budget, options.onRows ?? (() => {}));
  if (!scanFields(units, dialect.delimiter, collector)) {
    throw new SheetError('open-quote', path, { row: collector.row + 1 });
  }
  return { sheet: { name, hidden: false, rows: collector.rows }, dialect };
}
