import { splitFields } from '../text/records';

/** How a file writes fields: quotes only where it must or around every text; what an empty field looks like. */
export type QuotingHabit = { always: boolean; empty: string };

const LOOKED_AT = 200;
const NUMBER = /^[+-]?[\d.,]+$/;

/** How the records of a text quote their fields, told by the first few hundred. */
export function quotingHabit(
  text: string,
  records: readonly { start: number; end: number }[],
  delimiter: string,
): QuotingHabit {
  let quoted = 0;
  let bare = 0;
  let emptyQuoted = 0;
  let emptyBare = 0;
  for (const { start, end } of records.slice(0, LOOKED_AT)) {
    if (start === end) continue;
    for (const span of splitFields(text, start, end, delimiter)) {
      const field = text.slice(span.start, span.end);
      if (field === '') emptyBare++;
      else if (field === '""') emptyQuoted++;
      else if (field.startsWith('"')) quoted++;
      else if (!NUMBER.test(field)) bare++;
    }
  }
  const always = quoted > 0 && bare === 0;
  return { always, empty: always && emptyQuoted > 0 && emptyBare === 0 ? '""' : '' };
}

/** A text as a field, in the file's habit. */
export function writeField(text: string, delimiter: string, habit: QuotingHabit): string {
  if (text === '') return habit.empty;
  const must = text.includes('"') || text.includes(delimiter) || /[\r\n]/.test(text) || /^\s|\s$/.test(text);
  return must || habit.always ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet program takes for a formula when a text file is opened (OWASP, CSV injection), full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** What it takes for a number and then shows and saves with fewer digits: more than 11 of them, zeros in front, 12E5. */
const LOSES_DIGITS = /^\d{12,}$|^0\d+$|^\d+(?:\.\d+)?[eE][+-]?\d+$/;

/**
 * A text of ours that stays a text when the file is opened in a spreadsheet program: an apostrophe in front where it
 * would act as a formula or lose digits. Ids of up to 11 digits stay plain for whatever else reads the file.
 */
export const inertField = (text: string): string =>
  FORMULA.test(text) || LOSES_DIGITS.test(text) ? `'${text}` : text;
