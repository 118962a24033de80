import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openSheetFile } from '../../app/sheets';
import {
  cellsByRow,
  created,
  CREATED,
  freshFolder,
  HEADINGS,
  rejected,
  resultsOf,
  textWithResult,
} from './results-of';

// 13 digits would be shown as 4.21E+12: see the test of long ids.
const LINE = ['created', "'4210042100421", ...CREATED.slice(2)];

describe('a text file keeps its own habits', () => {
  test.each<[string, string, string]>([
    [
      'commas, CRLF',
      'name,plan\r\nAcme,E\r\nZenith,U\r\n',
      `name,plan,${HEADINGS}\r\nAcme,E,${LINE}\r\nZenith,U,,,,,\r\n`,
    ],
    [
      'semicolons, LF, no last line end',
      'name;plan\nAcme;E',
      `name;plan;${HEADINGS.join(';')}\nAcme;E;${LINE.join(';')}`,
    ],
    [
      'tabs, CR',
      'name\tplan\rAcme\tE\r',
      `name\tplan\t${HEADINGS.join('\t')}\rAcme\tE\t${LINE.join('\t')}\r`,
    ],
    ['bars', 'name|plan\nAcme|E\n', `name|plan|${HEADINGS.join('|')}\nAcme|E|${LINE.join('|')}\n`],
    [
      'mixed line ends',
      'name,plan\r\nAcme,E\nZenith,U\r',
      `name,plan,${HEADINGS}\r\nAcme,E,${LINE}\nZenith,U,,,,,\r`,
    ],
    ['a byte-order mark', '\ufeffname,plan\nAcme,E\n', `\ufeffname,plan,${HEADINGS}\nAcme,E,${LINE}\n`],
    [
      'a separator line, which is no row',
      'sep=;\r\nname;plan\r\nAcme;E\r\n',
      `sep=;\r\nname;plan;${HEADINGS.join(';')}\r\nAcme;E;${LINE.join(';')}\r\n`,
    ],
    [
      'quotes around everything',
      '"name","plan"\n"Acme",""\n',
      `"name","plan",${HEADINGS.map((one) => `"${one}"`)}\n"Acme","",${LINE.map((one) => `"${one}"`)}\n`,
    ],
    [
      'quotes around texts, not numbers',
      '"name","count"\n"Acme",20\n"Zenith",\n',
      `"name","count",${HEADINGS.map((one) => `"${one}"`)}\n"Acme",20,${LINE.map((one) => one && `"${one}"`)}\n"Zenith",,,,,,\n`,
    ],
    [
      'quotes where they must be',
      'name,plan\n"Acme, Inc.",E\n',
      `name,plan,${HEADINGS}\n"Acme, Inc.",E,${LINE}\n`,
    ],
    [
      'line breaks and quotes inside a field',
      'name,plan\n"Ac\r\n""me""",E\n',
      `name,plan,${HEADINGS}\n"Ac\r\n""me""",E,${LINE}\n`,
    ],
    [
      'rows that end early',
      'name,plan,note\nAcme\nZenith,U\n',
      `name,plan,note,${HEADINGS}\nAcme,,,${LINE}\nZenith,U\n`,
    ],
    [
      'empty columns that a spreadsheet left',
      'name,plan,,,,,,,\nAcme,E,,,,,,,\n,,,,,,,,\n',
      `name,plan,${HEADINGS},,\nAcme,E,${LINE},,\n,,,,,,,,\n`,
    ],
    [
      'blank lines',
      'name,plan\nAcme,E\n\n\nZenith,U\n',
      `name,plan,${HEADINGS}\nAcme,E,${LINE}\n\n\nZenith,U,,,,,\n`,
    ],
  ])('%s', async (_name, before, after) => {
    expect((await textWithResult(before)).text).toBe(after);
  });

  test('a heading row further down, with what is above it left alone', async () => {
    const { text } = await textWithResult('Our orders\n\nname,plan\nAcme,E\n', {
      headerRow: 3,
      rows: [created(4)],
    });
    expect(text).toBe(`Our orders\n\nname,plan,${HEADINGS}\nAcme,E,${LINE}\n`);
  });

  test('a row whose error needs quotes', async () => {
    const { text } = await textWithResult('a;b\nc;d\n', { rows: [rejected(2, 'no "such"; plan')] });
    expect(text).toContain(';"no ""such""; plan";');
  });
});

