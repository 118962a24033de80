import { create } from 'zustand';
import type * as LaterModule from '../later';
import { words } from '../words/words';
import { set } from './window-store';

type Later = typeof LaterModule;

/** The window beyond its first screen; null until it is loaded, a moment after that screen is shown. */
export const useLater = create<{ later: Later | null }>(() => ({ later: null }));

/** Loads it once what is on the screen has been drawn: in the frame after that one. */
export function loadLater(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => void load()));
}

async function load(): Promise<void> {
  try {
    useLater.setState({ later: await import('../later') });
  } catch {
    set({ failure: { code: 'window', message: words().errorUnexpected } });
  }
}
