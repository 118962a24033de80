import { flushSync } from 'react-dom';
import { clearSelection, restoreSelection, startEdit } from './edit-actions';
import { bounds, goTo, grid, setGrid } from './grid-store';
import { moved, ROW_NUMBER, tabbed, type Move } from './selection';

const MOVES: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'row-start',
  End: 'row-end',
};
const FAR: Record<string, Move> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'row-start',
  ArrowRight: 'row-end',
  Home: 'start',
  End: 'end',
};

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing'>;

/** What a key does in the grid while no cell is edited; true: it was the grid's. */
export function gridKey(event: Key): boolean {
  const mod = event.ctrlKey || event.metaKey;
  const { active, page } = grid();
  const inHead = active.index < 0;
  if (event.altKey) {
    if (event.key !== 'ArrowDown' || inHead) return false;
    edit('in', null);
    return true;
  }
  const move = (mod ? FAR : MOVES)[event.key];
  if (move) {
    const isHome = move === 'row-start' || move === 'start';
    goTo(moved(active, move, bounds(), page), event.shiftKey && !inHead, isHome);
    return true;
  }
  if (inHead) return false;
  if (mod) return withModifier(event.key);
  switch (event.key) {
    case 'Tab': {
      const to = tabbed(active, event.shiftKey, bounds());
      if (to) goTo(to);
      return to !== null;
    }
    case 'Enter':
      if (event.shiftKey) goTo(moved(active, 'up', bounds(), page));
      else edit('in', null);
      return true;
    case 'F2':
      edit('in', null);
      return true;
    case 'Delete':
    case 'Backspace':
      void clearSelection();
      return true;
    case 'Escape':
      setGrid({ anchor: active });
      return true;
    case ' ':
      if (!event.shiftKey) break;
      setGrid({
        anchor: { index: active.index, column: ROW_NUMBER },
        active: { index: active.index, column: bounds().columns - 1 },
      });
      return true;
  }
  // The editor is there before the key's own effect, so that the letter, or an input method, lands in it.
  if (event.key.length === 1 || event.key === 'Process' || event.isComposing) edit('over', '');
  return false;
}

function withModifier(key: string): boolean {
  const { rows, columns } = bounds();
  if (key.toLowerCase() === 'a' && rows > 0) {
    // The far end is the anchor, so that the view stays at the top.
    setGrid({ anchor: { index: rows - 1, column: columns - 1 }, active: { index: 0, column: 1 } });
    return true;
  }
  if (key === 'Backspace') {
    void restoreSelection();
    return true;
  }
  return false;
}

function edit(mode: 'over' | 'in', text: string | null): void {
  flushSync(() => startEdit(mode, text));
}