describe('a file that has result columns', () => {
  const columns = { status: 1, cloudPbxId: 2 };

  test('gets them filled in where they are, and the others added', async () => {
    const before = 'name,status,cloudPbxId,note\nAcme,"sending",,x\nZenith,,42,"y"\n';
    const { text } = await textWithResult(before, { columns, rows: [created(2, { cloudPbxId: '42100' })] });
    expect(text).toBe(
      `name,status,cloudPbxId,note,requestId,error,processedAt\nAcme,created,42100,x,${CREATED.slice(2)}\nZenith,,42,"y",,,\n`,
    );
  });

  test('is the very same file when nothing is new', async () => {
    const before =
      'name,status,cloudPbxId,requestId,error,processedAt\nAcme,"created","42100",a,,2026-11-24T08:09:10Z\n';
    const all = { status: 1, cloudPbxId: 2, requestId: 3, error: 4, processedAt: 5 };
    const { text } = await textWithResult(before, {
      columns: all,
      rows: [created(2, { cloudPbxId: '42100', requestId: 'a' })],
    });
    expect(text).toBe(before);
  });
});

describe('in a spreadsheet program', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'])(
    'a text like %j is no formula',
    async (error) => {
      const { file } = await textWithResult('name\nAcme\n', { rows: [rejected(2, error)] });
      expect(cellsByRow((await openSheetFile(file)).sheets[0])[2]?.[4]).toBe(`'${error}`);
    },
  );

  test.each([
    ['42100', '42100'],
    ['99999999999', '99999999999'],
    ['421000000001', "'421000000001"],
    ['9223372036854775807', "'9223372036854775807"],
    ['0042', "'0042"],
  ])('the id %s is written %s and never loses a digit', async (cloudPbxId, field) => {
    const { text } = await textWithResult('name\nAcme\n', { rows: [created(2, { cloudPbxId })] });
    expect(text.split('\n')[1]?.split(',')[2]).toBe(field);
  });

  test('a request id that looks like a number in scientific notation stays a text', async () => {
    const { text } = await textWithResult('name\nAcme\n', { rows: [created(2, { requestId: '44151e12' })] });
    expect(text).toContain(",'44151e12,");
  });
});

test('any text is read again as it was, but for an apostrophe', async () => {
  const source = path.join(await freshFolder(), 'orders.csv');
  const anyText = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(';', '"', '""', ' a', 'a\r\nb', '\ufeff'),
    )
    .map((text) => text.replace(/(?![\t\r\n])\p{Cc}|\p{Cs}/gu, ''));
  const dialect = fc.record({
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
    quote: fc.constantFrom('"', ''),
  });
  await fc.assert(
    fc.asyncProperty(dialect, fc.array(anyText, { minLength: 1 }), async (style, errors) => {
      const { encoding, delimiter, lineEnd, quote } = style;
      const line = (...fields: string[]) =>
        fields.map((one) => quote + one + quote).join(delimiter) + lineEnd;
      const rows = errors.map((error, at) => rejected(at + 2, error));
      const text = line('name', 'plan') + rows.map(({ row }) => line(`Acme ${row}`, 'E')).join('');
      await writeFile(source, iconv.encode(text, encoding, { addBOM: true }));
      const again = await openSheetFile(await resultsOf(source, { rows }));
      expect(again.dialect).toEqual((await openSheetFile(source)).dialect);
      const read = cellsByRow(again.sheets[0]);
      for (const { row, error } of rows) {
        expect([error, `'${error}`]).toContain(read[row]?.[5] ?? '');
        expect(read[row]?.slice(0, 3)).toEqual([`Acme ${row}`, 'E', 'rejected']);
      }
    }),
    { numRuns: 150 },
  );
});
