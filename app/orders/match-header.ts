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
const ALL = [...NAMES, ...LABELS, ...SYNONYMS];

/** No heading is longer, explanations in brackets included; an essay is not searched for them. */
const LONGEST = 1000;

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
  for (const [key, field] of ALL) {
    const distance = editDistance(text, key, limit);
    if (distance > limit) continue;
    if (!best || distance < best.distance) {
      rival = false;
      best = { field, key, distance };
    } else if (distance === best.distance && field !== best.field) rival = true;
  }
  if (!best || rival) return null;
  return {
    field: best.field,
    confidence: 0.75,
    reason: `"${header.trim()}" is spelt almost like "${best.key}"`,
  };
}
