import { markLength } from '../text/encoding';
import { decodeSheet } from '../text/read-text';
import { splitFields, splitRecords } from '../text/records';
import { BytePositions, encodeBare } from './byte-positions';
import { placeColumns, placedTexts, type Placed } from './result-columns';
import { inertField, quotingHabit, writeField, type QuotingHabit } from './text-fields';
import type { ResultsRequest } from './write-results';

type Edit = { start: number; end: number; text: string };
const CHUNK = 256 * 1024;

/**
 * A text file with the results in it. Every byte of the user's stays; our fields are written with the file's own
 * delimiter, quoting and encoding. `note` says so when the encoding lacks a character of ours.
 */
export function textWithResults(
  bytes: Buffer,
  { source, headerRow, columns: existing, rows }: ResultsRequest,
): { chunks: AsyncIterable<Buffer>; note: string | null } {
  const { dialect } = source;
  const options = dialect ? { encoding: dialect.encoding, delimiter: dialect.delimiter } : {};
  const { body, prefix, dialect: found } = decodeSheet(bytes, source.path, options);
  const { delimiter, encoding } = found;
  const { records } = splitRecords(body, delimiter);
  const { used, width } = survey(body, records, delimiter);
  const { columns, added } = placeColumns(existing, used);
  const habit = quotingHabit(body, records, delimiter);
  const results = new Map(rows.map((result) => [result.row, result]));
  const lastColumn = Math.max(...columns.values());

  const edits: Edit[] = [];
  records.forEach(({ start, end }, at) => {
    const row = at + 1;
    const result = results.get(row);
    const placed = row === headerRow ? added : result ? placedTexts(result, columns) : [];
    if (placed.length > 0) edits.push(...recordEdits(body, start, end, delimiter, placed, habit));
    else if (width !== null && end > start && lastColumn >= width)
      edits.push({ start: end, end, text: (delimiter + habit.empty).repeat(lastColumn + 1 - width) });
  });
  const lost = edits.some(({ text }) => !isAscii(text) && decodesOtherwise(text, encoding));
  const positions = new BytePositions(bytes, prefix + body, encoding, markLength(bytes));
  return {
    chunks: spliced(bytes, edits, (at) => positions.of(prefix.length + at), encoding),
    note: lost ? `Some letters of the results don't exist in ${encoding} and are written as "?".` : null,
  };
}

// oxlint-disable-next-line no-control-regex -- the very set is meant
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
const decodesOtherwise = (text: string, encoding: string): boolean => {
  const encoded = encodeBare(text, encoding);
  return encoded.includes(0x3f) && encodeBare(text.replaceAll('?', ''), encoding).includes(0x3f);
};

/** How many columns hold anything, and how many every record has, null when they differ. */
function survey(
  text: string,
  records: readonly { start: number; end: number }[],
  delimiter: string,
): { used: number; width: number | null } {
  let used = 0;
  let width: number | null | undefined;
  for (const { start, end } of records) {
    if (start === end) continue;
    const fields = splitFields(text, start, end, delimiter);
    if (width === undefined) width = fields.length;
    else if (width !== fields.length) width = null;
    for (let column = fields.length - 1; column >= used; column--) {
      const { start: from, end: to } = fields[column] ?? { start: 0, end: 0 };
      if (/[^\s"]/.test(text.slice(from, to))) used = column + 1;
    }
  }
  return { used, width: width ?? null };
}

/** What to replace in a record, and what to add at its end, so that each text is in its column. */
function recordEdits(
  text: string,
  start: number,
  end: number,
  delimiter: string,
  placed: readonly Placed[],
  habit: QuotingHabit,
): Edit[] {
  const fields = start === end ? [] : splitFields(text, start, end, delimiter);
  const edits: Edit[] = [];
  let count = Math.max(fields.length, 1);
  let tail = '';
  for (const { column, text: value } of placed) {
    const field = writeField(inertField(value), delimiter, habit);
    const span = fields[column];
    if (span) edits.push({ ...span, text: field });
    else {
      tail += (delimiter + habit.empty).repeat(column - count) + delimiter + field;
      count = column + 1;
    }
  }
  return tail ? [...edits, { start: end, end, text: tail }] : edits;
}

/** The file's bytes with the edits in their places, in chunks. */
async function* spliced(
  bytes: Buffer,
  edits: readonly Edit[],
  byteOf: (character: number) => number,
  encoding: string,
): AsyncGenerator<Buffer> {
  let from = 0;
  let pieces: Buffer[] = [];
  let size = 0;
  for (const { start, end, text } of edits) {
    const at = byteOf(start);
    const piece = [bytes.subarray(from, at), encodeBare(text, encoding)];
    from = byteOf(end);
    pieces.push(...piece);
    size += piece.reduce((sum, one) => sum + one.length, 0);
    if (size < CHUNK) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    size = 0;
  }
  yield Buffer.concat([...pieces, bytes.subarray(from)]);
}
