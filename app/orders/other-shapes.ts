import type { RawRow } from '../sheets/cell';
import { cellText, isBlank } from './cell-text';
import type { Header } from './find-header';
import { columnLetter } from './letters';
import { matchHeader } from './match-header';

const ROWS = 60;
const COLUMNS = 26;
/** A row with so much certainty is a row of headings, whatever stands below one another. */
const SURE = 5;
/** So many different fields below one another are headings; in a further column of a form, so many. */
const LEAST = 5;
const LEAST_FURTHER = 3;

type Shape = { code: 'sideways' | 'one-column'; params: Record<string, string> };

/** What a sheet without a plain row of headings is instead: fields below one another, or columns that were not told apart. */
export function otherShape(rows: readonly RawRow[], header: Header | null): Shape | null {
  if (header && header.score >= SURE) return null;
  if (rows.length > 1 && rows.every(({ cells }) => cells.filter((cell) => !isBlank(cell)).length <= 1))
    return { code: 'one-column', params: {} };
  const counts = fieldsBelowOneAnother(rows);
  const most = Math.max(0, ...counts);
  if (most < LEAST || most <= (header?.score ?? 0)) return null;
  const letters = counts.flatMap((count, column) => (count >= LEAST_FURTHER ? columnLetter(column) : []));
  return { code: 'sideways', params: { columns: letters.join(', ') } };
}

/** How many different fields the cells of each column name. */
function fieldsBelowOneAnother(rows: readonly RawRow[]): number[] {
  return Array.from({ length: COLUMNS }, (_, column) => {
    const fields = new Set<string>();
    for (const { cells } of rows.slice(0, ROWS)) {
      const text = cellText(cells[column]).replace(/\s+/g, ' ').trim();
      const match = text !== '' && text.length <= 80 ? matchHeader(text) : null;
      if (match) fields.add(match.field);
    }
    return fields.size;
  });
}
