import { fold, nearest, plainText } from '../fold';
import type { Finding } from '../problems';
import { nameKey, withWords, type Entry, type LookupIndex } from './lookup-index';
import { means, unreadable, type Reading } from './reading';

/** `50086182 - Acme`, `764 (84.12.0.32)`. */
const ID_AND_NAME = /^#?(\d+)\s*(?:[-–—:=]\s*|(?=[([]))(\S.*)$/;
/** `Acme (50086182)`, `Acme - 50086182`, `ID 50086182`. */
const NAME_AND_ID = /^(.*?\S)\s*(?:[-–—:=#]|[([]\s*(?:id\b)?\s*[:#]?|\s)\s*(\d+)\s*[)\]]?$/i;
/** Words before a number that are no name. */
const LABELS = new Set(['id', 'no', 'nr', 'number']);
/** `50,086,182`: an id written like an amount, or three ids. */
const GROUPED = /^\d{1,3}(?:[ ,.'’]\d{3})+$/;
const DOUBT = /[?？]/;

const distinct = (entries: readonly Entry[]): number[] => [...new Set(entries.map((entry) => entry.id))];

/**
 * The ids a text may mean: by name, by number and name together when they agree, or, for regions alone, by words that
 * only one name has ("Singapore"). Customers, domains, firmwares and templates of nearly the same name are different ones.
 */
function candidates(text: string, index: LookupIndex): readonly Entry[] {
  const named = index.byName.get(nameKey(index.list, text));
  if (named) return named;
  const first = ID_AND_NAME.exec(text);
  const last = first ?? NAME_AND_ID.exec(text);
  const both = first ? agreeing(first[1], first[2], index) : agreeing(last?.[2], last?.[1], index);
  return both ?? regionWithWords(text, index);
}

const regionWithWords = (text: string, index: LookupIndex): readonly Entry[] =>
  index.list === 'region' ? withWords(text, index) : [];

function agreeing(id: string | undefined, name = '', index: LookupIndex): readonly Entry[] | null {
  const entries = id === undefined ? undefined : index.byId.get(Number(id));
  if (!entries) return null;
  const label = fold(name);
  if (LABELS.has(label) || label === index.kind || label === `${index.kind} id`) return entries;
  const called = index.byName.get(nameKey(index.list, name)) ?? regionWithWords(name, index);
  const agree = entries.filter((entry) => called.includes(entry));
  return agree.length > 0 ? agree : null;
}

/**
 * An id, from a number or a name of the catalog. Several domains of one name are told apart by `regionId`.
 * A number of a customer that the catalog lacks is taken with a warning: customers are added every day.
 */
export function readId(raw: string, index: LookupIndex, regionId?: number): Reading<number> {
  const text = plainText(raw).replace(/^#/, '');
  if (/^\d+([.,]\d+)?e[+-]?\d+$/i.test(text))
    return unreadable({ code: 'digits-lost', params: { value: raw } });
  const number = /^\d+(?:\.0{1,2})?$/.test(text) ? Number(text) : null;
  if (number !== null && Number.isSafeInteger(number) && number > 0) {
    if (!index.known || index.byId.has(number)) return means(number);
    if (index.list === 'customer') return means(number, unknownCustomer(raw, index));
    return unreadable(unknown(raw, index));
  }
  // A question mark is somebody's doubt, unless it is part of the name.
  if (DOUBT.test(text) && !index.entries.some((entry) => entry.names.includes(text)))
    return unreadable(unknown(raw, index));
  const ids = distinct(candidates(text, index));
  if (ids.length > 1 && regionId !== undefined) {
    const here = index.entries.filter((entry) => ids.includes(entry.id) && entry.regionId === regionId);
    if (here.length === 1 && here[0]) return means(here[0].id);
  }
  if (ids.length === 1 && ids[0] !== undefined) return means(ids[0]);
  if (ids.length === 0) return unreadable(unknown(raw, index));
  const shown = ids.slice(0, 4).map((id) => `${id} (${index.byId.get(id)?.[0]?.names[0] ?? ''})`);
  return unreadable({
    code: 'ambiguous-name',
    params: { value: raw, kind: index.kind, candidates: shown.join(', ') },
  });
}

const unknownCustomer = (value: string, index: LookupIndex): Finding => ({
  code: 'unknown-customer',
  params: { value, date: new Date(index.fetchedAt).toISOString().slice(0, 10) },
});

function unknown(value: string, index: LookupIndex): Finding {
  const names = index.entries.flatMap((entry) => entry.names);
  const likely = likelyName(value, index, names);
  const known = [...new Set(names)];
  const hint = !index.known
    ? ': its catalog was never fetched, so only numbers can be used'
    : index.list === 'customer' || known.length > 6
      ? ''
      : `. Known: ${known.join(', ')}`;
  return {
    code: 'unknown-id',
    params: { value, kind: index.kind, hint },
    ...(likely !== null && { repair: { value: likely, safe: false } }),
  };
}

/** What an unknown text most likely means, for a person to accept: a grouped number's, a part of a name's, a misspelt one's. */
function likelyName(value: string, index: LookupIndex, names: readonly string[]): string | null {
  const text = plainText(value);
  const ungrouped = GROUPED.test(text) ? Number(text.replace(/\D/g, '')) : Number.NaN;
  if (index.byId.has(ungrouped)) return String(ungrouped);
  const partly = text.includes('@') ? [] : distinct(withWords(text, index));
  const part = partly.length === 1 && partly[0] !== undefined ? index.byId.get(partly[0])?.[0]?.names[0] : '';
  return part || nearest(value, names);
}

/** Several ids, split at any usual separator. Names may contain spaces; numbers may be separated by them. */
export function readIds(raw: string, index: LookupIndex): Reading<number[]> {
  // A company's own name may hold a comma.
  const whole = index.byName.get(nameKey(index.list, raw));
  if (whole?.[0] && distinct(whole).length === 1 && !DOUBT.test(raw)) return means([whole[0].id]);
  const parts = raw
    .normalize('NFKC')
    // One space or line end for each run of them: a long one would be searched again from each of its places.
    .replace(/\s+/g, (run) => (/[\n\r\t]/.test(run) ? '\n' : ' '))
    .split(/[,;|/\n、]+|\s(?:and|und|y|et|e|&|\+)\s/u)
    .flatMap((part) => (SPACED.test(part.trim()) ? part.trim().split(/\s+/) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const amount = asAmount(raw, parts, index);
  if (amount) return unreadable(amount);
  const ids: number[] = [];
  const findings: Finding[] = [];
  let failed = parts.length === 0;
  for (const part of parts) {
    const reading = readId(part, index);
    findings.push(...reading.findings);
    if (reading.value === undefined) failed = true;
    else if (ids.includes(reading.value))
      findings.push({ code: 'repeated-customer', params: { value: part } });
    else ids.push(reading.value);
  }
  if (failed) return { value: undefined, findings: findings.length > 0 ? findings : [unknown(raw, index)] };
  if (ids.length > 3) findings.push({ code: 'many-customers', params: { count: ids.length } });
  return { value: ids, findings };
}

/** Numbers or e-mail addresses with nothing but spaces between them. */
const SPACED = /^(?:\d+(?:\s+\d+)*|[^\s@]+@[^\s@]+(?:\s+[^\s@]+@[^\s@]+)*)$/;

/** `50,086,182` is one customer written like an amount, or three: only when all three are known it is surely three. */
function asAmount(raw: string, parts: readonly string[], index: LookupIndex): Finding | null {
  const text = plainText(raw);
  if (parts.length < 2 || !GROUPED.test(text) || parts.every((part) => index.byId.has(Number(part))))
    return null;
  const one = text.replace(/\D/g, '');
  const known = index.byId.has(Number(one));
  return {
    code: 'ambiguous-number',
    params: { value: raw, one, other: parts.join(' + ') },
    ...(known && { repair: { value: one, safe: false } }),
  };
}
