import { fold } from '../fold';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt'];
/** The everyday short forms that locale data spell otherwise. */
const SHORT_FORMS = [
  ['sept', 9],
  ['mrz', 3],
  ['mar', 3],
  ['okt', 10],
  ['dez', 12],
  ['dec', 12],
  ['mai', 5],
] as const;

/** Made when first needed: locale data take time to be read, which no start of the app should wait for. */
let months: Map<string, number> | null = null;

function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const width of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: width, day: 'numeric', timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const name = format.formatToParts(Date.UTC(2024, month, 2)).find((part) => part.type === 'month');
        if (name) names.set(fold(name.value), month + 1);
      }
    }
  }
  for (const [name, month] of SHORT_FORMS) names.set(name, month);
  return names;
}

/** 1 to 12 for a month's name or short form in five languages; null for any other word. */
export function monthNumber(word: string): number | null {
  months ??= monthNames();
  return months.get(fold(word)) ?? null;
}

let weekdays: Map<string, number> | null = null;

/** 0 (Sunday) to 6 for a weekday's name or short form in five languages; null for any other word. */
export function weekdayNumber(word: string): number | null {
  weekdays ??= new Map(
    LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).flatMap((width) => {
        const format = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' });
        // 7 January 2024 was a Sunday.
        return [0, 1, 2, 3, 4, 5, 6].map(
          (day) => [fold(format.format(Date.UTC(2024, 0, 7 + day))), day] as const,
        );
      }),
    ),
  );
  return weekdays.get(fold(word)) ?? null;
}
