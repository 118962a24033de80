import iconv from 'iconv-lite';
import { ALPHABETS, CHARACTER_SETS, COMMON_SIGNS } from './alphabets';

/** An alphabet that covers this much of a text is taken, unless two-byte characters make a better sense of it. */
const COVERED = 0.9;
/** Shares of everyday characters, of two-byte text that is really that. */
const EVERYDAY = 0.7;
const FREQUENT = 0.2;

type Guess = { encoding: string; share: number };

/**
 * The code page of bytes that are not Unicode. Statistics over bytes need long texts and an order sheet has few words
 * beyond ASCII; so: which language's letters account for all of them, and do characters of two bytes make more sense?
 * `oldMac`: its lines end in carriage returns alone.
 */
export function legacyEncoding(sample: Buffer, oldMac: boolean): string {
  const letters = bestAlphabet(sample, oldMac ? [...MAC_SETS, ...SETS] : SETS);
  const characters = bestCharacterSet(sample);
  if (characters && (letters.share < COVERED || characters.frequent)) return characters.encoding;
  return letters.share > 0.5 ? letters.encoding : 'windows-1252';
}

const SETS = ALPHABETS.map(({ encoding, letters }) => ({
  encoding,
  letters: new Set(`${letters}${letters.toUpperCase()}${COMMON_SIGNS}`),
}));

/** Excel for the Mac used to save text so, with lines that end in a carriage return alone. */
const MAC_SETS = SETS.filter(({ encoding }) => encoding === 'windows-1252').map(({ letters }) => ({
  encoding: 'macintosh',
  letters,
}));

function bestAlphabet(sample: Buffer, sets: typeof SETS): Guess {
  const texts = new Map<string, string>();
  let best: Guess = { encoding: 'windows-1252', share: 0 };
  for (const { encoding, letters } of sets) {
    const text = texts.get(encoding) ?? iconv.decode(sample, encoding);
    texts.set(encoding, text);
    const share = coveredShare(text, letters);
    if (share > best.share) best = { encoding, share };
  }
  return best;
}

/**
 * How many of the characters beyond ASCII are of this alphabet. Not counting: a capital within a word, and a letter of
 * another script right behind a Latin one (`Cafщ`).
 */
function coveredShare(text: string, letters: ReadonlySet<string>): number {
  let high = 0;
  let covered = 0;
  let before = '';
  for (const character of text) {
    if (character > '\u007f') {
      high++;
      const odd =
        (isLower(before) && isUpper(character)) ||
        (ASCII_LETTER.test(before) && OTHER_SCRIPT.test(character));
      if (letters.has(character) && !odd) covered++;
    }
    before = character;
  }
  return covered / Math.max(1, high);
}

const ASCII_LETTER = /^[a-z]$/i;
const OTHER_SCRIPT = /^(?!\p{Script=Latin})[\p{L}\p{M}]$/u;

const isLower = (one: string): boolean => one !== one.toUpperCase() && one === one.toLowerCase();
const isUpper = (one: string): boolean => one !== one.toLowerCase() && one === one.toUpperCase();

function bestCharacterSet(sample: Buffer): { encoding: string; frequent: boolean } | null {
  let best = { encoding: '', frequent: false, score: 0 };
  for (const set of CHARACTER_SETS) {
    const text = decoded(sample, set.encoding);
    if (text === null) continue;
    const everyday = everydayShare(sample, set.leads);
    const frequent = frequentShare(text, set.frequent);
    const score = everyday + frequent;
    if (everyday >= EVERYDAY && score > best.score) {
      best = { encoding: set.encoding, frequent: frequent >= FREQUENT, score };
    }
  }
  return best.score > 0 ? best : null;
}

function decoded(sample: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return null;
  }
}

function everydayShare(sample: Buffer, leads: readonly (readonly [number, number])[]): number {
  let count = 0;
  let everyday = 0;
  for (let at = 0; at < sample.length; at++) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    count++;
    if (leads.some(([first, last]) => first <= lead && lead <= last)) everyday++;
    at++;
  }
  return everyday / Math.max(1, count);
}

function frequentShare(text: string, frequent: string): number {
  let high = 0;
  let found = 0;
  for (const character of text) {
    if (character <= '\u007f') continue;
    high++;
    if (frequent.includes(character)) found++;
  }
  return found / Math.max(1, high);
}
