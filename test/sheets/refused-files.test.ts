import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openSheetFile, SheetError } from '../../app/sheets';
import { ReadingBudget } from '../../app/sheets/reading-budget';
import { readTextSheet } from '../../app/sheets/text/read-text';
import { readWorkbook } from '../../app/sheets/workbook/read-workbook';
import {
  failure,
  fileOf,
  openBytes,
  openRows,
  sheetXml,
  stringsXml,
  workbookParts,
  zipOf,
} from './made-workbook';
import { shownRows } from './shown';

const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures', 'sheets');
const fixture = (name: string): Buffer => readFileSync(path.join(FIXTURES, name));

/** The sentence for bytes in a file of this name. */
const sentence = async (bytes: Buffer | string, name = 'orders.xlsx'): Promise<string> =>
  (await failure(openBytes(bytes, name))).message;

describe('what is no order sheet is told in one sentence', () => {
  test('a file that isn’t there, a folder, an empty file', async () => {
    const file = fileOf('', 'orders.csv');
    const folder = path.join(path.dirname(file), 'orders');
    mkdirSync(folder);
    expect((await failure(openSheetFile(path.join(folder, 'gone.csv')))).message).toBe(
      'There is no file "gone.csv". Check the name and the folder.',
    );
    expect((await failure(openSheetFile(path.join(file, 'inside.csv')))).code).toBe('not-found');
    expect((await failure(openSheetFile(folder))).message).toBe(
      '"orders" is a folder. Choose the order sheet inside it.',
    );
    expect((await failure(openSheetFile(file))).message).toBe('"orders.csv" is empty.');
    expect((await failure(openSheetFile('bad\0name'))).code).toBe('unreadable');
  });

  test('an old workbook, one with a password, an OpenDocument one', async () => {
    expect(await sentence(fixture('other-programs/libreoffice.xls'), 'a.xls')).toBe(
      '"a.xls" is an Excel file of the old kind (.xls). Open it in Excel and save it as .xlsx.',
    );
    expect(await sentence(Buffer.from([9, 8, 16, 0, 0, 6, 5, 0]), 'a.xls')).toContain('of the old kind');
    expect(await sentence(fixture('other-programs/libreoffice-password.xlsx'))).toBe(
      '"orders.xlsx" is protected with a password. Remove the password in Excel and save it again.',
    );
    expect(await sentence(fixture('other-programs/libreoffice.ods'))).toBe(
      '"orders.xlsx" is not an order sheet: it is an OpenDocument file (save it as .xlsx). Use XLSX or CSV.',
    );
  });

  test.each([
    ['a PDF document', '%PDF-1.7\n%âãÏÓ'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['an archive (unpack it first)', Buffer.from([0x1f, 0x8b, 8, 0])],
    [
      'a web page (open it in Excel and save it as .xlsx)',
      '\uFEFF\n<html><table><tr><td>name</td></tr></table>',
    ],
    ['an XML file', '<?xml version="1.0"?><orders/>'],
    [
      'an OpenDocument file (save it as .xlsx)',
      '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
    ],
    ['a SYLK file (open it in Excel and save it as .xlsx)', 'ID;PWXL;N;E\r\nC;Y1;X1;K"PBX name"\r\n'],
    ['a DIF file (open it in Excel and save it as .xlsx)', 'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n'],
    ['a JSON file', '[\n {"PBX name": "Acme", "Plan": "Enterprise Plan"}\n]'],
    ['a JSON file', '{"PBX name":"Acme","Plan":"Ultimate Plan"}\n{"PBX name":"Acme 2"}\n'],
    [
      'only a link (open what it leads to, and save the sheet as .xlsx)',
      '{"url":"https://docs.google.com/open?id=abc","doc_id":"abc"}',
    ],
    [
      'only a link (open what it leads to, and save the sheet as .xlsx)',
      '[InternetShortcut]\r\nURL=https://docs.google.com/spreadsheets/d/abc\r\n',
    ],
    ['an e-mail message', 'From: ann@acme.example\r\nTo: orders@pbx.example\r\n\r\nThree PBXs, please.\r\n'],
    [
      'a web page (open it in Excel and save it as .xlsx)',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n',
    ],
    [
      'a text file in UTF-32 (save it as UTF-8)',
      iconv.encode('name,plan\nA,B\n', 'utf-32', { addBOM: true }),
    ],
    [
      'an XML spreadsheet (open it in Excel and save it as .xlsx)',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ],
    ['an old Office file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    [
      'neither an Excel workbook nor a text file',
      Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0ÿÿ\0\0', 'latin1'),
    ],
    [
      'neither an Excel workbook nor a text file',
      Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7 + 1) % 256)),
    ],
  ])('%s', async (what, bytes) => {
    expect(await sentence(bytes)).toBe(
      `"orders.xlsx" is not an order sheet: it is ${what}. Use XLSX or CSV.`,
    );
  });

  test.each([
    ['a Word document', { '_rels/.rels': rels('word/document.xml'), 'word/document.xml': '<document/>' }],
    [
      'a presentation',
      { '_rels/.rels': rels('ppt/presentation.xml'), 'ppt/presentation.xml': '<presentation/>' },
    ],
    [
      'a binary workbook (.xlsb; save it as .xlsx)',
      { '_rels/.rels': rels('xl/workbook.bin'), 'xl/workbook.bin': '\u0083\u0001' },
    ],
    ['a zip archive (unpack it first)', { 'orders.csv': 'name,plan' }],
  ])('%s', async (what, parts) => {
    expect(await sentence(await zipOf(parts))).toBe(
      `"orders.xlsx" is not an order sheet: it is ${what}. Use XLSX or CSV.`,
    );
  });

  test('what a file is called doesn’t matter, only what it is', async () => {
    expect((await openBytes('name,plan\nA,B\n', 'orders.xlsx')).format).toBe('text');
    expect((await openBytes(fixture('northwind-order-form.xlsx'), 'orders.csv')).format).toBe('workbook');
  });
});

