import { useEffect, type RefObject } from 'react';
import { copySelection, cutSelection, pasteText } from './clipboard-actions';
import { grid } from './grid-store';

/**
 * Copy, cut and paste while the focus is in the grid. Listened for on the document, because without selected text
 * these events go to the page's body, whatever has the focus.
 */
export function useGridClipboard(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const listen = (type: 'copy' | 'cut' | 'paste', act: (event: ClipboardEvent) => void): (() => void) => {
      const handle = (event: ClipboardEvent): void => {
        if (grid().editing || !box.current?.contains(document.activeElement)) return;
        event.preventDefault();
        act(event);
      };
      document.addEventListener(type, handle);
      return () => document.removeEventListener(type, handle);
    };
    const ends = [
      listen('copy', () => void copySelection()),
      listen('cut', () => void cutSelection()),
      listen('paste', (event) => void pasteText(event.clipboardData?.getData('text/plain') ?? '')),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [box]);
}
