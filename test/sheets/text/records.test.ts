import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { codeUnits } from '../../../app/sheets/text/code-units';
import { fieldText, scanFields } from '../../../app/sheets/text/records';

type Span = { start: number; end: number; next: number };

/**
 * The records of a delimited text. `unclosed` is set to the record (from 0) in which a quote never closes.
 */
function splitRecords(text: string, delimiter: string): { records: Span[]; unclosed: number | null } {
  const records: Span[] = [];
  let start = 0;
  const whole = scanFields(codeUnits(text), delimiter, {
    field() {},
    record(end, next) {
      records.push({ start, end, next });
      start = next;
    },
  });
  if (whole) return { records, unclosed: null };
  const unclosed = records.length;
  records.push({ start, end: text.length, next: text.length });
  return { records, unclosed };
}

/** Where the fields of the record from `start` to `end` are, their quotes included. */
function splitFields(
  text: string,
  start: number,
  end: number,
  delimiter: string,
): { start: number; end: number }[] {
  const fields: { start: number; end: number }[] = [];
  const whole = scanFields(codeUnits(text.slice(start, end)), delimiter, {
    field: (from, to) => fields.push({ start: start + from, end: start + to }),
    record() {},
  });
  const last = fields.at(-1);
  if (start === end) fields.push({ start, end });
  // A quote that never closes: the rest is one field.
  else if (!whole) fields.push({ start: last ? last.end + delimiter.length : start, end });
  return fields;
}

const parsed = (text: string, delimiter = ','): string[][] =>
  splitRecords(text, delimiter).records.map(({ start, end }) =>
    splitFields(text, start, end, delimiter).map((one) => fieldText(text.slice(one.start, one.end))),
  );

describe('splitting text into records', () => {
  test('line ends of every kind, also mixed in one file', () => {
    expect(parsed('a,b\r\nc,d\ne,f\rg,h\n\r\n\ri')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
      [''],
      [''],
      ['i'],
    ]);
  });

  test('a last line with or without an end is the same', () => {
    expect(parsed('a,b\nc,\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(parsed('a,b\nc,')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(parsed('')).toEqual([]);
  });

  test('quotes around delimiters, line breaks and doubled quotes', () => {
    expect(parsed('"a,1","two\r\nlines","say ""hi""",""\n"",x')).toEqual([
      ['a,1', 'two\r\nlines', 'say "hi"', ''],
      ['', 'x'],
    ]);
  });

  test('a quote that doesn’t begin a field is a sign like any other', () => {
    expect(parsed('5" screen,a"b"c\nnext,1')).toEqual([
      ['5" screen', 'a"b"c'],
      ['next', '1'],
    ]);
  });

  test('quotes that someone forgot to double stay in the text of their field', () => {
    expect(parsed('"Café "Adler" GmbH, Wien",7\n"x",8')).toEqual([
      ['Café "Adler" GmbH, Wien', '7'],
      ['x', '8'],
    ]);
  });

  test('a quoted part with more behind it never takes in other fields or rows', () => {
    expect(parsed('"5" screen,7\n"y",8')).toEqual([
      ['5 screen', '7'],
      ['y', '8'],
    ]);
    expect(parsed('"5" screen,"7",8\n"say ""a"" " now,9')).toEqual([
      ['5 screen', '7', '8'],
      ['say "a"  now', '9'],
    ]);
    expect(parsed('"abc" ,1\n2,3')).toEqual([
      ['abc ', '1'],
      ['2', '3'],
    ]);
  });

  test('a quote that is never closed is told with its record', () => {
    expect(splitRecords('a,b\n"x\ny",z\nc,"d\ne,f\n', ',').unclosed).toBe(2);
    expect(splitRecords(`a,b\n"x${'\ny,z'.repeat(40_000)}"`, ',').unclosed).toBe(1);
  });

  test('records and their line ends are the whole text', () => {
    const text = 'a,b\r\n"c\nd",e\r\rf';
    const { records } = splitRecords(text, ',');
    expect(records.map(({ start, next }) => text.slice(start, next)).join('')).toBe(text);
    expect(records.map(({ start, end }) => text.slice(start, end))).toEqual(['a,b', '"c\nd",e', '', 'f']);
  });

  test('papaparse, which others write with, finds the same in whatever it writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '厦', ' ', '"', ',', ';', '\n', '\r', '=') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\r\n', '\n'),
        (rows, delimiter, newline) => {
          expect(parsed(Papa.unparse(rows, { delimiter, newline }), delimiter)).toEqual(rows);
        },
      ),
    );
  });

  test('any text is split without losing a character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r') });
    fc.assert(
      fc.property(text, (any) => {
        const { records } = splitRecords(any, ',');
        expect(records.map(({ start, next }) => any.slice(start, next)).join('')).toBe(any);
        for (const { start, end } of records) {
          const fields = splitFields(any, start, end, ',').map((one) => any.slice(one.start, one.end));
          expect(fields.join(',')).toBe(any.slice(start, end));
        }
      }),
      { numRuns: 500 },
    );
  });
});
