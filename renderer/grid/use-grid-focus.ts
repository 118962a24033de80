import { useEffect, useRef, type RefObject } from 'react';
import { bounds, cellId, goTo, grid, useGrid } from './grid-store';
import { clamp } from './selection';

type FocusProps = {
  onFocus: (event: React.FocusEvent) => void;
  onBlur: (event: React.FocusEvent) => void;
};

/** Keeps the focus at the active cell while it is in the grid, whatever is drawn anew under it. */
export function useGridFocus(box: RefObject<HTMLDivElement | null>): FocusProps {
  const inside = useRef(false);
  const answered = useRef(grid().focusAsked);
  const { active, editing, focusAsked } = useGrid();

  useEffect(() => {
    const asked = focusAsked !== answered.current;
    if ((!asked && !inside.current) || editing) return;
    const cell = document.getElementById(cellId(active.index, active.column));
    if (!cell) return;
    answered.current = focusAsked;
    const now = document.activeElement;
    // A menu or a dialog over the grid keeps the focus until it closes.
    const free = now === null || now === document.body || box.current?.contains(now);
    if (cell !== now && (asked || free)) cell.focus({ preventScroll: true });
  });

  return {
    onFocus: (event) => {
      if (!box.current?.contains(event.target)) return;
      inside.current = true;
      if (event.target === box.current) goTo(clamp(grid().active, bounds()));
    },
    onBlur: (event) => {
      if (event.relatedTarget instanceof Node && !box.current?.contains(event.relatedTarget)) {
        inside.current = false;
      }
    },
  };
}
