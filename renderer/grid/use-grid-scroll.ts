import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { scrollToColumn } from './column-window';
import { grid, scrollKept, setGrid, useGrid } from './grid-store';
import { ROW_HEIGHT, scrollToRow } from './scroll-window';

/** The stylesheet's `--grid-head`. */
const HEAD_HEIGHT = 48;

/** Pixels. `height` is what the headings leave for rows. */
type Scroll = { top: number; left: number };
type Viewport = { height: number; width: number };

/** Follows the scroll bars, and brings the active cell into sight when asked. */
export function useGridScroll(
  box: RefObject<HTMLDivElement | null>,
  total: number,
  widths: readonly number[],
): { scroll: Scroll; viewport: Viewport; onScroll: () => void } {
  const [scroll, setScroll] = useState<Scroll>(() => ({ ...scrollKept }));
  const [viewport, setViewport] = useState<Viewport>({ height: 0, width: 0 });
  const sightAsked = useGrid((state) => state.sightAsked);
  const hasRows = total > 0;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => {
      const height = Math.max(0, element.clientHeight - HEAD_HEIGHT);
      setViewport({ height, width: element.clientWidth });
      setGrid({ page: Math.max(1, Math.floor(height / ROW_HEIGHT) - 1) });
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);

  // Coming back to the sheet: where it was left.
  useEffect(() => {
    if (hasRows) box.current?.scrollTo({ ...scrollKept, behavior: 'instant' });
  }, [box, hasRows]);

  useEffect(() => {
    const element = box.current;
    if (!element || sightAsked === 0) return;
    const { active, sightLeft } = grid();
    const { index, column } = active;
    if (index >= 0) {
      const to = scrollToRow(index, element.scrollTop, total, element.clientHeight - HEAD_HEIGHT);
      if (to !== null) element.scrollTop = to;
    }
    const sideways = sightLeft ? 0 : scrollToColumn(widths, column, element.scrollLeft, element.clientWidth);
    if (sideways !== null) element.scrollLeft = sideways;
  }, [box, sightAsked, total, widths]);

  const onScroll = (): void => {
    const element = box.current;
    if (!element) return;
    scrollKept.top = element.scrollTop;
    scrollKept.left = element.scrollLeft;
    setScroll({ ...scrollKept });
  };
  return { scroll, viewport, onScroll };
}
