import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, test } from 'vitest';
import { openSheetFile, writeResults } from '../../app/sheets';
import { cellsByRow, created, CREATED, freshFolder, HEADINGS, rejected, resultsOf } from './results-of';

let folder: string;
beforeEach(async () => {
  folder = await freshFolder();
});

/** Writes a file and results for its row 2; yields the bytes before and after. */
async function withResult(
  content: Buffer | string,
  more: Partial<Parameters<typeof resultsOf>[1]> = {},
): Promise<{ text: string; bytes: Buffer; file: string }> {
  const source = path.join(folder, 'orders.csv');
  await writeFile(source, content);
  const file = await resultsOf(source, { rows: [created(2)], ...more });
  const bytes = await readFile(file);
  return { text: bytes.toString('utf8'), bytes, file };
}
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
    expect((await withResult(before)).text).toBe(after);
  });

  test('a heading row further down, with what is above it left alone', async () => {
    const { text } = await withResult('Our orders\n\nname,plan\nAcme,E\n', {
      headerRow: 3,
      rows: [created(4)],
    });
    expect(text).toBe(`Our orders\n\nname,plan,${HEADINGS}\nAcme,E,${LINE}\n`);
  });

  test('a row whose error needs quotes', async () => {
    const { text } = await withResult('a;b\nc;d\n', { rows: [rejected(2, 'no "such"; plan')] });
    expect(text).toContain(';"no ""such""; plan";');
  });
});

describe('encodings', () => {
  const HEADER = HEADINGS.join(',');
  test.each([
    ['order-zh-gbk.csv', 'gb18030', ',', '企业版没有'],
    ['unicode-text.txt', 'utf-16le', '\t', '企业版 😀'],
    ['reseller-de.csv', 'windows-1252', ';', 'Größe: 5 €'],
    ['half-done.csv', 'utf-8', ',', '企业版 😀'],
  ])(
    '%s: every byte of the user’s stays, ours are written alike',
    async (name, encoding, delimiter, error) => {
      const source = path.join(folder, name);
      await copyFile(path.join('test/fixtures/sheets', name), source);
      const before = await readFile(source);
      const opened = await openSheetFile(source);
      const columns =
        name === 'half-done.csv'
          ? { status: 20, cloudPbxId: 21, requestId: 22, error: 23, processedAt: 24 }
          : {};
      const file = await resultsOf(source, { columns, rows: [rejected(2, error)] });
      const after = await readFile(file);
      if (name !== 'half-done.csv') {
        // Taking our own bytes out again leaves the user's file.
        const ours = [
          HEADER.replaceAll(',', delimiter),
          ['rejected', '', CREATED[2], error, CREATED[4]].join(delimiter),
        ];
        let rest = after;
        for (const text of ours) {
          const bytes = iconv.encode(delimiter + text, encoding, { addBOM: false });
          const at = rest.indexOf(bytes);
          expect(at).toBeGreaterThan(0);
          rest = Buffer.concat([rest.subarray(0, at), rest.subarray(at + bytes.length)]);
        }
        const padding = iconv.encode(delimiter.repeat(5), encoding, { addBOM: false });
        for (let at = rest.indexOf(padding); at > 0; at = rest.indexOf(padding, at))
          rest = Buffer.concat([rest.subarray(0, at), rest.subarray(at + padding.length)]);
        expect(rest.equals(before)).toBe(true);
      }
      const again = await openSheetFile(file);
      expect(again.dialect).toEqual(opened.dialect);
      const cells = cellsByRow(again.sheets[0])[2];
      expect(cells?.slice(-5)).toEqual(['rejected', '', CREATED[2], error, CREATED[4]]);
      const old = cellsByRow(opened.sheets[0]);
      expect(cellsByRow(again.sheets[0])[3]?.slice(0, old[3]?.length)).toEqual(old[3]);
    },
  );

  test('bytes that mean nothing in the encoding stay as they are', async () => {
    // 0x81 is unassigned in Windows-1252; 0x80 0x81 are two ways GBK programs write what others can't.
    const before = Buffer.concat([
      Buffer.from('name;plan;Größe\r\nMüller ', 'latin1'),
      Buffer.from([0x81, 0x8d]),
      Buffer.from(';Größe;20\r\nZoë;Größe;30\r\n', 'latin1'),
    ]);
    const { bytes } = await withResult(before, { columns: { status: 1 }, rows: [created(2), created(3)] });
    expect(bytes.includes(Buffer.from([0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x81, 0x8d, 0x3b]))).toBe(true);
    expect(bytes.toString('latin1')).toContain('\r\nZoë;created;30;');
  });

  test('a letter the encoding lacks is written as a question mark, and said so', async () => {
    const source = path.join(folder, 'reseller-de.csv');
    await copyFile('test/fixtures/sheets/reseller-de.csv', source);
    const opened = await openSheetFile(source);
    const request = {
      source: opened,
      sheetName: '',
      headerRow: 1,
      columns: {},
      to: path.join(folder, 'out.csv'),
    };
    const { note } = await writeResults({ ...request, rows: [rejected(2, '企业 missing')] });
    expect(note).toMatch(/windows-1252.*"\?"/);
    expect((await readFile(request.to)).toString('latin1')).toContain(';?? missing;');
    expect((await writeResults({ ...request, rows: [rejected(2, 'plain?')] })).note).toBeNull();
  });
});

describe('a file that has result columns', () => {
  const columns = { status: 1, cloudPbxId: 2 };

  test('gets them filled in where they are, and the others added', async () => {
    const before = 'name,status,cloudPbxId,note\nAcme,"sending",,x\nZenith,,42,"y"\n';
    const { text } = await withResult(before, { columns, rows: [created(2, { cloudPbxId: '42100' })] });
    expect(text).toBe(
      `name,status,cloudPbxId,note,requestId,error,processedAt\nAcme,created,42100,x,${CREATED.slice(2)}\nZenith,,42,"y",,,\n`,
    );
  });

  test('is the very same file when nothing is new', async () => {
    const before =
      'name,status,cloudPbxId,requestId,error,processedAt\nAcme,"created","42100",a,,2026-11-24T08:09:10Z\n';
    const all = { status: 1, cloudPbxId: 2, requestId: 3, error: 4, processedAt: 5 };
    const { text } = await withResult(before, {
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
      const { file } = await withResult('name\nAcme\n', { rows: [rejected(2, error)] });
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
    const { text } = await withResult('name\nAcme\n', { rows: [created(2, { cloudPbxId })] });
    expect(text.split('\n')[1]?.split(',')[2]).toBe(field);
  });

  test('a request id that looks like a number in scientific notation stays a text', async () => {
    const { text } = await withResult('name\nAcme\n', { rows: [created(2, { requestId: '44151e12' })] });
    expect(text).toContain(",'44151e12,");
  });
});

test('any text is read again as it was, but for the apostrophe and control characters', async () => {
  const source = path.join(folder, 'orders.csv');
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(';', '"', '""', ' a', 'a\r\nb', '\ud800', '\ufeff'),
  );
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
        // oxlint-disable-next-line no-control-regex -- the very set is meant
        const clean = (error ?? '')
          .replace(/[\ud800-\udfff](?<![\ud800-\udbff][\udc00-\udfff])(?![\udc00-\udfff])/g, '\ufffd')
          .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, ' ');
        expect([clean, `'${clean}`]).toContain(read[row]?.[5] ?? '');
        expect(read[row]?.slice(0, 3)).toEqual([`Acme ${row}`, 'E', 'rejected']);
      }
    }),
    { numRuns: 150 },
  );
});
