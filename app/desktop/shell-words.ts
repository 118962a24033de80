/** The words of menus, dialogs and notifications, which are the system's own and not the window's. */
import type { Settings } from '../engine/contract';
import { de } from './words/de';
import { en, type ShellWords } from './words/en';
import { es } from './words/es';
import { zh } from './words/zh';

const LANGUAGES: Readonly<Record<'en' | 'zh' | 'de' | 'es', ShellWords>> = { en, zh, de, es };

/** The words of the chosen language, or of the system's where it is one of ours. */
export function shellWords(language: Settings['language'], systemLocale: string): ShellWords {
  if (language !== 'system') return LANGUAGES[language];
  const primary = systemLocale.toLowerCase().split(/[-_]/)[0];
  return primary === 'zh' || primary === 'de' || primary === 'es' ? LANGUAGES[primary] : en;
}

export type { ShellWords };
