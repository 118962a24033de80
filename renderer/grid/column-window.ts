/** Drawn beside those in sight, so that a short scroll shows no gap. */
const BESIDE = 1;
/** The row number and the name: always drawn, always in sight. */
const FROZEN = 2;

/** The first and last column drawn besides the frozen ones (positions, inclusive). */
export type ColumnWindow = { first: number; last: number };

/** Which columns are in sight; `widths` (pixels) begin with the row number's. */
export function columnWindow(widths: readonly number[], scrollLeft: number, viewport: number): ColumnWindow {
  const frozen = widths.slice(0, FROZEN).reduce((sum, width) => sum + width, 0);
  let first = widths.length;
  let last = FROZEN - 1;
  let left = frozen;
  for (let at = FROZEN; at < widths.length; at++) {
    const right = left + (widths[at] ?? 0);
    if (right > scrollLeft + frozen && left < scrollLeft + viewport) {
      first = Math.min(first, at);
      last = at;
    }
    left = right;
  }
  return { first: Math.max(FROZEN, first - BESIDE), last: Math.min(widths.length - 1, last + BESIDE) };
}

/** Where to scroll sideways so that a column is neither behind the frozen ones nor outside; null: it is in sight. */
export function scrollToColumn(
  widths: readonly number[],
  column: number,
  scrollLeft: number,
  viewport: number,
): number | null {
  if (column < FROZEN) return null;
  const frozen = widths.slice(0, FROZEN).reduce((sum, width) => sum + width, 0);
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const right = left + (widths[column] ?? 0);
  if (left < scrollLeft + frozen) return left - frozen;
  // A column wider than the room shows its beginning.
  if (right > scrollLeft + viewport) return Math.min(right - viewport, left - frozen);
  return null;
}
