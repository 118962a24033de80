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
  const dark = settings.theme === 'dark' || (settings.theme === 'system' && systemIsDark().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  useLanguage.setState({ language: chooseLanguage(settings.language, navigator.languages) });
}

export function takeConnections(connections: ConnectionView[] | null): boolean {
  if (!connections) return false;
  set((state) => (state.home ? { home: { ...state.home, connections } } : {}));
  return true;
}

const systemIsDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** Shows the system's theme until the settings are known, and follows the system while they say so. */
export function followSystemTheme(): void {
  const follow = (): void => {
    const { home } = get();
    if (home) applySettings(home.settings);
    else document.documentElement.dataset.theme = systemIsDark().matches ? 'dark' : 'light';
  };
  follow();
  systemIsDark().addEventListener('change', follow);
}
