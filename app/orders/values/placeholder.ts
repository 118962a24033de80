import { plainText } from '../fold';

/** Those that could be sub-domains, which the order form refuses too. */
export const PLACEHOLDER_WORDS: readonly string[] = ['tbd', 'tba', 'tbc', 'none', 'null', 'xxx'];
const WORDS = new Set(
  PLACEHOLDER_WORDS.concat('n/a n.a. t.b.d. t.b.a. t.b.c. k.a. 待定 待确认 待補 无 無 暂无 暫無'.split(' ')),
);
const SIGNS = /^[-–—―_.·…*/\\?？~]+$/;
const LONGEST = 9;
/** What people write where there is no end. */
const ENDLESS = new Set(
  'never unlimited perpetual permanent lifetime indefinite endless ∞ unbegrenzt unbefristet nunca ilimitado indefinido illimité jamais ilimitada 永久 无限 無限 长期 長期'.split(
    ' ',
  ),
);

/** Whether a text only holds the place of a value that is not there: `-`, `n/a`, `TBD`, `???`. */
export function isPlaceholder(raw: string): boolean {
  const text = raw.length > LONGEST ? raw.trim() : raw;
  return SIGNS.test(text) || (text.length <= LONGEST && WORDS.has(text.trim().toLowerCase()));
}

/** Whether a text says that there is no value, as it may where none is required. */
export function saysNone(raw: string): boolean {
  const text = plainText(raw).toLowerCase();
  return isPlaceholder(text) || ENDLESS.has(text);
}
