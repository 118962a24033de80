const CACHE = new Map<string, string>();
const CACHE_LIMIT = 50_000;

/** Arabic, Persian, Devanagari, Bengali and Thai digits: their last four bits, or those less six, are what they count. */
const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯๐-๙]/g;
const digit = (sign: string): string => {
  const code = sign.charCodeAt(0);
  return String((code & 15) - (code >= 0x966 && code <= 0x9ef ? 6 : 0));
};

/** Texts as nearly all are: nothing in them to be made ordinary. */
const PLAIN = /^(?!')[!-~]+(?: [!-~]+)*$/;

/**
 * Full-width forms, digits of other scripts, spaces of every kind and invisible marks made ordinary; ends trimmed, and
 * the apostrophe by which spreadsheet programs keep a number as text.
 */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\ufe0e|\ufe0f/g, '')
    .replace(OTHER_DIGITS, digit)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^['’](?=\d)/, '');
}

/** A text for comparing: plain, lower case, without accents, only letters and digits, single spaces between words. */
export function fold(text: string): string {
  const known = CACHE.get(text);
  if (known !== undefined) return known;
  const folded = plainText(text)
    // A header such as recordingStatus is two words to a person.
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    // Between Chinese and Latin letters people write a space or none: 客户 ID, 客户ID.
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();
  if (CACHE.size >= CACHE_LIMIT) CACHE.clear();
  CACHE.set(text, folded);
  return folded;
}

/** How many single-letter changes (swapped neighbours count as one) turn one text into another, up to `limit`; above it, `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** The one candidate a misspelt text most likely means; null when none or several are near. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  const wanted = fold(text);
  if (wanted.length < 2) return null;
  const limit = Math.max(1, Math.floor(wanted.length / 4));
  let best: string | null = null;
  let bestDistance = limit + 1;
  let tie = false;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, fold(candidate), limit);
    if (distance < bestDistance) {
      [best, bestDistance, tie] = [candidate, distance, false];
    } else if (distance === bestDistance && distance <= limit) tie = true;
  }
  return tie ? null : best;
}
