import type { FieldName, RowView } from '../../app/engine/contract';
import { editCells } from '../state/sheet-actions';
import { say } from '../state/window-store';
import { words } from '../words/words';
import { bounds, goTo, grid, shownColumns } from './grid-store';
import { rowPages } from './rows';
import type { Place } from './selection';

/** Rows looked through at a time. */
const STRIDE = 1000;

/** What to look for, letter case ignored; `field` null: in every column shown. */
export type Wanted = { text: string; field: FieldName | null };

const holds = (row: RowView, field: FieldName, { text }: Wanted): boolean =>
  (row.texts[field] ?? '').toLowerCase().includes(text.toLowerCase());

/** The columns (1: the first field) of a row that hold it. */
function columnsWith(row: RowView, wanted: Wanted): number[] {
  return shownColumns().flatMap(({ field }, before) =>
    (wanted.field === null || wanted.field === field) && holds(row, field, wanted) ? [before + 1] : [],
  );
}

/** Goes to the next cell that holds a text, around at the end; false (and says so) if there is none. */
export async function findNext(wanted: Wanted): Promise<boolean> {
  const { rows } = bounds();
  const { active } = grid();
  const here = Math.max(0, active.index);
  const further =
    (await findBetween(wanted, here, here, active.column)) ??
    (await findBetween(wanted, here + 1, rows - 1)) ??
    (await findBetween(wanted, 0, here));
  if (further) goTo(further);
  else say(words().findNothing);
  return further !== null;
}

/** The first cell from one row to another (inclusive) that holds it, only right of a column. */
async function findBetween(wanted: Wanted, first: number, last: number, rightOf = 0): Promise<Place | null> {
  for (let from = first; from <= last; from += STRIDE) {
    const rows = await rowPages.rowsBetween(from, Math.min(last, from + STRIDE - 1));
    if (!rows) return null;
    for (const [down, row] of rows.entries()) {
      const column = columnsWith(row, wanted).find((one) => one > rightOf);
      if (column !== undefined) return { index: from + down, column };
    }
  }
  return null;
}

/** Replaces a text in the active cell, where it is there, and goes on to the next. */
export async function replaceHere(wanted: Wanted, replacement: string): Promise<void> {
  const { active } = grid();
  const row = rowPages.row(active.index);
  const field = shownColumns()[active.column - 1]?.field;
  if (row && field && row.state !== 'skipped' && columnsWith(row, wanted).includes(active.column)) {
    const value = replaced(row.texts[field] ?? '', wanted.text, replacement);
    await editCells([{ row: row.row, field, value }]);
  }
  await findNext(wanted);
}

/** A text with all of its `find`s replaced, letter case ignored. */
export function replaced(text: string, find: string, replacement: string): string {
  const pattern = new RegExp(find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  return text.replace(pattern, () => replacement);
}
