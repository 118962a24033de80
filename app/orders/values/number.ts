import { plainText } from '../fold';
import { means, unreadable, type Reading } from './reading';

/** What a dot and a comma between digits mean in this file. */
export type NumberHabit = { readonly dot: 'thousands' | 'decimal' | 'unknown'; readonly comma: 'thousands' | 'decimal' | 'unknown' };
export const UNKNOWN_HABIT: NumberHabit = { dot: 'unknown', comma: 'unknown' };

const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const PLAIN = /^[+-]?\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:([.,' ’])\d{3})(?:\1\d{3})*$/;
const DECIMAL = /^[+-]?\d+([.,])(\d+)$/;
const BOTH = /^[+-]?\d{1,3}(?:([.,' ’])\d{3})+([.,])\d+$/;

/** Learns the habit from the texts of a file's number columns; contradictions leave it unknown. */
export function numberHabit(texts: Iterable<string>): NumberHabit {
  const seen = { '.': { thousands: 0, decimal: 0 }, ',': { thousands: 0, decimal: 0 } };
  const mark = (separator: string | undefined, as: 'thousands' | 'decimal'): void => {
    if (separator === '.' || separator === ',') seen[separator][as]++;
  };
  for (const raw of texts) {
    if (!/\d[.,]\d/.test(raw)) continue;
    const text = plainText(raw);
    const both = BOTH.exec(text);
    const grouped = GROUPED.exec(text);
    const decimal = DECIMAL.exec(text);
    if (both && both[1] !== both[2]) {
      mark(both[1], 'thousands');
      mark(both[2], 'decimal');
    } else if (grouped) {
      // 1.000 alone may be one or a thousand; 1.250 extensions can't be one and a quarter.
      if (!/[.,]000$/.test(text) || text.split(/[.,]/).length > 2) mark(grouped[1], 'thousands');
    } else if (decimal) mark(decimal[1], 'decimal');
  }
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
  if (PLAIN.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? means(value) : unreadable({ code: 'not-a-number', params: { value: raw } });
  }
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
  return unreadable({ code: 'not-a-number', params: { value: raw } });
}

function readGrouped(raw: string, text: string, separator: string, habit: NumberHabit): Reading<number> {
  const whole = digitsOnly(text);
  const fraction = Number(text.replace(',', '.'));
  const groups = text.split(separator).length - 1;
  const use = separator === '.' ? habit.dot : separator === ',' ? habit.comma : 'thousands';
  if (use === 'thousands' || groups > 1 || (use === 'unknown' && !Number.isInteger(fraction))) return means(whole);
  if (use === 'decimal') return means(fraction);
  return unreadable({ code: 'ambiguous-number', params: { value: raw, one: whole, other: fraction } });
}

function splitLast(text: string, separator: string): [string, string] {
  const at = text.lastIndexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** A whole number within limits. */
export function readWhole(raw: string, habit: NumberHabit, limits: { min?: number; max?: number }): Reading<number> {
  const reading = readNumber(raw, habit);
  const { value } = reading;
  if (value === undefined) return reading;
  if (!Number.isInteger(value)) return unreadable({ code: 'not-whole', params: { value: raw } });
  if (limits.min !== undefined && value < limits.min) return unreadable({ code: 'too-small', params: { value: raw, min: limits.min } });
  if (limits.max !== undefined && value > limits.max) return unreadable({ code: 'too-large', params: { value: raw, max: limits.max } });
  return means(value);
}
