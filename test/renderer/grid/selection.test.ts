import { describe, expect, it } from 'vitest';
import {
  cellsIn,
  clamp,
  fieldRange,
  moved,
  rangeOf,
  tabbed,
  type Move,
} from '../../../renderer/grid/selection';

const BOUNDS = { rows: 100, columns: 5 };
const at = (index: number, column: number) => ({ index, column });

describe('moving', () => {
  it.each<[Move, [number, number], [number, number]]>([
    ['up', [5, 2], [4, 2]],
    ['up', [0, 2], [-1, 2]],
    ['up', [-1, 2], [-1, 2]],
    ['down', [99, 2], [99, 2]],
    ['down', [-1, 2], [0, 2]],
    ['left', [5, 0], [5, 0]],
    ['right', [5, 4], [5, 4]],
    ['page-up', [3, 2], [0, 2]],
    ['page-down', [95, 2], [99, 2]],
    ['row-start', [5, 3], [5, 1]],
    ['row-end', [5, 1], [5, 4]],
    ['start', [50, 3], [0, 1]],
    ['end', [5, 1], [99, 4]],
    ['top', [50, 3], [0, 3]],
    ['bottom', [50, 3], [99, 3]],
  ])('%s from %j leads to %j', (move, from, to) => {
    expect(moved(at(...from), move, BOUNDS, 10)).toEqual(at(...to));
  });

  it('by Tab goes on in the next row and leaves the grid at its ends', () => {
    expect(tabbed(at(5, 4), false, BOUNDS)).toEqual(at(6, 1));
    expect(tabbed(at(5, 2), false, BOUNDS)).toEqual(at(5, 3));
    expect(tabbed(at(99, 4), false, BOUNDS)).toBeNull();
    expect(tabbed(at(5, 1), true, BOUNDS)).toEqual(at(4, 4));
    expect(tabbed(at(0, 1), true, BOUNDS)).toBeNull();
  });

  it('stays at the headings when there are no rows', () => {
    expect(clamp(at(7, 2), { rows: 0, columns: 5 })).toEqual(at(-1, 2));
    expect(clamp(at(7, 9), { rows: 3, columns: 5 })).toEqual(at(2, 4));
  });
});

describe('a selection', () => {
  it('is the same from either end, and never the headings', () => {
    const range = { top: 1, bottom: 3, left: 2, right: 4 };
    expect(rangeOf(at(3, 2), at(1, 4))).toEqual(range);
    expect(rangeOf(at(1, 4), at(3, 2))).toEqual(range);
    expect(rangeOf(at(-1, 1), at(-1, 1)).top).toBe(0);
    expect(cellsIn(range)).toBe(9);
  });

  it('from a row’s number is all fields of the row', () => {
    expect(fieldRange({ top: 1, bottom: 1, left: 0, right: 0 }, 5)).toMatchObject({ left: 1, right: 4 });
    expect(fieldRange({ top: 1, bottom: 1, left: 2, right: 3 }, 5)).toMatchObject({ left: 2, right: 3 });
  });
});
