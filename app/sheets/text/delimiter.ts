import { splitRecords } from './records';

const CANDIDATES = [',', ';', '\t', '|'] as const;
const LOOKED_AT = 64 * 1024;
const RECORDS = 60;

const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\r|\n)/i;

/** Excel's first line that names the delimiter (`sep=;`): the delimiter and how many characters the line takes. */
export function separatorLine(text: string): { delimiter: string; length: number } | null {
  const match = SEPARATOR_LINE.exec(text.slice(0, 20));
  return match?.[1] === undefined ? null : { delimiter: match[1], length: match[0].length };
}

/** How many fields a record has. */
function countFields(record: string, delimiter: string): number {
  let count = 1;
  let quoted = false;
  for (const character of record) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) count++;
  }
  return count;
}

/** The delimiter that splits the most rows into the same number of columns, more than one; a comma when nothing does. */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, LOOKED_AT);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of CANDIDATES) {
    const { records } = splitRecords(sample, delimiter);
    // The last record of a cut sample may be torn.
    const whole = sample.length < text.length ? records.slice(0, -1) : records;
    const counts = whole
      .slice(0, RECORDS)
      .map(({ start, end }) => countFields(sample.slice(start, end), delimiter))
      .filter((count, at) => count > 1 || whole[at]?.start !== whole[at]?.end);
    const score = consistency(counts);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** High when most rows have the same number of columns and that number is high. */
function consistency(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [columns, rows] of tally) best = Math.max(best, (rows / counts.length) * Math.log2(columns + 1));
  return best;
}
