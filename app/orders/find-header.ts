import type { RawRow } from '../sheets/cell';
import { cellText, isBlank } from './cell-text';
import { matchHeader } from './match-header';

/** Headings are looked for in this many rows from the top; above them are titles and addresses. */
const LOOKED_AT = 40;
/** Fewer known headings than this and a row is no heading row. */
const LEAST = 2;

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
};

const textsOf = (row: RawRow): string[] =>
  Array.from(row.cells, (cell) => cellText(cell).replace(/\s+/g, ' ').trim());

function scoreOf(texts: readonly string[]): number {
  const best = new Map<string, number>();
  for (const text of texts) {
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

/** The heading row of a sheet; null when no row looks like one. */
export function findHeader(rows: readonly RawRow[]): Header | null {
  let best: Header | null = null;
  for (let at = 0; at < Math.min(rows.length, LOOKED_AT); at++) {
    const row = rows[at];
    if (!row || row.cells.every(isBlank)) continue;
    const texts = textsOf(row);
    const one: Header = { firstData: at + 1, row: row.row, lines: 1, texts, score: scoreOf(texts) };
    if (one.score > (best?.score ?? 0)) best = one;
    const above = rows[at - 1];
    if (!above || above.row !== row.row - 1) continue;
    const both = joined(textsOf(above), texts);
    const two: Header = { firstData: at + 1, row: row.row, lines: 2, texts: both, score: scoreOf(both) };
    // A title above single-line headings must not turn them into two lines.
    if (two.score > (best?.score ?? 0) + 0.9) best = two;
  }
  return best && best.score >= LEAST * 0.75 && best.score > 1 ? best : null;
}
