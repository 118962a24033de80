import type { ConnectionView, Settings } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { chooseLanguage, useLanguage } from '../words/words';
import { ask } from './ask';
import { get, set } from './window-store';

/** Changes some settings and puts them into effect at once; false (with the error shown) if they were not saved. */
export async function saveSettings(change: Partial<Settings>): Promise<boolean> {
  const { home } = get();
  if (!home) return false;
  const settings = { ...home.settings, ...change };
  set({ home: { ...home, settings } });
  applySettings(settings);
  const saved = await ask(bridge().saveSettings({ settings }));
  const current = get().home;
  if (saved === null) {
    if (current) set({ home: { ...current, settings: home.settings } });
    applySettings(home.settings);
    return false;
  }
  if (current) set({ home: { ...current, settings: saved } });
  return true;
}

/** Theme and language, where the page shows them. */
export function applySettings(settings: Settings): void {
  document.documentElement.dataset.theme = settings.theme;
  useLanguage.setState({ language: chooseLanguage(settings.language, navigator.languages) });
}

export function takeConnections(connections: ConnectionView[] | null): boolean {
  if (!connections) return false;
  set((state) => (state.home ? { home: { ...state.home, connections } } : {}));
  return true;
}
