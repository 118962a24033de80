import { plainText } from '../fold';
import type { Finding } from '../problems';
import { SUB_DOMAIN } from '../request';
import { means, unreadable, type Reading } from './reading';

/** The older YMP API forbids these in names; whether YCM does is not known, so they only warn. */
const UNUSUAL = /[:!$\\/#;[\]"=<>^%{}`|]/gu;

/** Names as nearly all are: nothing to trim or to warn about, and Latin letters that normalising leaves as they are. */
const EVERYDAY_NAME = /^[0-9A-Za-zÀ-ÖØ-öø-ʯ][0-9A-Za-zÀ-ÖØ-öø-ʯ .,&()'-]*[0-9A-Za-zÀ-ÖØ-öø-ʯ)]$/;

/** A PBX's name, trimmed; odd characters and formula-like beginnings are warned about. */
export function readName(raw: string): Reading<string> {
  if (EVERYDAY_NAME.test(raw)) return means(raw);
  const name = raw.normalize('NFC').trim();
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

/** YCM API, Create a Cloud PBX, `subDomain`: only digits, letters of either case and hyphens. */
export function readSubDomain(raw: string): Reading<string> {
  const text = SUB_DOMAIN.test(raw) ? raw : plainText(raw);
  if (!SUB_DOMAIN.test(text)) {
    const legal = legalSubDomain(text);
    return unreadable({
      code: 'bad-sub-domain',
      params: { value: raw },
      ...(legal !== null && { repair: { value: legal, safe: true } }),
    });
  }
  if (text.length > 63 || text.startsWith('-') || text.endsWith('-'))
    return means(text, { code: 'sub-domain-shape' });
  return means(text);
}
