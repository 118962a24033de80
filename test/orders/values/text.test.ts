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
  test('characters an older API forbids are warned about by name', () => {
    expect(checkOne({ name: 'A/B #1' }).problems[0]).toMatchObject({
      code: 'name-characters',
      level: 'warning',
      params: { characters: '/ #' },
    });
  });
});
