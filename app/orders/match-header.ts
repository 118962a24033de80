import { FIELDS, RESULT_FIELDS, type FieldName, type ResultField } from './fields';
import { editDistance, fold } from './fold';

export type HeaderMatch = { field: FieldName | ResultField; confidence: number; reason: string };

const NAMES = new Map<string, FieldName>();
const LABELS = new Map<string, FieldName>();
const SYNONYMS = new Map<string, FieldName>();
for (const field of FIELDS) {
  NAMES.set(fold(field.name), field.name);
  LABELS.set(fold(field.label), field.name);
}
for (const field of FIELDS) {
  for (const synonym of field.synonyms) {
    const key = fold(synonym);
    if (!SYNONYMS.has(key)) SYNONYMS.set(key, field.name);
  }
}

/** No heading is longer, explanations in brackets included; an essay is not searched for them. */
const LONGEST = 1000;

const HAN = /\p{Script=Han}/u;
/** Which letters a text has, as bits: one change of a letter changes two of them at most. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

function differentBits(a: number, b: number): number {
  let count = 0;
  for (let rest = a ^ b; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Every known heading by its length: what is spelt almost alike is almost as long. */
const BY_LENGTH: { key: string; field: FieldName; chinese: boolean; letters: number }[][] = [];
for (const [key, field] of [...NAMES, ...LABELS, ...SYNONYMS]) {
  (BY_LENGTH[key.length] ??= []).push({ key, field, chinese: HAN.test(key), letters: lettersOf(key) });
}

const CACHE = new Map<string, HeaderMatch | null>();

/** The field a heading names, how sure that is (0..1), and why; null when it names none. */
export function matchHeader(header: string): HeaderMatch | null {
  if (header.length > LONGEST) return null;
  const known = CACHE.get(header);
  if (known !== undefined) return known;
  const match = findMatch(header);
  if (CACHE.size > 5000) CACHE.clear();
  CACHE.set(header, match);
  return match;
}

function findMatch(header: string): HeaderMatch | null {
  const exact = header.trim();
  const result = RESULT_FIELDS.find((name) => name === exact);
  if (result) return { field: result, confidence: 1, reason: `"${exact}" is a result column` };
  const text = fold(header);
  if (text === '') return null;
  // Whoever writes the app's longest word in another letter case means it, and an order with an id is never sent again.
  if (text.replaceAll(' ', '') === 'cloudpbxid')
    return { field: 'cloudPbxId', confidence: 0.95, reason: `"${exact}" is a result column` };
  const whole = byWords(text, header);
  if (whole) return whole;
  const plain = unnumbered(header);
  if (plain !== header) {
    const match = findMatch(plain);
    if (match) return { ...match, reason: match.reason.replace(`"${plain}"`, `"${exact}"`) };
  }
  const twice = inTwoWays(header);
  if (twice) return twice;
  const bare = fold(header.replace(/\([^)]*\)|（[^）]*）|\[[^\]]*\]/g, ' '));
  if (bare !== text && bare !== '') {
    const match = byWords(bare, header);
    if (match)
      return {
        ...match,
        confidence: Math.min(match.confidence, 0.9),
        reason: `${match.reason}, without what is in brackets`,
      };
  }
  return byLikeness(text, header);
}

/** `3. Extensions`, `b) Plan` without what counts them; `# of extensions` in words. */
function unnumbered(header: string): string {
  const text = header.trim();
  if (text.startsWith('#')) return `number of ${text.replace(/^#\s*(?:of\b)?\s*/i, '')}`;
  return text.replace(/^[([]?(?:\d{1,2}|[a-z])(?:[.:、]|[)\]]\.?|\s[-–])\s*(?=\p{L}{2})/iu, '');
}

/** `Plan / 套餐`, `分机数 Extensions`, `Sub-domain | Host`: a heading said twice, when both name one field. */
function inTwoWays(header: string): HeaderMatch | null {
  if (header.length > LONGEST_TWICE) return null;
  const bilingual = HAN.test(header);
  for (const { index, 0: sign } of header.matchAll(/[/|\s]/g)) {
    if (!bilingual && sign !== '/' && sign !== '|') continue;
    const first = byWords(fold(header.slice(0, index)), header);
    const second = first && byWords(fold(header.slice(index + 1)), header);
    if (first && second?.field === first.field)
      return { ...first, confidence: Math.min(first.confidence, second.confidence) };
  }
  return null;
}
const LONGEST_TWICE = 100;

function byWords(text: string, header: string): HeaderMatch | null {
  const shown = `"${header.replace(/\s+/g, ' ').trim()}"`;
  const name = NAMES.get(text);
  if (name) return { field: name, confidence: 1, reason: `${shown} is the field's name` };
  const label = LABELS.get(text);
  if (label) return { field: label, confidence: 0.98, reason: `${shown} is what the field is called` };
  const synonym = SYNONYMS.get(text);
  return synonym ? { field: synonym, confidence: 0.95, reason: `${shown} is another word for it` } : null;
}

/** A heading with a slip of the pen. Short words are left alone: too many are alike. */
function byLikeness(text: string, header: string): HeaderMatch | null {
  // Headings have no digits, and the values of many a row that is looked at for headings do.
  if (text.length < 5 || /\d/.test(text)) return null;
  const limit = text.length >= 10 ? 2 : 1;
  let best: { field: FieldName; key: string; distance: number } | null = null;
  let rival = false;
  const isChinese = HAN.test(text);
  const own = lettersOf(text);
  for (let length = text.length - limit; length <= text.length + limit; length++) {
    for (const { key, field, chinese, letters } of BY_LENGTH[length] ?? []) {
      // A Chinese word is no slip of the pen behind an English one: Customer 电话 is no customer.
      if (chinese !== isChinese || differentBits(letters, own) > limit * 2) continue;
      const distance = editDistance(text, key, limit);
      if (distance > limit) continue;
      if (!best || distance < best.distance) {
        rival = false;
        best = { field, key, distance };
      } else if (distance === best.distance && field !== best.field) rival = true;
    }
  }
  if (!best || rival) return null;
  return {
    field: best.field,
    confidence: 0.75,
    reason: `"${header.trim()}" is spelt almost like "${best.key}"`,
  };
}
