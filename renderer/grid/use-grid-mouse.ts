import { useEffect, useRef } from 'react';
import { startEdit } from './edit-actions';
import { askFocus, bounds, goTo, grid, openEditor, setGrid } from './grid-store';
import { ROW_NUMBER, type Place } from './selection';

type MouseProps = {
  onMouseDown: (event: React.MouseEvent) => void;
  onMouseOver: (event: React.MouseEvent) => void;
  onDoubleClick: (event: React.MouseEvent) => void;
};

/** The cell under the mouse; null: none. */
function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest('[data-cell]') : null;
  const [index, column] = (cell?.getAttribute('data-cell') ?? '').split(' ').map(Number);
  return cell && index !== undefined && column !== undefined ? { index, column } : null;
}

/** Click selects, drag and Shift extend, double click edits; a row's number selects the row. */
export function useGridMouse(): MouseProps {
  const dragging = useRef(false);
  useEffect(() => {
    const end = (): void => {
      dragging.current = false;
    };
    window.addEventListener('mouseup', end);
    return () => window.removeEventListener('mouseup', end);
  }, []);
  return {
    onMouseDown: (event) => {
      const place = placeOf(event.target);
      if (!place || event.button !== 0 || isEditor(event.target)) return;
      // The browser would select text and put the focus where it likes.
      event.preventDefault();
      openEditor.save?.();
      dragging.current = true;
      goTo(place, event.shiftKey);
      if (place.column === ROW_NUMBER && !event.shiftKey) {
        setGrid({ anchor: { index: place.index, column: bounds().columns - 1 } });
      }
      askFocus();
    },
    onMouseOver: (event) => {
      if (!dragging.current || event.buttons !== 1) return;
      const place = placeOf(event.target);
      const { active } = grid();
      if (place && (place.index !== active.index || place.column !== active.column)) goTo(place, true);
    },
    onDoubleClick: (event) => {
      if (placeOf(event.target) && !isEditor(event.target)) startEdit('in', null);
    },
  };
}

const isEditor = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('.cell-editor') !== null;
