import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SUB_DOMAIN } from '../../../app/orders/request';
import { legalSubDomain, readSubDomain } from '../../../app/orders/values/text';
import { checkOne, codes } from '../made-sheets';

describe('a sub-domain', () => {
  test.each([
    ['old mill', 'old-mill'],
    ['b_6.x', 'b-6-x'],
    ['Zürich Süd', 'Zuerich-Sued'],
    ['café', 'cafe'],
    ['--x--', 'x'],
  ])('%s would be legal as %s', (text, legal) => {
    expect(legalSubDomain(text)).toBe(legal);
  });
  test('spaces at the ends and full-width letters are no matter', () => {
    expect(checkOne({ subDomain: '  acme-1 ' }).order?.subDomain).toBe('acme-1');
    expect(checkOne({ subDomain: 'ａｃｍｅ' }).order?.subDomain).toBe('acme');
  });
  test('what can’t be an address is an error, with a repair that changes nothing that is bought', () => {
    expect(checkOne({ subDomain: 'old mill' }).problems[0]).toMatchObject({
      code: 'bad-sub-domain',
      repair: { field: 'subDomain', value: 'old-mill', safe: true },
    });
    expect(checkOne({ subDomain: '老磨坊' }).problems[0]?.repair).toBeUndefined();
  });
  test.each([
    ['https://acme.test.yeastarcloud.com/', 'acme'],
    ['acme.test.yeastarcloud.com', 'acme'],
    ['http://acme.pbx.example:8088', 'acme'],
    ['www.acme.example', 'acme'],
  ])(
    'a whole address %s is never made one long sub-domain, and its first part is only proposed',
    (text, value) => {
      expect(checkOne({ subDomain: text }).problems[0]).toMatchObject({
        code: 'bad-sub-domain',
        repair: { value, safe: false },
      });
    },
  );
  test('an e-mail address gives no sub-domain away', () => {
    expect(checkOne({ subDomain: 'ann@acme.example' }).problems[0]?.repair).toBeUndefined();
  });
  test.each(['-', '--', 'n/a', 'TBD', ' none ', '???', 'xxx', '待定'])(
    '%j holds the place of a sub-domain that is not known yet',
    (text) => {
      const row = checkOne({ subDomain: text });
      expect([row.state, ...codes(row)]).toEqual(['invalid', 'placeholder']);
    },
  );
  test.each(['-acme', 'acme-', 'a'.repeat(64)])(
    '%s is only warned about: YCM’s own rule is not known',
    (text) => {
      const row = checkOne({ subDomain: text });
      expect([row.state, ...codes(row)]).toEqual(['ready', 'sub-domain-shape']);
    },
  );
  test('whatever is proposed is legal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const legal = legalSubDomain(text);
        if (legal === null) return;
        expect(legal).toMatch(SUB_DOMAIN);
        expect(readSubDomain(legal).findings).toEqual([]);
      }),
    );
  });
});

describe('a name', () => {
  test.each([
    ['Acme\nBranch 1', 'Acme Branch 1'],
    ['Acme \r\n Branch', 'Acme Branch'],
    ['Acme\u00a0Nine', 'Acme Nine'],
    ['Acme\tX', 'Acme X'],
    ['Acme\u200b', 'Acme'],
    ['\u202eemcA\u202c', 'emcA'],
    ['A\u0007B', 'AB'],
    ['نمی\u200cخواهم', 'نمی\u200cخواهم'],
  ])('%j is one line of what can be seen', (text, name) => {
    expect(checkOne({ name: text }).order?.name).toBe(name);
  });
  test.each(['-', 'N/A', 'tbd', '?'])('%j as a name is warned about', (text) => {
    expect(checkOne({ name: text })).toMatchObject({
      state: 'ready',
      problems: [{ code: 'placeholder-name' }],
    });
  });
  test('is trimmed and otherwise sent as it stands', () => {
    expect(checkOne({ name: '  Müller & Söhne (Köln) ' }).order?.name).toBe('Müller & Söhne (Köln)');
  });
  test.each(['=1+1', '+49 30 1', '-x', '@cmd'])(
    '%s looks like a formula and is sent as plain text',
    (name) => {
      const row = checkOne({ name });
      expect(codes(row)).toContain('formula-like');
      expect(row.order?.name).toBe(name);
    },
  );
  test.each(['=1+1', '+49 30 1', '-x', '@cmd', '＝1', '00123', '12E5'])(
    'the apostrophe that makes %s a text is no part of it',
    (name) => {
      expect(checkOne({ name: `'${name}` }).order?.name).toBe(name);
    },
  );
  test('an apostrophe of its own stays', () => {
    expect(checkOne({ name: "'80s Bar" }).order?.name).toBe("'80s Bar");
  });
  test('characters an older API forbids are warned about by name', () => {
    expect(checkOne({ name: 'A/B #1' }).problems[0]).toMatchObject({
      code: 'name-characters',
      level: 'warning',
      params: { characters: '/ #' },
    });
  });
});
