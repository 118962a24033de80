import { create } from 'zustand';
import { de } from './de';
import { en, type Words } from './en';
import { es } from './es';
import { zh } from './zh';

export type Language = 'en' | 'zh' | 'de' | 'es';
export const LANGUAGES: Record<Language, { words: Words; name: string; tag: string }> = {
  en: { words: en, name: 'English', tag: 'en' },
  zh: { words: zh, name: '简体中文', tag: 'zh-Hans' },
  de: { words: de, name: 'Deutsch', tag: 'de' },
  es: { words: es, name: 'Español', tag: 'es' },
};
const isLanguage = (text: string): text is Language => text in LANGUAGES;

/** The language in use; changing it changes every screen at once. */
export const useLanguage = create<{ language: Language }>(() => ({ language: 'en' }));

/** `system` takes the system's first language there is a catalogue for. */
export function chooseLanguage(wanted: string, system: readonly string[]): Language {
  if (isLanguage(wanted)) return wanted;
  const found = system.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find(isLanguage);
  return found ?? 'en';
}

export const useWords = (): Words => LANGUAGES[useLanguage((state) => state.language)].words;
export const words = (): Words => LANGUAGES[useLanguage.getState().language].words;
export const languageTag = (): string => LANGUAGES[useLanguage.getState().language].tag;
