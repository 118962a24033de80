import { describe, expect, it } from 'vitest';
import { pasteBlock } from '../../../renderer/grid/paste-block';

const BOUNDS = { rows: 10, columns: 6 };
const selected = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe('a pasted block', () => {
  it('goes from the top left of the selection on', () => {
    const area = pasteBlock(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      selected(2, 3),
      BOUNDS,
    );
    expect(area.range).toEqual({ top: 2, left: 3, bottom: 3, right: 4 });
    expect([area.textAt(0, 0), area.textAt(1, 1), area.lost]).toEqual(['a', 'd', 0]);
  });

  it('is repeated over a selection that is a multiple of it', () => {
    const area = pasteBlock([['x']], selected(0, 1, 4, 2), BOUNDS);
    expect(area.range).toEqual({ top: 0, left: 1, bottom: 4, right: 2 });
    expect(area.textAt(4, 1)).toBe('x');
  });

  it('is pasted once, whole, into a selection of another shape', () => {
    const area = pasteBlock([['a'], ['b']], selected(0, 1, 2, 1), BOUNDS);
    expect(area.range).toEqual({ top: 0, left: 1, bottom: 1, right: 1 });
  });

  it('ends at the sheet’s edge and counts what was lost', () => {
    const area = pasteBlock(
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
      selected(9, 4),
      BOUNDS,
    );
    expect(area.range).toEqual({ top: 9, left: 4, bottom: 9, right: 5 });
    expect(area.lost).toBe(4);
  });

  it('leaves cells alone for which a ragged block has nothing', () => {
    const area = pasteBlock([['a', 'b'], ['c']], selected(0, 1), BOUNDS);
    expect(area.textAt(1, 1)).toBeUndefined();
  });
});
