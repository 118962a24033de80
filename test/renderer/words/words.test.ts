import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillIn, PROBLEMS } from '../../../app/orders';
import { en, type Words } from '../../../renderer/words/en';
import { counting } from '../../../renderer/words/plural';
import { problemSentence } from '../../../renderer/words/problems';
import { chooseLanguage, speak, words } from '../../../renderer/words/words';
import { CATALOGUES } from './catalogues';

const RENDERER = path.resolve(import.meta.dirname, '../../../renderer');
const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/words[\\/](en|zh|de|es)\b/.test(file))
  .map((file) => ({ file, source: readFileSync(path.join(RENDERER, file), 'utf8') }));
const sources = files.map(({ source }) => source);
const screens = files.filter(({ file }) => file.endsWith('.tsx'));

const KEYS = Object.keys(en) as (keyof Words)[];
const OTHERS = CATALOGUES.filter(([language]) => language !== 'en');

/** What is meant to be as in English: names, and words that the language has too. */
const SAME: Record<string, string[]> = {
  zh: ['PBX Orders', 'cloudPbxId'],
  de: [
    'PBX Orders',
    'cloudPbxId',
    'PBX {id}',
    'Plan',
    'Sandbox',
    'Region',
    'Firmware',
    'Name',
    'Format',
    'In',
    'in 3',
  ],
  es: ['PBX Orders', 'cloudPbxId', 'PBX {id}', 'Plan', 'Error', 'firmware'],
};

const LISTS = CATALOGUES.map(([, words]) => words.saidJoined);

/** A text with the same figure in each of its holes. */
function shown(text: Words[keyof Words], value: unknown = 3): string {
  if (typeof text === 'string') return text;
  // It takes a list, and says nothing of its own.
  if (LISTS.some((one) => one === text)) return '';
  const say = text as (...holes: unknown[]) => string;
  return say(...Array.from({ length: text.length }, () => value));
}

/** Which of its holes a text heeds. */
function heeded(text: Words[keyof Words], holes: number): boolean[] {
  if (typeof text === 'string') return [];
  const say = text as (...holes: unknown[]) => string;
  const changes = (at: number, [one, other]: readonly unknown[]): boolean => {
    const filled = Array.from({ length: holes }, () => one);
    return say(...filled) !== say(...filled.map((hole, place) => (place === at ? other : hole)));
  };
  const tried = [
    [3, 7],
    ['Xyz', 'Abc'],
    [['a', 'b'], ['c']],
  ];
  return Array.from({ length: holes }, (_hole, at) => tried.some((pair) => fits(() => changes(at, pair))));
}

/** A text that takes figures may refuse names. */
function fits(changes: () => boolean): boolean {
  try {
    return changes();
  } catch {
    return false;
  }
}

