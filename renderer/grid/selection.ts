/** A place in the grid: position within the rows shown (-1: the headings) and within the visible columns. */
export type Place = { index: number; column: number };
/** All inclusive. */
export type Range = { top: number; bottom: number; left: number; right: number };
export type Bounds = { rows: number; columns: number };

/** Position of the row number among the columns; what follows are fields. */
export const ROW_NUMBER = 0;

export function rangeOf(anchor: Place, active: Place): Range {
  return {
    top: Math.max(0, Math.min(anchor.index, active.index)),
    bottom: Math.max(0, Math.max(anchor.index, active.index)),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

/** The range's part that has fields: a row's number stands for the whole row. */
export function fieldRange(range: Range, columns: number): Range {
  return range.left === ROW_NUMBER ? { ...range, left: ROW_NUMBER + 1, right: columns - 1 } : range;
}

export const cellsIn = (range: Range): number =>
  (range.bottom - range.top + 1) * (range.right - range.left + 1);

export const isInside = (range: Range, index: number, column: number): boolean =>
  index >= range.top && index <= range.bottom && column >= range.left && column <= range.right;

/** The nearest place that exists. */
export function clamp(place: Place, { rows, columns }: Bounds): Place {
  return {
    index: Math.max(rows === 0 ? -1 : place.index < 0 ? -1 : 0, Math.min(place.index, rows - 1)),
    column: Math.max(ROW_NUMBER, Math.min(place.column, columns - 1)),
  };
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'row-start'
  | 'row-end'
  | 'start'
  | 'end'
  | 'top'
  | 'bottom';

/** Where a move leads; `page` is how many rows are in sight. */
export function moved(place: Place, move: Move, bounds: Bounds, page: number): Place {
  const last = bounds.rows - 1;
  const { index, column } = place;
  const to: Record<Move, Place> = {
    up: { index: index - 1, column },
    down: { index: index + 1, column },
    left: { index, column: column - 1 },
    right: { index, column: column + 1 },
    'page-up': { index: Math.max(0, index - page), column },
    'page-down': { index: index + page, column },
    'row-start': { index, column: ROW_NUMBER + 1 },
    'row-end': { index, column: bounds.columns - 1 },
    start: { index: 0, column: ROW_NUMBER + 1 },
    end: { index: last, column: bounds.columns - 1 },
    top: { index: 0, column },
    bottom: { index: last, column },
  };
  return clamp(to[move], bounds);
}

/** Tab walks along the row and on into the next one; null: it leaves the grid. */
export function tabbed(place: Place, backwards: boolean, { rows, columns }: Bounds): Place | null {
  const column = place.column + (backwards ? -1 : 1);
  if (column >= ROW_NUMBER + (backwards ? 1 : 0) && column < columns) return { index: place.index, column };
  const index = place.index + (backwards ? -1 : 1);
  if (index < 0 || index >= rows) return null;
  return { index, column: backwards ? columns - 1 : ROW_NUMBER + 1 };
}