describe('damaged workbooks', () => {
  test('a file cut off anywhere is never read as if it were whole', async () => {
    const whole = fixture('northwind-order-form.xlsx');
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const { code } = await failure(openBytes(whole.subarray(0, Math.floor(whole.length * part))));
      expect(code).toBe('damaged');
    }
  });

  test('a flipped bit in a cell is found by the checksum', async () => {
    const bytes = await zipOf(workbookParts(sheetXml('<row><c><v>4711</v></c></row>')), false);
    const at = bytes.indexOf('4711');
    bytes[at] = 0x35;
    expect((await failure(openBytes(bytes))).code).toBe('damaged');
  });

  test('a workbook without sheets, with a missing part, with broken XML', async () => {
    const parts = workbookParts('');
    for (const changes of [
      { 'xl/workbook.xml': '<workbook><sheets/></workbook>' },
      { 'xl/worksheets/sheet1.xml': null },
      { 'xl/worksheets/sheet1.xml': '' },
      { 'xl/worksheets/sheet1.xml': '<worksheet/><worksheet/>' },
      { 'xl/worksheets/sheet1.xml': sheetXml(''), 'xl/sharedStrings.xml': '<sst><si></sst>' },
      { 'xl/worksheets/sheet1.xml': sheetXml(''), 'xl/styles.xml': 'no' },
    ]) {
      expect((await failure(zipOf({ ...parts, ...changes }).then(openBytes))).code).toBe('damaged');
    }
  });

  test('a workbook with nothing in it has no rows', async () => {
    expect((await openRows('')).sheets).toEqual([{ name: 'Orders', hidden: false, rows: [] }]);
  });

  test('entities that a document type would define are refused, not expanded', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    expect((await failure(zipOf(workbookParts(bomb)).then(openBytes))).code).toBe('damaged');
  });
});

