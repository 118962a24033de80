import type { Bounds, Range } from './selection';

export type PasteArea = {
  range: Range;
  /** The text for a cell, counted from the top left; undefined: the block has none there, the cell stays. */
  textAt: (down: number, right: number) => string | undefined;
  /** Cells of the block for which the sheet has no room. */
  lost: number;
};

/** Where a copied block goes, as in a spreadsheet program: repeated if the selection is a multiple of it, else once. */
export function pasteBlock(
  block: readonly (readonly string[])[],
  selected: Range,
  bounds: Bounds,
): PasteArea {
  const height = block.length;
  const width = Math.max(...block.map((cells) => cells.length));
  const rows = selected.bottom - selected.top + 1;
  const columns = selected.right - selected.left + 1;
  const repeats = rows % height === 0 && columns % width === 0;
  const bottom = Math.min(bounds.rows - 1, selected.top + (repeats ? rows : height) - 1);
  const right = Math.min(bounds.columns - 1, selected.left + (repeats ? columns : width) - 1);
  const [roomDown, roomRight] = [bottom - selected.top + 1, right - selected.left + 1];
  const lost = repeats
    ? 0
    : block.reduce(
        (sum, cells, down) => sum + (down < roomDown ? Math.max(0, cells.length - roomRight) : cells.length),
        0,
      );
  return {
    range: { top: selected.top, left: selected.left, bottom, right },
    textAt: (down, across) => block[down % height]?.[across % width],
    lost,
  };
}