describe('the catalogue', () => {
  it('has no key that nothing says', () => {
    const all = sources.join('\n');
    // These are made of a field's name or a problem's code, or known by their English (said.test.ts).
    const made = /^(field|help|problem|problemTitle|said)_/;
    const unused = Object.keys(en).filter((key) => !made.test(key) && !new RegExp(`\\.${key}\\b`).test(all));
    expect(unused).toEqual([]);
  });

  it.each(CATALOGUES)('in %s has exactly the English keys, none empty', (_name, words) => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(en).toSorted());
    const empty = Object.entries(words).filter(([, text]) => typeof text === 'string' && text.trim() === '');
    expect(empty).toEqual([]);
  });

  it.each(OTHERS)('in %s is translated, but for what is the same there', (language, words) => {
    const same = KEYS.map((key) => [shown(en[key]), shown(words[key])] as const).filter(
      ([english, text]) => english === text && /[a-z]{2}/i.test(english),
    );
    const unintended = same.map(([english]) => english).filter((text) => !SAME[language]?.includes(text));
    expect(unintended).toEqual([]);
  });

  it.each(OTHERS)('in %s fills in what the English sentences fill in', (_language, words) => {
    const places = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
    for (const key of KEYS) {
      const [english, text] = [en[key], words[key]];
      expect([key, typeof text]).toEqual([key, typeof english]);
      expect([key, places(shown(text))]).toEqual([key, places(shown(english))]);
      expect([key, heeded(text, english.length)]).toEqual([key, heeded(english, english.length)]);
    }
  });

  it.each(CATALOGUES)('in %s counts one and several', (_language, words) => {
    for (const key of KEYS.filter((one) => typeof en[one] === 'function'))
      for (const count of [0, 1, 2, 5, 1234567])
        expect(`${key}: ${shown(words[key], count)}`).not.toContain('#');
  });

  it('leaves no words for people in the screens themselves', () => {
    // Text between tags; a label given as a literal; a literal said, logged or shown on a condition.
    const between = /(?<!=)>([^<>{}();=]*\p{L}{2,}[^<>{}();=]*)</gu;
    const given =
      /\s(?:aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|label|help|alt|heading|intro)="([^"]*\p{L}[^"]*)"/gu;
    const chosen = /[?:{(]\s*(['"`])(\p{Lu}\p{L}* \p{L}[^'"`]*)\1/gu;
    const IDS = /^(true|false|polite|off|page|step|dialog)$/;
    const found = screens.flatMap(({ file, source }) => {
      const code = source.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
      return [...code.matchAll(between), ...code.matchAll(given), ...code.matchAll(chosen)]
        .map((match) => (match[2] ?? match[1] ?? '').trim())
        .filter((text) => !IDS.test(text))
        .map((text) => `${file}: ${text}`);
    });
    expect(found).toEqual([]);
  });
});

describe('a problem’s sentence', () => {
  it('in English is the orders room’s own', () => {
    const params = { field: 'Extensions', max: 500, value: 650 };
    const problem = { code: 'too-large', field: 'extensionCapacity', params } as const;
    expect(problemSentence(en, problem)).toBe(fillIn(PROBLEMS['too-large'].message, params));
  });

  it('writes days and figures as the language does', async () => {
    await speak('de');
    const passed = {
      code: 'expired',
      field: 'expirationDate',
      params: { date: '2026-03-09 (Asia/Shanghai)' },
    } as const;
    expect(problemSentence(words(), passed)).toBe('Das Ablaufdatum 09.03.2026 (Asia/Shanghai) ist vorbei.');
    const hidden = { code: 'hidden-rows', field: null, params: { count: 12345 } } as const;
    expect(problemSentence(words(), hidden)).toContain('12.345');
    await speak('en');
  });

  it('says names of fields and kinds in the window’s language', () => {
    const other = { ...en, field_plan: 'Tarif', kind_region: 'Gebiet' };
    expect(problemSentence(other, { code: 'required', field: 'plan', params: { field: 'Plan' } })).toContain(
      'Tarif',
    );
    const unknown = { kind: 'region', value: 'X', hint: '. Known: A, B' };
    expect(problemSentence(other, { code: 'unknown-id', field: 'regionId', params: unknown })).toBe(
      '"X" is not a Gebiet of this account. Known: A, B.',
    );
  });
});

describe('languages', () => {
  it('follow the system unless one is chosen', () => {
    expect(chooseLanguage('system', ['fr-FR', 'zh-CN', 'en-US'])).toBe('zh');
    expect(chooseLanguage('system', ['fr-FR'])).toBe('en');
    expect(chooseLanguage('en', ['zh-CN'])).toBe('en');
  });

  it('count in their own way', () => {
    const { n, plural } = counting('en');
    expect(n(1234567)).toBe('1,234,567');
    expect(plural(1, { one: '# row', other: '# rows' })).toBe('1 row');
    expect(plural(2000, { one: '# row', other: '# rows' })).toBe('2,000 rows');
  });
});
