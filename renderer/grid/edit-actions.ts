import { editCells } from '../state/sheet-actions';
import { get, say } from '../state/window-store';
import { words } from '../words/words';
import {
  askFocus,
  bounds,
  cellKey,
  columnOf,
  fieldAt,
  goTo,
  grid,
  selectedRange,
  setGrid,
  settleTyped,
  shownColumns,
} from './grid-store';
import { rowPages } from './rows';
import { cellsIn, fieldRange, moved, tabbed, type Range } from './selection';
import type { FieldName, RowView } from '../../app/engine/contract';

/** What one undo step may hold; the contract's own limit. */
const MOST_CELLS = 200_000;

type CellEdit = { row: number; field: FieldName; value: string | null };
export type After = 'down' | 'up' | 'next' | 'previous' | 'left' | 'right' | 'stay';

/** Begins to edit the active cell; `text` null: its own text. */
export function startEdit(mode: 'over' | 'in', text: string | null): void {
  const { active } = grid();
  const row = rowPages.row(active.index);
  const field = fieldAt(active.column)?.field;
  if (!row || !field) return;
  if (row.state === 'skipped') return say(words().gridSkippedRow);
  setGrid({
    editing: { row: row.row, index: active.index, field, mode, text: text ?? row.texts[field] ?? '' },
  });
}

export function cancelEdit(): void {
  setGrid({ editing: null });
  askFocus();
}

/** Ends the editing with a text, in one cell or all selected ones, and moves on. */
export async function commitEdit(text: string, after: After, everywhere = false): Promise<void> {
  const { editing } = grid();
  if (!editing) return;
  const { row, index, field } = editing;
  setGrid({ editing: null });
  if (after !== 'stay') askFocus();
  if (everywhere) {
    await fillSelection(text);
    return;
  }
  if (after !== 'stay') moveOn({ index, column: columnOf(field) }, after);
  if (text !== (rowPages.row(index)?.texts[field] ?? '')) await apply([{ row, field, value: text }]);
}

function moveOn(from: { index: number; column: number }, after: Exclude<After, 'stay'>): void {
  if (after === 'next' || after === 'previous') {
    const to = tabbed(from, after === 'previous', bounds());
    goTo(to ?? from);
  } else goTo(moved(from, after, bounds(), grid().page));
}

/** Shows the texts at once, sends them as one undo step, and takes them back if they were refused. */
export async function apply(cells: readonly CellEdit[]): Promise<boolean> {
  if (cells.length === 0) return false;
  if (cells.length > MOST_CELLS) {
    say(words().gridTooMany(MOST_CELLS));
    return false;
  }
  const entries = cells.flatMap(({ row, field, value }) =>
    value === null ? [] : [[cellKey(row, field), { text: value, revision: null }] as const],
  );
  setGrid((state) => ({ typed: new Map([...state.typed, ...entries]) }));
  const done = await editCells([...cells]);
  // Rows as they are now may not be at hand yet: until then the typed text stands for them.
  const revision = done ? (get().sheet?.revision ?? 0) : 0;
  setGrid((state) => {
    const typed = new Map(state.typed);
    for (const [key, entry] of entries) if (typed.get(key) === entry) typed.set(key, { ...entry, revision });
    return { typed };
  });
  settleTyped();
  return done;
}

/** The selected rows with their fields; null (with the reason told) if there are too many or they can't be read. */
export async function selectedCells(): Promise<{ rows: RowView[]; fields: FieldName[] } | null> {
  const range = fieldRange(selectedRange(), bounds().columns);
  if (range.left > range.right || bounds().rows === 0) return null;
  if (cellsIn(range) > MOST_CELLS) {
    say(words().gridTooMany(MOST_CELLS));
    return null;
  }
  const rows = await rowPages.rowsBetween(range.top, range.bottom);
  return rows && { rows, fields: fieldsOf(range) };
}

const fieldsOf = (range: Range): FieldName[] =>
  shownColumns()
    .slice(range.left - 1, range.right)
    .map((one) => one.field);

async function changeSelection(
  valueFor: (row: RowView, field: FieldName, at: number) => string | null | undefined,
): Promise<void> {
  const selected = await selectedCells();
  if (!selected) return;
  const cells = selected.rows.flatMap((row, at) =>
    selected.fields.flatMap((field) => {
      const value = valueFor(row, field, at);
      return value === undefined || row.state === 'skipped' ? [] : [{ row: row.row, field, value }];
    }),
  );
  if (await apply(cells)) say(words().gridChanged(cells.length));
}

const isOther = (row: RowView, field: FieldName, text: string): string | undefined =>
  (row.texts[field] ?? '') === text ? undefined : text;

export const fillSelection = (text: string): Promise<void> =>
  changeSelection((row, field) => isOther(row, field, text));

export const clearSelection = (): Promise<void> => fillSelection('');

/** Gives the selected cells the texts of the file back. */
export const restoreSelection = (): Promise<void> =>
  changeSelection((row, field) => (field in row.originals ? null : undefined));

/** Repeats the first row of the selection below it; of a single row, the row above. */
export async function fillDown(): Promise<void> {
  const range = selectedRange();
  if (range.top !== range.bottom) {
    let first: RowView | undefined;
    await changeSelection((row, field, at) => {
      if (at === 0) first = row;
      return at === 0 ? undefined : isOther(row, field, first?.texts[field] ?? '');
    });
    return;
  }
  if (range.top === 0) return;
  const above = (await rowPages.rowsBetween(range.top - 1, range.top - 1))?.[0];
  if (above) await changeSelection((row, field) => isOther(row, field, above.texts[field] ?? ''));
}

/** True while the sheet can be changed here. */
export const canEdit = (): boolean => get().place === 'review' && get().sheet !== null;
