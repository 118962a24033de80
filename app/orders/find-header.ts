import type { RawRow } from '../sheets/cell';
import { cellText, isBlank } from './cell-text';
import { fold } from './fold';
import { matchHeader } from './match-header';

/** Headings are looked for in this many rows from the top; above them are titles and addresses. */
const LOOKED_AT = 40;
/** A row with less certainty than two known headings have is no heading row. */
const LEAST = 1.5;
/** Fewer headings than this, and a row in which none is known is not taken for headings. */
const LEAST_UNKNOWN = 3;

export type Header = {
  /** Index into the rows of the first row of orders. */
  firstData: number;
  /** The heading row's number in the file; of two lines, the lower. */
  row: number;
  /** How many rows the headings take: 1 or 2. */
  lines: number;
  /** Heading by column; '' where there is none. */
  texts: string[];
  /** How many fields they name, weighted by certainty. */
  score: number;
  /** False: no heading is known; it is the row that most looks like headings, for a person to say what they mean. */
  known: boolean;
};

const textsOf = (row: RawRow): string[] =>
  Array.from(row.cells, (cell) => cellText(cell).replace(/\s+/g, ' ').trim());

function scoreOf(texts: readonly string[], named: ReadonlySet<string>): number {
  const best = new Map<string, number>();
  for (const text of texts) {
    // What a person has named counts as much as two headings that are only known.
    if (named.has(fold(text)) && text !== '') best.set(`named ${text}`, 2);
    const match = text.length > 0 && text.length <= 80 ? matchHeader(text) : null;
    if (match) best.set(match.field, Math.max(best.get(match.field) ?? 0, match.confidence));
  }
  let score = 0;
  for (const confidence of best.values()) score += confidence;
  return score;
}

/** Two lines of headings as one: the upper is often merged across several columns, so it reaches to its right. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
  let reach = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    reach = upper[at] || reach;
    const below = lower[at] ?? '';
    if (below === '') return upper[at] ?? '';
    // The lower line alone is the heading when it already names a field.
    return matchHeader(below) || reach === '' ? below : `${reach} ${below}`;
  });
}

/**
 * The heading row of a sheet; null when no row looks like one. `named` are headings a person has said the meaning of
 * (any text they map a field to).
 */
export function findHeader(rows: readonly RawRow[], named: ReadonlySet<string> = NOBODY): Header | null {
  let best: Header | null = null;
  for (let at = 0; at < Math.min(rows.length, LOOKED_AT); at++) {
    const row = rows[at];
    if (!row || row.cells.every(isBlank)) continue;
    const texts = textsOf(row);
    const rest = { firstData: at + 1, row: row.row, known: true };
    const one: Header = { ...rest, lines: 1, texts, score: scoreOf(texts, named) };
    if (one.score > (best?.score ?? 0)) best = one;
    const above = rows[at - 1];
    if (!above || above.row !== row.row - 1) continue;
    const both = joined(textsOf(above), texts);
    const two: Header = { ...rest, lines: 2, texts: both, score: scoreOf(both, named) };
    // A title above single-line headings must not turn them into two lines.
    if (two.score > (best?.score ?? 0) + 0.9) best = two;
  }
  return best && best.score >= LEAST ? best : unknownHeader(rows);
}

const NOBODY: ReadonlySet<string> = new Set();

/** In a sheet of foreign headings: the first row of several different words with rows like it below. */
function unknownHeader(rows: readonly RawRow[]): Header | null {
  for (let at = 0; at < Math.min(rows.length - 1, LOOKED_AT); at++) {
    const row = rows[at];
    const below = rows[at + 1];
    if (!row || !below) continue;
    const texts = textsOf(row);
    const words = texts.filter((text) => /\p{L}/u.test(text) && text.length <= 80);
    if (new Set(words).size < LEAST_UNKNOWN || words.length < texts.filter((text) => text !== '').length)
      continue;
    const filled = below.cells.filter((cell) => !isBlank(cell)).length;
    if (filled * 2 < words.length) continue;
    return { firstData: at + 1, row: row.row, lines: 1, texts, score: 0, known: false };
  }
  return null;
}
