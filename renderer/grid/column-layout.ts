import type { FieldName, GridColumn } from '../../app/engine/contract';
import { fieldWord } from '../words/fields';
import { words } from '../words/words';

/** How the operator arranged the columns; what isn't named here is as the sheet has it. */
export type ColumnLayout = {
  order: readonly FieldName[];
  hidden: readonly FieldName[];
  /** Pixels. */
  widths: Partial<Record<FieldName, number>>;
};
export const PLAIN_LAYOUT: ColumnLayout = { order: [], hidden: [], widths: {} };

export const isPlain = ({ order, hidden, widths }: ColumnLayout): boolean =>
  order.length + hidden.length + Object.keys(widths).length === 0;

export const NARROWEST = 64;
export const WIDEST = 640;
/** The column that stays in sight. */
const FROZEN: FieldName = 'name';

const WIDTHS: Record<GridColumn['kind'], number> = {
  text: 170,
  choice: 150,
  whole: 120,
  id: 190,
  ids: 170,
  date: 130,
  boolean: 120,
};

/** The visible columns in their order, the name first. */
export function visibleColumns(grid: readonly GridColumn[], layout: ColumnLayout): GridColumn[] {
  return arranged(grid, layout).filter((one) => one.field === FROZEN || !layout.hidden.includes(one.field));
}

export function hiddenColumns(grid: readonly GridColumn[], layout: ColumnLayout): GridColumn[] {
  return arranged(grid, layout).filter((one) => one.field !== FROZEN && layout.hidden.includes(one.field));
}

function arranged(grid: readonly GridColumn[], { order }: ColumnLayout): GridColumn[] {
  const rank = new Map(order.map((field, index) => [field, index]));
  const placed = grid.filter((one) => rank.has(one.field));
  placed.sort((a, b) => (rank.get(a.field) ?? 0) - (rank.get(b.field) ?? 0));
  // A column the order doesn't know (it came by an edit) goes last.
  const all = [...placed, ...grid.filter((one) => !rank.has(one.field))];
  return [...all.filter((one) => one.field === FROZEN), ...all.filter((one) => one.field !== FROZEN)];
}

/** Room for the state's icon and as many digits as the last row has. */
export const rowNumberWidth = (rows: number): number => 48 + Math.max(4, String(rows + 100).length) * 8.5;

export const isFrozen = (field: FieldName): boolean => field === FROZEN;

export function widthOf(column: GridColumn, layout: ColumnLayout): number {
  return (
    layout.widths[column.field] ??
    Math.max(
      WIDTHS[column.kind],
      column.field === FROZEN ? 210 : 0,
      roomFor(fieldWord(words(), column.field)),
    )
  );
}

/** Wide enough for a heading, as long as that isn't very long. */
const roomFor = (label: string): number =>
  Math.min(
    240,
    [...label].reduce((width, letter) => width + (letter > '\u2e80' ? 14 : 7.8), 66),
  );

export function withWidth(layout: ColumnLayout, field: FieldName, width: number): ColumnLayout {
  const kept = Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
  return { ...layout, widths: { ...layout.widths, [field]: kept } };
}

/** Puts a column where another one is; the frozen one stays first. */
export function withColumnAt(
  layout: ColumnLayout,
  grid: readonly GridColumn[],
  field: FieldName,
  target: FieldName,
): ColumnLayout {
  const order = arranged(grid, layout).map((one) => one.field);
  const [from, to] = [order.indexOf(field), order.indexOf(target)];
  if (from < 0 || to < 0) return layout;
  order.splice(from, 1);
  order.splice(to, 0, field);
  return { ...layout, order };
}

/** Moves a column one visible place; at the end it stays. */
export function withColumnMoved(
  layout: ColumnLayout,
  grid: readonly GridColumn[],
  field: FieldName,
  by: 1 | -1,
): ColumnLayout {
  const visible = visibleColumns(grid, layout).map((one) => one.field);
  const neighbour = visible[visible.indexOf(field) + by];
  return neighbour === undefined ? layout : withColumnAt(layout, grid, field, neighbour);
}

export const withHidden = (layout: ColumnLayout, field: FieldName): ColumnLayout =>
  field === FROZEN ? layout : { ...layout, hidden: [...layout.hidden, field] };
