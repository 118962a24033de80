import { fieldText, type FieldSink } from '../text/records';
import { LONE_SURROGATE } from './cell-xml';

/** How a file writes fields: quotes only where it must or around every text; what an empty field looks like. */
export type QuotingHabit = { always: boolean; empty: string };

const LOOKED_AT = 200;
const NUMBER = /^[+-]?[\d.,]+$/;

/** Learns, as the fields of a text pass by, which columns hold anything and how fields are quoted. */
export class TextSurvey implements FieldSink {
  /** How many columns hold anything: the first free one. */
  used = 0;
  /** How many fields every row has; null when they differ, or there are none. */
  width: number | null = null;
  private rows = 0;
  private fields = 0;
  private blank = true;
  private readonly seen = { quoted: 0, bare: 0, emptyQuoted: 0, emptyBare: 0 };

  constructor(private readonly text: string) {}

  field(start: number, end: number): void {
    const column = this.fields++;
    if (end > start) this.blank = false;
    if (this.rows < LOOKED_AT) this.look(this.text.slice(start, end));
    if (column >= this.used && fieldText(this.text.slice(start, end)).trim() !== '') this.used = column + 1;
  }

  record(): void {
    // A blank line says nothing about how many fields the others have.
    if (this.fields > 1 || !this.blank) {
      this.width = this.rows === 0 || this.width === this.fields ? this.fields : null;
      this.rows++;
    }
    this.fields = 0;
    this.blank = true;
  }

  private look(field: string): void {
    const { seen } = this;
    if (field === '') seen.emptyBare++;
    else if (field === '""') seen.emptyQuoted++;
    else if (field.startsWith('"')) seen.quoted++;
    else if (!NUMBER.test(field)) seen.bare++;
  }

  habit(): QuotingHabit {
    const { quoted, bare, emptyQuoted, emptyBare } = this.seen;
    const always = quoted > 0 && bare === 0;
    return { always, empty: always && emptyQuoted > 0 && emptyBare === 0 ? '""' : '' };
  }
}

/** A text as a field, in the file's habit. */
export function writeField(text: string, delimiter: string, habit: QuotingHabit): string {
  if (text === '') return habit.empty;
  const must = text.includes('"') || text.includes(delimiter) || /[\r\n]|^\s|\s$/.test(text);
  return must || habit.always ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet program takes for a formula when a text file is opened (OWASP, CSV injection), full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** What it takes for a number and then shows and saves with fewer digits: more than 11 of them, zeros in front, 12E5. */
const LOSES_DIGITS = /^\d{12,}$|^0\d+$|^\d+(?:\.\d+)?[eE][+-]?\d+$/;

// oxlint-disable-next-line no-control-regex -- the very set is meant
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;

/**
 * A text of ours that stays a text when the file is opened in a spreadsheet program: an apostrophe in front where it
 * would act as a formula or lose digits. Ids of up to 11 digits stay plain for whatever else reads the file. Control
 * characters, for which a file would be taken as binary, become spaces.
 */
export function inertField(text: string): string {
  const clean = text.replace(LONE_SURROGATE, '\ufffd').replace(CONTROL, ' ');
  return FORMULA.test(clean) || LOSES_DIGITS.test(clean) ? `'${clean}` : clean;
}
