import Papa from 'papaparse';
import type { Cell, RawRow, RawSheet, TextDialect } from '../cell';
import { SheetError } from '../sheet-error';
import { decodeText, detectEncoding, markLength } from './encoding';
import { detectDelimiter, separatorLine } from './delimiter';
import { splitRecords } from './records';

export type TextOptions = { encoding?: string; delimiter?: string };
const EMPTY: Cell = { kind: 'empty' };
const SHARED_CELLS = 200_000;
const MAX_CELLS = 60_000_000;

/** A text file's text and how it is written. `body` starts after the byte-order mark and a `sep=` line. */
export function decodeSheet(
  bytes: Buffer,
  path: string,
  options: TextOptions,
): { body: string; prefix: string; dialect: TextDialect } {
  const detected = detectEncoding(bytes);
  const encoding = options.encoding?.toLowerCase() ?? detected.encoding;
  const text = decodeText(bytes, encoding, path);
  const separator = separatorLine(text);
  const prefix = separator ? text.slice(0, separator.length) : '';
  const body = text.slice(prefix.length);
  const delimiter = options.delimiter ?? separator?.delimiter ?? detectDelimiter(body);
  const byteOrderMark = detected.byteOrderMark && markLength(bytes) > 0;
  return {
    body,
    prefix,
    dialect: {
      encoding,
      byteOrderMark,
      delimiter,
      lineEnd: lineEndOf(body),
      separatorLine: separator !== null,
    },
  };
}

function lineEndOf(text: string): TextDialect['lineEnd'] {
  const at = text.search(/[\r\n]/);
  if (at < 0) return '\r\n';
  if (text[at] === '\n') return '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

/** The rows of a delimited text. A quoted line break stays inside its row, as in a spreadsheet program. */
export function readTextSheet(
  bytes: Buffer,
  path: string,
  name: string,
  options: TextOptions,
): { sheet: RawSheet; dialect: TextDialect } {
  const { body, dialect } = decodeSheet(bytes, path, options);
  const { records, unclosed } = splitRecords(body, dialect.delimiter);
  if (unclosed !== null) throw new SheetError('open-quote', path, { row: unclosed + 1 });
  const shared = new Map<string, Cell>();
  const cellOf = (text: string): Cell => {
    if (text === '') return EMPTY;
    let cell = shared.get(text);
    if (!cell) {
      cell = { kind: 'text', text };
      if (shared.size < SHARED_CELLS) shared.set(text, cell);
    }
    return cell;
  };
  const rows: RawRow[] = [];
  let cells = 0;
  const keep = (fields: readonly string[], row: number): void => {
    if (fields.every((field) => field.trim() === '')) return;
    cells += fields.length;
    if (cells > MAX_CELLS)
      throw new SheetError('too-large', path, { what: `it has more than ${MAX_CELLS} cells` });
    rows.push({ row, cells: fields.map(cellOf) });
  };
  let row = 0;
  Papa.parse<string[]>(uniformLines(body, records), {
    delimiter: dialect.delimiter,
    newline: '\n',
    quoteChar: '"',
    step: ({ data }) => keep(data, ++row),
  });
  return { sheet: { name, hidden: false, rows }, dialect };
}

/** The same records with one kind of line end: the parser merges rows where kinds are mixed. */
function uniformLines(
  body: string,
  records: readonly { start: number; end: number; next: number }[],
): string {
  if (!body.includes('\r')) return body;
  return records.map(({ start, end }) => body.slice(start, end)).join('\n');
}
