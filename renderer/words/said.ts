import { FIELDS, fillIn, type ProblemCode } from '../../app/orders';
import { en, type Words } from './en';
import { dateTime, figure } from './format';
import { isProblemCode, problemSentence } from './problems';

/**
 * What the engine says in English, in the window's language. An English sentence is its own key, as in gettext: runs
 * keep theirs in the ledger as it was said then, so it has to be known again by its words. What is not known, such as
 * YCM's own words, stays as it is.
 */
export function said(w: Words, text: string): string {
  if (w === en || text === '') return text;
  const known = cached(w, text);
  if (known !== undefined) return known;
  const sentence = whole(w, text) ?? oneByOne(w, text);
  remember(w, text, sentence);
  return sentence;
}

export type SaidKey = Extract<keyof Words, `said_${string}` | `problem_${string}`>;
type Pattern = { key: SaidKey; names: string[]; shape: RegExp; letters: number };

const isSaid = (key: string): key is SaidKey => /^(said|problem)_/.test(key);

/** Two facts may stand side by side: what YCM said begins with a colon or a bracket. */
const SHAPES: Record<string, string> = { host: '(\\S+?)', saying: '(|: .*?| \\(.*?)' };

let made: readonly Pattern[] | null = null;

/** The English sentences, the most particular first; made when first asked for, which in English nobody does. */
const patterns = (): readonly Pattern[] =>
  (made ??= Object.keys(en)
    .filter(isSaid)
    .map((key) => patternOf(key, en[key]))
    .toSorted((a, b) => b.letters - a.letters));

function patternOf(key: SaidKey, sentence: string): Pattern {
  const names: string[] = [];
  const shape = sentence
    .replace(/[.*+?^$()[\]|\\]/g, '\\$&')
    .replace(/\{(\w+)\}/g, (_whole, name: string) => {
      names.push(name);
      return SHAPES[name] ?? '(.*?)';
    });
  return {
    key,
    names,
    shape: new RegExp(`^${shape}$`, 's'),
    letters: sentence.replace(/\{\w+\}/g, '').length,
  };
}

/** The English sentence a text is, and what it is filled with; null: none that is known. */
export function recognised(text: string): { key: SaidKey; facts: Record<string, string> } | null {
  for (const { key, names, shape } of patterns()) {
    const match = shape.exec(text);
    if (match)
      return { key, facts: Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ''])) };
  }
  return null;
}

function whole(w: Words, text: string): string | null {
  const found = recognised(text);
  if (!found) return null;
  const code = found.key.replace(/^problem_/, '');
  if (isProblemCode(code)) return problem(w, code, found.facts);
  const facts = Object.entries(found.facts).map(([name, fact]) => [name, worded(w, name, fact)] as const);
  return fillIn(w[found.key], Object.fromEntries(facts));
}

function problem(w: Words, code: ProblemCode, params: Record<string, string>): string {
  const field = FIELDS.find((one) => one.label === params.field)?.name ?? null;
  return problemSentence(w, { code, field, params });
}

/** These parts of a sentence are words of the engine too; all others are names, addresses and the like. */
const WORDS = new Set(['more', 'what', 'label', 'pbx']);

function worded(w: Words, name: string, fact: string): string {
  if (WORDS.has(name)) return said(w, fact);
  const quoted = name === 'file' ? /^"(.*)"$/s.exec(fact) : null;
  if (quoted) return w.saidQuoted(quoted[1] ?? '');
  if (name === 'file') return said(w, fact);
  if (name === 'connection' && fact === SANDBOX) return w.sandboxBadge;
  if (name === 'state') return stateWord(w, fact);
  if (name === 'differing')
    return fact
      .split('; ')
      .map((one) => said(w, one))
      .join('; ');
  if (name === 'count' && /^\d+$/.test(fact)) return figure(Number(fact));
  const time = name === 'time' ? /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC$/.exec(fact) : null;
  return time ? dateTime(Date.parse(`${time[1]}T${time[2]}Z`)) : fact;
}

/** The engine's name of the built-in connection. */
const SANDBOX = 'sandbox';

function stateWord(w: Words, state: string): string {
  const words: Record<string, string> = {
    invalid: w.orderInvalid,
    ready: w.orderReady,
    sending: w.orderSending,
    created: w.orderCreated,
    rejected: w.orderRejected,
    skipped: w.orderSkipped,
    cancelled: w.orderCancelled,
  };
  return words[state] ?? state;
}

/** A sentence of the engine may be several at most, and a message no book: what another program wrote may be. */
const MOST_AT_ONCE = 8;
const MOST_IN_A_ROW = 40;

/** Several sentences in a row: the longest known ones from the left; what is not known stays. */
function oneByOne(w: Words, text: string): string {
  const parts = text.split(/(?<=[.!?]) /);
  if (parts.length === 1 || parts.length > MOST_IN_A_ROW) return text;
  const sentences: string[] = [];
  for (let at = 0; at < parts.length;) {
    let end = Math.min(parts.length, at + MOST_AT_ONCE);
    let sentence: string | null = null;
    for (; end > at; end--) {
      sentence = at === 0 && end === parts.length ? null : whole(w, parts.slice(at, end).join(' '));
      if (sentence !== null) break;
    }
    sentences.push(sentence ?? parts[at] ?? '');
    at = Math.max(end, at + 1);
  }
  return w.saidJoined(sentences);
}

const CACHE_LIMIT = 5000;
let cacheOf: Words | null = null;
const cache = new Map<string, string>();
const cached = (w: Words, text: string): string | undefined => (cacheOf === w ? cache.get(text) : undefined);

/** A table shows the same few sentences over and over while it scrolls. */
function remember(w: Words, text: string, sentence: string): void {
  if (cacheOf !== w || cache.size >= CACHE_LIMIT) cache.clear();
  cacheOf = w;
  cache.set(text, sentence);
}
