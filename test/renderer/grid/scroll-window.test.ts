import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWindow, scrollToColumn } from '../../../renderer/grid/column-window';
import {
  ROW_HEIGHT,
  TALLEST,
  contentTop,
  scrollHeight,
  scrollToRow,
  scrollWindow,
} from '../../../renderer/grid/scroll-window';

const VIEW = 600;
const counts = fc.constantFrom(1, 5, 100, 100_000, 1_048_576, 2_000_000);

describe('the rows in sight', () => {
  it('are those at the scroll position, each drawn where it belongs', () => {
    const drawn = scrollWindow(3400, 1000, VIEW);
    expect(drawn.first).toBeLessThanOrEqual(100);
    expect(drawn.last).toBeGreaterThanOrEqual(100 + Math.ceil(VIEW / ROW_HEIGHT));
    expect(drawn.offset).toBe(drawn.first * ROW_HEIGHT);
  });

  it('never need an element taller than a browser can draw', () => {
    fc.assert(fc.property(counts, (rows) => scrollHeight(rows) <= TALLEST));
  });

  it('fill the viewport at every scroll position, however many there are', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
        const scrollTop = share * Math.max(0, scrollHeight(rows) - VIEW);
        const { first, last, offset } = scrollWindow(scrollTop, rows, VIEW);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThanOrEqual(rows - 1);
        // In the scrolled element's own pixels, from the top of what is in sight to its bottom.
        expect(offset).toBeLessThanOrEqual(scrollTop + 0.001);
        const bottom = offset + (last - first + 1) * ROW_HEIGHT;
        expect(bottom).toBeGreaterThanOrEqual(Math.min(scrollTop + VIEW, rows * ROW_HEIGHT) - 0.001);
      }),
    );
  });

  it('include any row after scrolling to it', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 0.999, noNaN: true }), (rows, share) => {
        const index = Math.floor(share * rows);
        const to = scrollToRow(index, 0, rows, VIEW) ?? 0;
        const top = contentTop(to, rows, VIEW);
        expect(index * ROW_HEIGHT).toBeGreaterThanOrEqual(top - 1);
        expect((index + 1) * ROW_HEIGHT).toBeLessThanOrEqual(top + VIEW + 1);
      }),
    );
    expect(scrollToRow(3, 0, 100, VIEW)).toBeNull();
  });
});

describe('the columns in sight', () => {
  const widths = [80, 200, 100, 100, 100, 100, 100, 100];

  it('are drawn with one more on either side, besides the frozen ones', () => {
    expect(columnWindow(widths, 0, 500)).toEqual({ first: 2, last: 5 });
    expect(columnWindow(widths, 300, 500)).toEqual({ first: 4, last: 7 });
    expect(columnWindow(widths, 0, 5000)).toEqual({ first: 2, last: 7 });
  });

  it('come out from behind the frozen ones, and no further than needed', () => {
    expect(scrollToColumn(widths, 2, 250, 500)).toBe(0);
    expect(scrollToColumn(widths, 7, 0, 500)).toBe(380);
    expect(scrollToColumn(widths, 3, 0, 500)).toBeNull();
    expect(scrollToColumn(widths, 1, 250, 500)).toBeNull();
  });
});
