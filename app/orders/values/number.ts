import { plainText } from '../fold';
import { means, unreadable, type Reading } from './reading';

/** What a dot and a comma between digits mean in this file. */
export type NumberHabit = {
  readonly dot: 'thousands' | 'decimal' | 'unknown';
  readonly comma: 'thousands' | 'decimal' | 'unknown';
};
export const UNKNOWN_HABIT: NumberHabit = { dot: 'unknown', comma: 'unknown' };

const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const PLAIN = /^[+-]?\d+$/;
// A group never begins with a zero: 0.125 is a fraction.
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:([.,' ’])\d{3})(?:\1\d{3})*$/;
const DECIMAL = /^[+-]?\d+([.,])(\d+)$/;
const BOTH = /^[+-]?[1-9]\d{0,2}(?:([.,' ’])\d{3})+([.,])\d+$/;
/** A price such as 12.50 or 9,99; not 12.05 or 8.30, which may be a day or a time. */
const PRICE = /^[+-]?\d+([.,])(?:00|3[2-9]|[4-9]\d)$/;
/** Units people write after a number, and words in brackets: 10 (ten). Never one that multiplies: 2k minutes and 5 hours are not 2 and 5. */
const WITH_UNIT =
  /^(\+?\d[\d.,' ’]*?)\s*(?:(?:ext|exts|extensions?|users?|seats?|calls?|channels?|chs?|lines?|agents?|pcs?|min|mins|minutes?|nebenstellen|stk|stück|teilnehmer|kanäle|gespräche|minuten|extensiones|usuarios|llamadas|canales|minutos|postes|utilisateurs|appels|canaux|ramais|chamadas|canais|个|个分机|分机|路|路并发|并发|分钟|用户)\.?(?:\s*\([\p{L}\s-]+\))?|\([\p{L}\s-]+\))$/iu;

/**
 * Learns the habit from the texts of a file's whole-number columns. Texts of other columns, such as prices, count
 * only where they can be read one way: 1.250 may be kilograms there. Contradictions leave the habit unknown.
 */
export function numberHabit(texts: Iterable<string>, others: Iterable<string> = []): NumberHabit {
  const seen = { '.': { thousands: 0, decimal: 0 }, ',': { thousands: 0, decimal: 0 } };
  const mark = (separator: string | undefined, as: 'thousands' | 'decimal'): void => {
    if (separator === '.' || separator === ',') seen[separator][as]++;
  };
  const learn = (raw: string, whole: boolean): void => {
    if (!/\d[.,]\d/.test(raw)) return;
    const text = plainText(raw);
    const both = BOTH.exec(text);
    const grouped = GROUPED.exec(text);
    const decimal = (whole ? DECIMAL : PRICE).exec(text);
    if (both && both[1] !== both[2]) {
      mark(both[1], 'thousands');
      mark(both[2], 'decimal');
    } else if (grouped) {
      // 1.000 alone may be one or a thousand; 1.250 extensions can't be one and a quarter.
      if (whole && (!/[.,]000$/.test(text) || text.split(/[.,]/).length > 2)) mark(grouped[1], 'thousands');
    } else if (decimal) mark(decimal[1], 'decimal');
  };
  for (const text of texts) learn(text, true);
  for (const text of others) learn(text, false);
  const settle = (own: '.' | ',', other: '.' | ','): NumberHabit['dot'] => {
    const thousands = seen[own].thousands > 0 || seen[other].decimal > 0;
    const decimal = seen[own].decimal > 0 || seen[other].thousands > 0;
    if (thousands === decimal) return 'unknown';
    return thousands ? 'thousands' : 'decimal';
  };
  return { dot: settle('.', ','), comma: settle(',', '.') };
}

const digitsOnly = (text: string): number => Number(text.replace(/[^\d-]/g, ''));

/** A number, with separators read by the file's habit; `digits-lost`, `ambiguous-number` or `not-a-number` otherwise. */
export function readNumber(raw: string, habit: NumberHabit): Reading<number> {
  const text = plainText(raw).replace(/^\+/, '');
  // Adding 0 makes -0 an ordinary zero.
  if (PLAIN.test(text)) return means(Number(text) + 0);
  if (SCIENTIFIC.test(text)) return unreadable({ code: 'digits-lost', params: { value: raw } });
  const both = BOTH.exec(text);
  if (both && both[1] !== both[2]) {
    const [head = '', tail = ''] = splitLast(text, both[2] ?? '.');
    return means(Number(`${digitsOnly(head)}.${tail}`));
  }
  const grouped = GROUPED.exec(text);
  if (grouped) return readGrouped(raw, text, grouped[1] ?? '', habit);
  const decimal = DECIMAL.exec(text);
  if (decimal) return means(Number(text.replace(',', '.')));
  const counted = WITH_UNIT.exec(text)?.[1];
  const value = counted === undefined ? undefined : readNumber(counted, habit).value;
  return unreadable({
    code: 'not-a-number',
    params: { value: raw },
    ...(value !== undefined && { repair: { value: String(value), safe: false } }),
  });
}

function readGrouped(raw: string, text: string, separator: string, habit: NumberHabit): Reading<number> {
  const whole = digitsOnly(text);
  const fraction = Number(text.replace(',', '.'));
  const groups = text.split(separator).length - 1;
  const use = separator === '.' ? habit.dot : separator === ',' ? habit.comma : 'thousands';
  if (use === 'thousands' || groups > 1 || (use === 'unknown' && !Number.isInteger(fraction)))
    return means(whole);
  if (use === 'decimal' && !Number.isInteger(fraction)) return means(fraction);
  // 1.000 in a file with decimal dots is still more likely a slip for a thousand than a one: it is asked.
  return unreadable({ code: 'ambiguous-number', params: { value: raw, one: whole, other: fraction } });
}

function splitLast(text: string, separator: string): [string, string] {
  const at = text.lastIndexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** A whole number within limits; without an upper one, what JSON can carry exactly. */
export function readWhole(
  raw: string,
  habit: NumberHabit,
  limits: { min?: number; max?: number },
): Reading<number> {
  const reading = readNumber(raw, habit);
  const { value } = reading;
  if (value === undefined) return reading;
  const max = limits.max ?? Number.MAX_SAFE_INTEGER;
  if (!Number.isInteger(value)) return unreadable({ code: 'not-whole', params: { value: raw } });
  if (limits.min !== undefined && value < limits.min)
    return unreadable({ code: 'too-small', params: { value: raw, min: limits.min } });
  if (value > max) return unreadable({ code: 'too-large', params: { value: raw, max } });
  return means(value);
}
