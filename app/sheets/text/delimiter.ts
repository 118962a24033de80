import { codeUnits, type CodeUnits } from './code-units';
import { scanFields } from './records';

const CANDIDATES = [',', ';', '\t', '|'] as const;
const LOOKED_AT = 64 * 1024;
const RECORDS = 60;

const SEPARATOR_LINE = /^sep=([^"\r\n])(?:\r\n|\r|\n|$)/i;

/** Excel's first line that names the delimiter (`sep=;`): the delimiter and how many characters the line takes. */
export function separatorLine(text: string): { delimiter: string; length: number } | null {
  const match = SEPARATOR_LINE.exec(text.slice(0, 20));
  return match?.[1] === undefined ? null : { delimiter: match[1], length: match[0].length };
}

/** How many fields each of the first records has; blank lines left out. */
function fieldCounts(sample: CodeUnits, delimiter: string, torn: boolean): number[] {
  const counts: number[] = [];
  let fields = 0;
  let characters = 0;
  scanFields(sample, delimiter, {
    field(start, end) {
      fields++;
      characters += end - start;
    },
    record() {
      if (fields > 1 || characters > 0) counts.push(fields);
      fields = characters = 0;
      // One more than is looked at, which may be torn.
      return counts.length <= RECORDS;
    },
  });
  // The last record of a cut sample may be torn.
  return (torn ? counts.slice(0, -1) : counts).slice(0, RECORDS);
}

/** The delimiter that splits the most rows into the same number of columns, more than one; a comma when nothing does. */
export function detectDelimiter(text: string): string {
  const sample = codeUnits(text.slice(0, LOOKED_AT));
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of CANDIDATES) {
    const score = consistency(fieldCounts(sample, delimiter, sample.length < text.length));
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
