import iconv from 'iconv-lite';
import { codeUnits } from '../text/code-units';
import { markLength } from '../text/encoding';
import { decodeSheet } from '../text/read-text';
import { fieldText, scanFields, type FieldSink } from '../text/records';
import { BytePositions, encodeBare } from './byte-positions';
import { placeColumns, placedTexts, type Placed } from './result-columns';
import { inertField, TextSurvey, writeField, type QuotingHabit } from './text-fields';
import type { ResultsRequest } from './write-results';

/** What stands from `start` to `end`, in characters, becomes `text`. */
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
  const units = codeUnits(body);
  const survey = new TextSurvey(body);
  scanFields(units, delimiter, survey);
  const { columns, added } = placeColumns(existing, survey.used);
  const results = new Map(rows.map((result) => [result.row, result]));
  const edits = new ResultEdits(body, delimiter, survey.habit(), {
    placedIn(row) {
      const result = results.get(row);
      if (row === headerRow) return added;
      return result ? placedTexts(result, columns) : [];
    },
    padding: survey.width === null ? null : { from: survey.width, to: Math.max(...columns.values()) + 1 },
  });
  scanFields(units, delimiter, edits);
  const lost = edits.edits.some(({ text }) => isLost(text, encoding));
  const positions = new BytePositions(bytes, prefix + body, encoding, markLength(bytes));
  return {
    chunks: spliced(bytes, edits.edits, (at) => positions.of(prefix.length + at), encoding),
    note: lost ? `Some letters of the results don't exist in ${encoding} and are written as "?".` : null,
  };
}

// oxlint-disable-next-line no-control-regex -- the very set is meant
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
const isLost = (text: string, encoding: string): boolean =>
  !isAscii(text) && iconv.decode(encodeBare(text, encoding), encoding, { stripBOM: false }) !== text;

type Wanted = {
  placedIn(row: number): readonly Placed[];
  /** Of a file whose rows all have `from` fields: rows without a result get empty ones up to `to`. */
  padding: { from: number; to: number } | null;
};

/** Collects what to replace and to add, as the fields of the file pass by, so that each text is in its column. */
class ResultEdits implements FieldSink {
  readonly edits: Edit[] = [];
  private row = 1;
  private spans: { start: number; end: number }[] = [];

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    private readonly habit: QuotingHabit,
    private readonly wanted: Wanted,
  ) {}

  field(start: number, end: number): void {
    this.spans.push({ start, end });
  }

  record(end: number): void {
    const { spans, wanted, delimiter, habit } = this;
    const placed = wanted.placedIn(this.row++);
    this.spans = [];
    const blank = spans.length === 1 && spans[0]?.start === spans[0]?.end;
    if (placed.length === 0) {
      const { from, to } = wanted.padding ?? { from: 0, to: 0 };
      if (!blank && to > from)
        this.edits.push({ start: end, end, text: (delimiter + habit.empty).repeat(to - from) });
      return;
    }
    let count = spans.length;
    let tail = '';
    for (const { column, text } of placed) {
      const written = inertField(text);
      const field = writeField(written, delimiter, habit);
      const span = spans[column];
      if (!span) {
        tail += (delimiter + habit.empty).repeat(column - count) + delimiter + field;
        count = column + 1;
      } else if (fieldText(this.text.slice(span.start, span.end)) !== written) {
        this.edits.push({ ...span, text: field });
      }
    }
    if (tail !== '') this.edits.push({ start: end, end, text: tail });
  }
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
