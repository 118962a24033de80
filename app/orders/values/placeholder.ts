import { plainText } from '../fold';

const WORDS = new Set(
  'n/a n.a. tbd t.b.d. tba t.b.a. tbc t.b.c. none null nil k.a. folgt pendiente 待定 待确认 待補 无 無 暂无 暫無'.split(
    ' ',
  ),
);
const SIGNS = /^(?:[-–—―_.·…*/\\?？~]+|x{3,})$/;
/** What people write where there is no end. */
const ENDLESS = new Set(
  'never unlimited perpetual permanent lifetime indefinite endless ∞ unbegrenzt unbefristet nunca ilimitado indefinido illimité jamais ilimitada 永久 无限 無限 长期 長期'.split(
    ' ',
  ),
);
const LONGEST = 9;

/** Whether a text only holds the place of a value that is not there: `-`, `n/a`, `TBD`, `???`. */
export function isPlaceholder(raw: string): boolean {
  // Names and addresses are many, and nearly all are longer or end in a number.
  const last = raw.charCodeAt(raw.length - 1);
  if ((last >= 0x30 && last <= 0x39) || (raw.length > LONGEST && raw.trim().length > LONGEST)) return false;
  const text = raw.trim().toLowerCase();
  return WORDS.has(text) || SIGNS.test(text);
}

/** Whether a text says that there is no value, as it may where none is required. */
export function saysNone(raw: string): boolean {
  const text = plainText(raw).toLowerCase();
  return isPlaceholder(text) || ENDLESS.has(text);
}
