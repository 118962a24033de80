import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKeepingBigIds } from '../../app/ycm/big-ids';

describe('reading JSON with ids a number can’t hold', () => {
  it.each([
    ['{"cloudPbxId":9007199254740993}', { cloudPbxId: '9007199254740993' }],
    [
      '{"a":-9007199254740993,"b":[ 18446744073709551615 ]}',
      { a: '-9007199254740993', b: ['18446744073709551615'] },
    ],
    ['{"cloudPbxId":9007199254740991}', { cloudPbxId: 9007199254740991 }],
    ['"9007199254740993 and \\" 9007199254740993"', '9007199254740993 and " 9007199254740993'],
    ['[0.12345678901234567890,1234567890123456789.5]', [0.12345678901234568, 1234567890123456800]],
    [
      '[12345678901234567890e2,1e12345678901234567]',
      [12_345_678_901_234_567_000 * 100, Number.POSITIVE_INFINITY],
    ],
  ])('%s', (json, value) => {
    expect(parseKeepingBigIds(json)).toEqual(value);
  });

  it('reads everything else as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const plain: unknown = JSON.parse(json);
        fc.pre(!/\d{16}/.test(json.replace(/"(?:[^"\\]|\\.)*"/g, '')));
        expect(parseKeepingBigIds(json)).toEqual(plain);
      }),
    );
  });

  it('loses no digit of any long, wherever it stands', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 64n), fc.string(), (id, text) => {
        const read = parseKeepingBigIds(`{${JSON.stringify(text)}:0,"x":[${id}],"y":${id}}`);
        expect(read).toMatchObject({ x: [expect.anything()] });
        const { y } = read as { y: unknown };
        expect(String(y)).toBe(String(id));
      }),
    );
  });

  it('says that no JSON is none', () => {
    expect(() => parseKeepingBigIds('<html>12345678901234567890</html>')).toThrow(SyntaxError);
  });
});