describe('files that would fill the memory', () => {
  test('a part that unpacks to a thousand times its size', async () => {
    const spaces = ' '.repeat(12 * 1024 * 1024);
    const { code, message } = await failure(zipOf(workbookParts(sheetXml('') + spaces)).then(openBytes));
    expect(code).toBe('too-large');
    expect(message).toBe('"orders.xlsx" is too large: xl/worksheets/sheet1.xml unpacks to 12 MB.');
  });

  test('a part that says it is small and isn’t', async () => {
    const text = sheetXml('<row><c><v>1</v></c></row>'.repeat(2000));
    const bytes = await zipOf(workbookParts(text));
    const central = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bytes.writeUInt32LE(100, central + 24);
    expect((await failure(openBytes(bytes))).code).toBe('damaged');
  });

  test('rows that each reach to the last column', async () => {
    const rows = Array.from({ length: 100 }, (_, at) => `<row><c r="XFD${at + 1}"><v>1</v></c></row>`);
    expect(await withBudget(sheetXml(rows.join('')), 1_000_000)).toBe('too-large');
    expect(await withBudget(sheetXml(rows.slice(0, 50).join('')), 1_000_000)).toBe('read');
  });

  test('a value merged over all rows, again and again', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(1000);
    const merged = (count: number): string =>
      sheetXml(rows, { after: `<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(count)}</mergeCells>` });
    expect(await withBudget(merged(2000), 1_000_000)).toBe('too-large');
    expect(await withBudget(merged(500), 1_000_000)).toBe('read');
  });

  test('cells that are all different, and texts', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `<row><c><v>${at}</v></c></row>`);
    expect(await withBudget(sheetXml(rows.join('')), 100_000)).toBe('too-large');
    expect(await withBudget(sheetXml(rows.fill(rows[0] ?? '').join('')), 100_000)).toBe('read');
    const text = (count: number): Buffer =>
      Buffer.from(Array.from({ length: count }, (_, at) => `${at},x\n`).join(''));
    const reading = (count: number) => () =>
      readTextSheet(text(count), 'a.csv', 'a.csv', {}, new ReadingBudget('a.csv', 50_000));
    expect(reading(5000)).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(reading(1000)().sheet.rows).toHaveLength(1000);
  });

  /** Whether a sheet is read with this much memory. */
  async function withBudget(sheet: string, units: number): Promise<string> {
    const bytes = await zipOf(workbookParts(sheet), false);
    try {
      await readWorkbook(bytes, 'a.xlsx', () => {}, new ReadingBudget('a.xlsx', units));
      return 'read';
    } catch (error) {
      return error instanceof SheetError ? error.code : String(error);
    }
  }

  test('the same part as thousands of sheets is read once', async () => {
    const sheets = Array.from(
      { length: 5000 },
      (_, at) => `<sheet name="S${at}" sheetId="${at}" r:id="rId1"/>`,
    );
    const file = await openRows('<row><c><v>1</v></c></row>', {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.join('')}</sheets></workbook>`,
      'xl/sharedStrings.xml': stringsXml(),
    });
    expect(file.sheets.map(shownRows)).toEqual([['1 #1']]);
  });

  test('a highly regular sheet is no bomb', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    ).join('');
    expect(deflateRawSync(rows).length * 400).toBeGreaterThan(rows.length);
    expect((await openRows(rows)).sheets[0]?.rows).toHaveLength(30_000);
  });
});

describe('while a file is read', () => {
  test.each([
    [
      'a workbook',
      () => openingOf((count) => zipOf(workbookParts(sheetXml('<row><c><v>1</v></c></row>'.repeat(count))))),
    ],
    ['a text', () => openingOf((count) => Promise.resolve(Buffer.from('a;b\n'.repeat(count))))],
  ])('%s tells how many rows there are so far', async (_what, progress) => {
    const told = await progress();
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(12_345);
  });

  async function openingOf(bytes: (count: number) => Promise<Buffer>): Promise<number[]> {
    const told: number[] = [];
    await openBytes(await bytes(12_345), 'orders', { onRows: (rows) => told.push(rows) });
    return told;
  }
});

function rels(target: string): string {
  return `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`;
}
