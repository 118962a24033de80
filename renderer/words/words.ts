import { create } from 'zustand';
import { en, type Words } from './en';

export type Language = 'en' | 'zh' | 'de' | 'es';
/** English is always there: what the engine says is known by its English words. The others are loaded when chosen. */
export const LANGUAGES: Record<Language, { load: () => Promise<Words>; name: string; tag: string }> = {
  en: { load: async () => en, name: 'English', tag: 'en' },
  zh: { load: async () => (await import('./zh')).zh, name: '简体中文', tag: 'zh-Hans' },
  de: { load: async () => (await import('./de')).de, name: 'Deutsch', tag: 'de' },
  es: { load: async () => (await import('./es')).es, name: 'Español', tag: 'es' },
};
const isLanguage = (text: string): text is Language => text in LANGUAGES;

/** The language in use; changing it changes every screen at once. */
export const useLanguage = create<{ language: Language; words: Words }>(() => ({
  language: 'en',
  words: en,
}));

let wanted: Language = 'en';
/** Uses a language once it is loaded, unless another one was wanted meanwhile. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language === useLanguage.getState().language) return;
  const loaded = await LANGUAGES[language].load();
  if (wanted === language) useLanguage.setState({ language, words: loaded });
}

/** `system` takes the system's first language there is a catalogue for. */
export function chooseLanguage(wanted: string, system: readonly string[]): Language {
  if (isLanguage(wanted)) return wanted;
  const found = system.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find(isLanguage);
  return found ?? 'en';
}

export const useWords = (): Words => useLanguage((state) => state.words);
export const words = (): Words => useLanguage.getState().words;
export const languageTag = (): string => LANGUAGES[useLanguage.getState().language].tag;
