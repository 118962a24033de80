import { create } from 'zustand';
import type { FieldName, GridColumn } from '../../app/engine/contract';
import { get } from '../state/window-store';
import { PLAIN_LAYOUT, visibleColumns, type ColumnLayout } from './column-layout';
import { rowPages } from './rows';
import { clamp, rangeOf, type Bounds, type Place, type Range } from './selection';

/** `over`: typing replaced the text, arrow keys leave the cell; `in`: the cursor moves within the text. */
export type Editing = { row: number; index: number; field: FieldName; text: string; mode: 'over' | 'in' };

/** `revision`: of the sheet once the engine has it; null: it was not answered for yet. */
export type Typed = { text: string; revision: number | null };

export type GridState = {
  sheetId: string | null;
  active: Place;
  anchor: Place;
  /** Row of the file the active cell is in: rows may move when a filter or the sort no longer fits them. */
  activeRow: number | null;
  editing: Editing | null;
  layout: ColumnLayout;
  /** Texts typed but not yet seen in the rows the engine gives, by `cellKey`. */
  typed: ReadonlyMap<string, Typed>;
  /** Grows when the grid shall take the focus. */
  focusAsked: number;
  /** Grows when the active cell shall be brought into sight. */
  sightAsked: number;
  /** Together with the sheet's left edge. */
  sightLeft: boolean;
  /** Rows in sight. */
  page: number;
};

const START: Place = { index: 0, column: 1 };

export const useGrid = create<GridState>(() => ({
  sheetId: null,
  active: START,
  anchor: START,
  activeRow: null,
  editing: null,
  layout: PLAIN_LAYOUT,
  typed: new Map(),
  focusAsked: 0,
  sightAsked: 0,
  sightLeft: false,
  page: 20,
}));

/** Where the sheet was scrolled to, for coming back. Not state: nothing is drawn because of it. */
export const scrollKept = { top: 0, left: 0 };

/** What saves the text of the editor that is open, for a click that ends it. */
export const openEditor: { save: (() => void) | null } = { save: null };

export const grid = useGrid.getState;
export const setGrid = useGrid.setState;

/** Begins anew for another sheet, with its columns in that layout; for the same one everything is where it was. */
export function enterSheet(sheetId: string, layoutOf: () => ColumnLayout): void {
  if (grid().sheetId === sheetId) return;
  setGrid({
    sheetId,
    active: START,
    anchor: START,
    activeRow: null,
    editing: null,
    layout: layoutOf(),
    typed: new Map(),
  });
  scrollKept.top = 0;
  scrollKept.left = 0;
}

export const cellKey = (row: number, field: string): string => `${row} ${field}`;
export const cellId = (index: number, column: number): string => `cell-${index}-${column}`;

/** The visible columns; the row number goes before them. */
export function shownColumns(): GridColumn[] {
  const { sheet } = get();
  return sheet ? visibleColumns(sheet.grid, grid().layout) : [];
}

/** The field of a column; undefined: it is the row number. */
export const fieldAt = (column: number): GridColumn | undefined => shownColumns()[column - 1];

export const columnOf = (field: string | null): number =>
  field === null ? 0 : shownColumns().findIndex((one) => one.field === field) + 1;

export const bounds = (): Bounds => ({
  rows: rowPages.total ?? get().sheet?.counts.rows ?? 0,
  columns: shownColumns().length + 1,
});

export const selectedRange = (): Range => rangeOf(grid().anchor, grid().active);

/** Goes to a cell; `extend` keeps the other end of the selection, `sightLeft` also scrolls to the first columns. */
export function goTo(place: Place, extend = false, sightLeft = false): void {
  const to = clamp(place, bounds());
  setGrid((state) => ({
    active: to,
    anchor: extend ? state.anchor : to,
    activeRow: rowPages.row(to.index)?.row ?? null,
    sightAsked: state.sightAsked + 1,
    sightLeft,
  }));
}

export const askFocus = (): void => setGrid((state) => ({ focusAsked: state.focusAsked + 1 }));

/** Forgets typed texts that the rows in sight now have themselves. */
export function settleTyped(): void {
  const { typed } = grid();
  const seen = rowPages.seenRevision;
  const left = [...typed].filter(([, { revision }]) => revision === null || seen === null || revision > seen);
  if (left.length < typed.size) setGrid({ typed: new Map(left) });
}

/** After rows changed: the active cell stays in its row, wherever that is now, and within the rows there are. */
export function keepPlace(): void {
  const { active, anchor, activeRow, editing } = grid();
  const limits = bounds();
  if (rowPages.total === null || active.index < 0) return;
  const isThere = rowPages.isFresh(active.index);
  const now = activeRow === null || !isThere ? null : rowPages.indexOfRow(activeRow);
  const to = clamp({ index: now ?? active.index, column: active.column }, limits);
  const single = anchor.index === active.index && anchor.column === active.column;
  const row = rowPages.row(to.index)?.row ?? null;
  const next = {
    active: to,
    anchor: single ? to : clamp(anchor, limits),
    activeRow: isThere || activeRow === null ? row : activeRow,
  };
  const same =
    to.index === active.index &&
    to.column === active.column &&
    next.activeRow === activeRow &&
    next.anchor.index === anchor.index &&
    next.anchor.column === anchor.column;
  if (!same) setGrid(next);
  const editedNow = editing && rowPages.indexOfRow(editing.row);
  if (editing && editedNow !== null && editedNow !== editing.index) {
    setGrid({ editing: { ...editing, index: editedNow ?? editing.index } });
  }
}
