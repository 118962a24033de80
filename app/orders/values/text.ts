import { plainText } from '../fold';
import type { Finding } from '../problems';
import { SUB_DOMAIN } from '../request';
import { isPlaceholder, PLACEHOLDER_WORDS } from './placeholder';
import { means, unreadable, type Reading } from './reading';

/** The older YMP API forbids these in names; whether YCM does is not known, so they only warn. */
const UNUSUAL = /[:!$\\/#;[\]"=<>^%{}`|]/gu;

/** Names as nearly all are: nothing to trim or to warn about, and Latin letters that normalising leaves as they are. */
const EVERYDAY_NAME = /^[0-9A-Za-zÀ-ÖØ-öø-ʯ][0-9A-Za-zÀ-ÖØ-öø-ʯ .,&()'-]*[0-9A-Za-zÀ-ÖØ-öø-ʯ)]$/;

/** Names and addresses are many, and few are so short that one of these words could be meant. */
const LONGEST_WORD = Math.max(...PLACEHOLDER_WORDS.map((word) => word.length));

/** Marks nobody sees, and other control characters. The joiners of Persian and Indian scripts and of emoji stay. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?!\s)\p{Cc}/gu;
/** Spaces with a line break, a tab or a no-break space among them become one; a person's own two spaces stay. */
const oneSpace = (run: string): string => (/[^ ]/.test(run) ? ' ' : run);

/** A PBX's name on one line, trimmed; odd characters and formula-like beginnings are warned about. */
export function readName(raw: string): Reading<string> {
  if (raw.length > LONGEST_WORD && EVERYDAY_NAME.test(raw)) return means(raw);
  if (isPlaceholder(raw)) return means(raw.trim(), { code: 'placeholder-name', params: { value: raw } });
  const shown = raw.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, oneSpace).trim();
  // By which spreadsheet programs, and our own results, keep it from being a formula or a number.
  const name = shown.replace(/^'(?=[=+\-@＝＋－＠]|\d[\d.,eE+-]*$)/, '');
  const findings: Finding[] = [];
  const unusual = [...new Set(name.match(UNUSUAL) ?? [])];
  if (unusual.length > 0)
    findings.push({ code: 'name-characters', params: { characters: unusual.join(' ') } });
  if (/^[=+@-]/.test(name)) findings.push({ code: 'formula-like' });
  return means(name, ...findings);
}

const LETTERS: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ñ: 'n',
};

/** The nearest legal sub-domain: `old mill` becomes `old-mill`; null when nothing legal is left. */
export function legalSubDomain(text: string): string | null {
  const legal = plainText(text)
    .replace(/[äöüßæøåñ]/gi, (letter) => LETTERS[letter.toLowerCase()] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^0-9A-Za-z-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
  return legal === '' ? null : legal;
}

/** `https://acme.pbx.example:8088/`, `acme.pbx.example`: the host is the second group. */
const ADDRESS = /^([a-z]+:\/\/(?:www\.)?|www\.)?([^/:@?#\s]+)(?::\d+)?(?:[/?#]\S*)?$/i;

/** The sub-domain a text was meant for; `safe` where it is only spelt otherwise, not taken out of a whole address. */
function likelySubDomain(text: string): { value: string; safe: boolean } | null {
  if (text.includes('@')) return null;
  const [, scheme, host = ''] = text.includes('.') || text.includes('/') ? (ADDRESS.exec(text) ?? []) : [];
  const labels = host.split('.').filter((label) => label !== '');
  const isAddress = scheme !== undefined || labels.length > 2;
  const legal = legalSubDomain(isAddress ? (labels[0] ?? '') : text);
  return legal === null ? null : { value: legal, safe: !isAddress };
}

/** YCM API, Create a Cloud PBX, `subDomain`: only digits, letters of either case and hyphens. */
export function readSubDomain(raw: string): Reading<string> {
  const isLegal = SUB_DOMAIN.test(raw);
  if (!(isLegal && raw.length > LONGEST_WORD && raw[0] !== '-') && isPlaceholder(raw))
    return unreadable({ code: 'placeholder', params: { value: raw } });
  const text = isLegal ? raw : plainText(raw);
  if (!isLegal && !SUB_DOMAIN.test(text)) {
    const repair = likelySubDomain(text);
    return unreadable({ code: 'bad-sub-domain', params: { value: raw }, ...(repair && { repair }) });
  }
  if (text.length > 63 || text.startsWith('-') || text.endsWith('-'))
    return means(text, { code: 'sub-domain-shape' });
  return means(text);
}
