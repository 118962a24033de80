import type { ConnectionView, Settings } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { chooseLanguage, speak, words } from '../words/words';
import { ask } from './ask';
import { get, set } from './window-store';

/** Changes some settings and puts them into effect at once; false (with the error shown) if they were not saved. */
export async function saveSettings(change: Partial<Settings>): Promise<boolean> {
  const { home } = get();
  if (!home) return false;
  const settings = { ...home.settings, ...change };
  set({ home: { ...home, settings } });
  void applySettings(settings);
  const saved = await ask(bridge().saveSettings({ settings }));
  const current = get().home;
  if (saved === null) {
    if (current) set({ home: { ...current, settings: home.settings } });
    void applySettings(home.settings);
    return false;
  }
  if (current) set({ home: { ...current, settings: saved } });
  return true;
}

/** Theme and language, where the page shows them; resolves when the language is loaded. */
export async function applySettings({
  theme,
  language,
}: Pick<Settings, 'theme' | 'language'>): Promise<void> {
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  try {
    await speak(chooseLanguage(language, navigator.languages));
  } catch {
    set({ failure: { code: 'window', message: words().errorUnexpected } });
  }
}

export function takeConnections(connections: ConnectionView[] | null): boolean {
  if (!connections) return false;
  set((state) => (state.home ? { home: { ...state.home, connections } } : {}));
  return true;
}

const systemIsDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** Takes the system's theme and language until the settings are known, and follows its theme while they say so. */
export function followSystem(): void {
  const follow = (): void =>
    void applySettings(get().home?.settings ?? { theme: 'system', language: 'system' });
  follow();
  systemIsDark().addEventListener('change', follow);
}
