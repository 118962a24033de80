import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  UNKNOWN_HABIT,
  numberHabit,
  readNumber,
  readWhole,
  type NumberHabit,
} from '../../../app/orders/values/number';
import { check, checkOne, codes, sheetOf, GOOD, GOOD_FIELDS } from '../made-sheets';

const GERMAN: NumberHabit = { dot: 'thousands', comma: 'decimal' };
const ENGLISH: NumberHabit = { dot: 'decimal', comma: 'thousands' };
const read = (text: string, habit = UNKNOWN_HABIT, limits = {}): number | string | undefined => {
  const { value, findings } = readWhole(text, habit, limits);
  return value ?? findings[0]?.code;
};

describe('numbers of other hands', () => {
  test.each(['٢٠', '۲۰', '२०', '๒๐', "'20", '’20'])('%s is 20', (text) => {
    expect(readNumber(text, UNKNOWN_HABIT).value).toBe(20);
  });
  test.each(['20 ch', '20 (twenty)', '20 users (named)', '20 Stk.'])(
    '%s proposes 20 and takes nothing',
    (text) => {
      const { value, findings } = readNumber(text, UNKNOWN_HABIT);
      expect(value).toBeUndefined();
      expect(findings[0]?.repair).toEqual({ value: '20', safe: false });
    },
  );
  test.each(['20 (+5)', '20+', '~20', 'max 20', '20/10', '1O'])('%s proposes nothing', (text) => {
    expect(readNumber(text, UNKNOWN_HABIT).findings).toEqual([
      { code: 'not-a-number', params: { value: text } },
    ]);
  });
});

describe('a whole number', () => {
  test.each([
    ['20', 20],
    ['+20', 20],
    [' 20 ', 20],
    ['２０', 20],
    ['20\u00a0500', 20_500],
    ['1’250', 1250],
    ['1.250', 1250],
    ['1,250', 1250],
    ['1,250,000', 1_250_000],
    ['1.250,00', 1250],
    ['1,250.00', 1250],
    ['20.0', 20],
    ['20,00', 20],
    ['0', 0],
  ])('%s is %i, whatever the file’s habit', (text, value) => {
    expect(read(text)).toBe(value);
  });

  test.each([
    ['2.5', 'not-whole'],
    ['0.125', 'not-whole'],
    ['1,250.5', 'not-whole'],
    ['2.00E+01', 'digits-lost'],
    ['5,01E+07', 'digits-lost'],
    ['twenty', 'not-a-number'],
    ['20-30', 'not-a-number'],
    ['1,25,000', 'not-a-number'],
    ['99999999999999999999', 'too-large'],
  ])('%s is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test('one thousand or one: asked while the file does not show it', () => {
    expect(read('1.000')).toBe('ambiguous-number');
    expect(read('20,000')).toBe('ambiguous-number');
    expect(read('1.000', GERMAN)).toBe(1000);
    expect(read('1.000', ENGLISH)).toBe('ambiguous-number');
    expect(read('1.000.000')).toBe(1_000_000);
  });

  test('a minus zero is a zero', () => {
    expect(Object.is(readWhole('-0', UNKNOWN_HABIT, {}).value, 0)).toBe(true);
  });

  test('limits are told with the value as the sheet has it', () => {
    expect(readWhole('1.250', GERMAN, { max: 500 }).findings[0]).toMatchObject({
      code: 'too-large',
      params: { value: '1.250', max: 500 },
    });
    expect(read('-5', UNKNOWN_HABIT, { min: 1 })).toBe('too-small');
  });

  test('every whole number comes back from either way of grouping', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
        expect(read(value.toLocaleString('en-US'), ENGLISH)).toBe(value);
        expect(read(value.toLocaleString('de-DE'), GERMAN)).toBe(value);
        expect(read(`${value.toLocaleString('en-US')}.00`)).toBe(value);
      }),
    );
  });

  test('without a habit a text is read right or not at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), fc.constantFrom('en-US', 'de-DE'), (value, locale) => {
        expect([value, 'ambiguous-number']).toContain(read(value.toLocaleString(locale)));
      }),
    );
  });

  test('a unit is offered to be taken off, but never one that multiplies', () => {
    const offered = (text: string): string | undefined =>
      readWhole(text, UNKNOWN_HABIT, {}).findings[0]?.repair?.value;
    expect(offered('20 users')).toBe('20');
    expect(offered('1,500 min.')).toBe('1500');
    expect(offered('500分钟')).toBe('500');
    expect(['2k', '5 hours', '1.000 users', 'about 20', '20 or 30'].map(offered)).toEqual(
      Array(5).fill(undefined),
    );
    expect(checkOne({ extensionCapacity: '20 users' })).toMatchObject({ state: 'invalid', order: null });
  });
});

describe('the habit of a file', () => {
  test('is shown by its own columns, and by prices beside them', () => {
    expect(numberHabit(['20', '1.250'])).toEqual(GERMAN);
    expect(numberHabit(['1,250.00'])).toEqual(ENGLISH);
    expect(numberHabit(['20'], ['9.99', '15.00'])).toEqual(ENGLISH);
    expect(numberHabit(['20'], ['1.250,50'])).toEqual(GERMAN);
  });

  test('is not shown by weights, days, times or addresses', () => {
    expect(numberHabit([], ['1.250', '31.12', '12.05', '8.30', '192.168.100.200', '84.12.0.32'])).toEqual(
      UNKNOWN_HABIT,
    );
  });

  test('contradictions leave it unknown', () => {
    expect(numberHabit(['1.250', '2.5'])).toEqual(UNKNOWN_HABIT);
  });

  test('minutes of "1,000" beside prices of 99.50 are a thousand; beside nothing they are asked about', () => {
    const minutes = (price: string): string | number | undefined => {
      const cells = GOOD_FIELDS.map((field) => (field === 'recordingCapacity' ? '1,000' : GOOD[field]));
      const row = check(
        sheetOf([
          [...GOOD_FIELDS, 'Price'],
          [...cells, price],
        ]),
      ).rows[0];
      return row?.order?.recordingCapacity ?? codes(row)[0];
    };
    expect(minutes('99.50')).toBe(1000);
    expect(minutes('')).toBe('ambiguous-number');
  });

  test('a number cell of a workbook needs no habit', () => {
    expect(checkOne({ recordingCapacity: 1000 }).order?.recordingCapacity).toBe(1000);
    expect(codes(checkOne({ extensionCapacity: 1.25 }))).toEqual(['not-whole']);
  });
});
