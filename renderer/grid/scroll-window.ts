/** Pixels; the stylesheet's `--grid-row` says the same to what isn't virtual. */
export const ROW_HEIGHT = 34;
/** Chromium gives up on elements of about 16.7 million pixels; well below it, everything works at any zoom. */
export const TALLEST = 6_000_000;
const AROUND = 8;

/** What of the rows is drawn, and where. All in pixels but `first` and `last` (row positions, inclusive). */
export type ScrollWindow = { first: number; last: number; height: number; offset: number };

const fullHeight = (rows: number): number => rows * ROW_HEIGHT;

/** The height the scroll bar is told: the real one, or, of very many rows, as much as the browser can take. */
export const scrollHeight = (rows: number): number => Math.min(fullHeight(rows), TALLEST);

/** How far the rows are from the top, for a position of the scroll bar. The same, unless there are too many rows. */
export function contentTop(scrollTop: number, rows: number, viewport: number): number {
  const range = scrollHeight(rows) - viewport;
  if (range <= 0) return 0;
  const share = Math.max(0, Math.min(1, scrollTop / range));
  return fullHeight(rows) === scrollHeight(rows)
    ? Math.min(scrollTop, range)
    : share * (fullHeight(rows) - viewport);
}

/** The position of the scroll bar for a distance of the rows from the top. */
export function scrollTopFor(top: number, rows: number, viewport: number): number {
  const range = fullHeight(rows) - viewport;
  if (range <= 0) return 0;
  const inside = Math.max(0, Math.min(range, top));
  return fullHeight(rows) === scrollHeight(rows)
    ? inside
    : (inside / range) * (scrollHeight(rows) - viewport);
}

/** The rows in sight, with some around them. `offset` is where row `first` is drawn within the scrolled element. */
export function scrollWindow(scrollTop: number, rows: number, viewport: number): ScrollWindow {
  const top = contentTop(scrollTop, rows, viewport);
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - AROUND);
  const last = Math.min(rows - 1, Math.ceil((top + viewport) / ROW_HEIGHT) + AROUND);
  return { first, last, height: scrollHeight(rows), offset: scrollTop - top + first * ROW_HEIGHT };
}

/** Where to scroll so that a row is in sight; null: it is. */
export function scrollToRow(index: number, scrollTop: number, rows: number, viewport: number): number | null {
  const top = contentTop(scrollTop, rows, viewport);
  const rowTop = index * ROW_HEIGHT;
  if (rowTop < top) return scrollTopFor(rowTop, rows, viewport);
  if (rowTop + ROW_HEIGHT > top + viewport)
    return scrollTopFor(rowTop + ROW_HEIGHT - viewport, rows, viewport);
  return null;
}
