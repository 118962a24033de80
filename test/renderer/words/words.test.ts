import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillIn, PROBLEMS } from '../../../app/orders';
import { en } from '../../../renderer/words/en';
import { counting } from '../../../renderer/words/plural';
import { problemSentence } from '../../../renderer/words/problems';
import { chooseLanguage, LANGUAGES } from '../../../renderer/words/words';

const RENDERER = path.resolve(import.meta.dirname, '../../../renderer');
const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/words[\\/](en|zh|de|es)\b/.test(file))
  .map((file) => readFileSync(path.join(RENDERER, file), 'utf8'));

describe('the catalogue', () => {
  it('has no key that nothing says', () => {
    const all = sources.join('\n');
    // These are made of a field's name or a problem's code, or known by their English (said.test.ts).
    const made = /^(field|help|problem|problemTitle|said)_/;
    const unused = Object.keys(en).filter((key) => !made.test(key) && !new RegExp(`\\.${key}\\b`).test(all));
    expect(unused).toEqual([]);
  });

  it.each(Object.entries(LANGUAGES))('in %s has exactly the English keys, none empty', (_name, { words }) => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(en).toSorted());
    expect(Object.entries(words).filter(([, text]) => text === '')).toEqual([]);
  });

  it.each(Object.entries(LANGUAGES))(
    'in %s fills in what the English sentences fill in',
    (_name, { words }) => {
      const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();
      for (const [code, { message }] of Object.entries(PROBLEMS)) {
        const sentence = words[`problem_${code}` as keyof typeof words];
        expect([code, new Set(places(String(sentence)))]).toEqual([code, new Set(places(message))]);
      }
    },
  );

  it('leaves no words for people in the screens themselves', () => {
    // Text between tags, or a label given as a literal.
    const literal = /(?:aria-label|title|placeholder|label)="[A-Za-z]|>\s*[A-Z][a-z]+ [a-z]+/;
    const found = sources.filter((source) => literal.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
    expect(found.map((source) => source.slice(0, 200))).toEqual([]);
  });
});

describe('a problem’s sentence', () => {
  it('in English is the orders room’s own', () => {
    const params = { field: 'Extensions', max: 500, value: 650 };
    const problem = { code: 'too-large', field: 'extensionCapacity', params } as const;
    expect(problemSentence(en, problem)).toBe(fillIn(PROBLEMS['too-large'].message, params));
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
