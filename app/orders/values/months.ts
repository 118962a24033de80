import { fold } from '../fold';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt'];
const MONTHS = new Map<string, number>();
for (const language of LANGUAGES) {
  for (const width of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { month: width, day: 'numeric', timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const name = format.formatToParts(Date.UTC(2024, month, 2)).find((part) => part.type === 'month');
      if (name) MONTHS.set(fold(name.value), month + 1);
    }
  }
}
// The everyday short forms that locale data spell otherwise.
for (const [name, month] of [
  ['sept', 9],
  ['mrz', 3],
  ['mar', 3],
  ['okt', 10],
  ['dez', 12],
  ['dec', 12],
  ['mai', 5],
] as const) {
  MONTHS.set(name, month);
}

/** 1 to 12 for a month's name or short form in five languages; null for any other word. */
export const monthNumber = (word: string): number | null => MONTHS.get(fold(word)) ?? null;
