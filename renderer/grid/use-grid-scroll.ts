import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { grid, setGrid, useGrid } from './grid-store';
import { ROW_HEIGHT, scrollToRow } from './scroll-window';

/** The stylesheet's `--grid-head`. */
const HEAD_HEIGHT = 48;

/** Follows the scroll bar, and brings the active cell into sight when asked. */
export function useGridScroll(
  box: RefObject<HTMLDivElement | null>,
  total: number,
  template: string,
): { scrollTop: number; viewport: number; onScroll: () => void } {
  const [scrollTop, setScrollTop] = useState(() => grid().scrollTop);
  const [viewport, setViewport] = useState(0);
  const sightAsked = useGrid((state) => state.sightAsked);
  const hasRows = total > 0;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => {
      const rows = Math.max(0, element.clientHeight - HEAD_HEIGHT);
      setViewport(rows);
      setGrid({ page: Math.max(1, Math.floor(rows / ROW_HEIGHT) - 1) });
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);

  // Coming back to the sheet: where it was left.
  useEffect(() => {
    if (hasRows && box.current) box.current.scrollTop = grid().scrollTop;
  }, [box, hasRows]);

  useEffect(() => {
    const element = box.current;
    if (!element || sightAsked === 0) return;
    const { index, column } = grid().active;
    if (index >= 0) {
      const to = scrollToRow(index, element.scrollTop, total, element.clientHeight - HEAD_HEIGHT);
      if (to !== null) element.scrollTop = to;
    }
    const sideways = scrollLeftFor(element, template, column);
    if (sideways !== null) element.scrollLeft = sideways;
  }, [box, sightAsked, total, template]);

  const onScroll = (): void => {
    const element = box.current;
    if (!element) return;
    setScrollTop(element.scrollTop);
    setGrid({ scrollTop: element.scrollTop });
  };
  return { scrollTop, viewport, onScroll };
}

/** Where to scroll sideways so that a column isn't behind the frozen ones or outside; null: it is in sight. */
function scrollLeftFor(element: HTMLElement, template: string, column: number): number | null {
  const widths = template.split(' ').map((width) => Number.parseInt(width, 10));
  const frozen = (widths[0] ?? 0) + (widths[1] ?? 0);
  if (column < 2) return null;
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const right = left + (widths[column] ?? 0);
  if (left < element.scrollLeft + frozen) return left - frozen;
  if (right > element.scrollLeft + element.clientWidth) {
    return Math.min(right - element.clientWidth, left - frozen);
  }
  return null;
}
