import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import exceljs from 'exceljs';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openSheetFile } from '../../app/sheets';
import { everythingWorkbook, HEADER_ROW } from './everything-workbook';
import { savedByOffice, shownByOffice } from './office';
import { partsOf, writePackage, type Parts } from './packages';
import { plainWorkbook, sheetXml } from './plain-workbook';
import {
  cellsByRow,
  created,
  CREATED,
  freshFolder,
  HEADINGS,
  inline,
  rejected,
  resultsOf,
} from './results-of';

let folder: string;
beforeEach(async () => {
  folder = await freshFolder();
});

/** The names of the parts that differ; both packages must have the same ones in the same order. */
async function changedParts(before: string, after: string): Promise<string[]> {
  const [old, now]: [Parts, Parts] = [await partsOf(before), await partsOf(after)];
  expect([...now.keys()]).toEqual([...old.keys()]);
  return [...old].filter(([name, bytes]) => !now.get(name)?.equals(bytes)).map(([name]) => name);
}

describe('a workbook with everything in it', () => {
  let source: string;
  beforeEach(async () => {
    source = path.join(folder, 'orders.xlsm');
    await writePackage(source, everythingWorkbook());
  });
  const rows = [created(5), rejected(6, '1000004 INVALID_PARAMETER')];

  test('keeps every part but the sheet itself byte for byte', async () => {
    const result = await resultsOf(source, { headerRow: HEADER_ROW, rows });
    expect(await changedParts(source, result)).toEqual(['xl/worksheets/sheet1.xml']);
  });

  test('keeps all of the sheet but five cells a row, its dimension and the widths of their columns', async () => {
    const result = await resultsOf(source, { headerRow: HEADER_ROW, rows });
    const sheetOf = async (file: string) => String((await partsOf(file)).get('xl/worksheets/sheet1.xml'));
    const [before, after] = [await sheetOf(source), await sheetOf(result)];
    const ours = /<c r="[E-I]\d+"[^>]* t="inlineStr"><is><t xml:space="preserve">[^<]*<\/t><\/is><\/c>/g;
    expect(after.match(ours)).toHaveLength(5 + 4 + 4);
    expect(after).toContain('<dimension ref="A1:I9"/>');
    const restored = after
      .replace(ours, '')
      .replaceAll('spans="1:9"', 'spans="1:4"')
      .replace('<dimension ref="A1:I9"/>', '<dimension ref="A1:E9"/>')
      .replace(
        /<col min="4" max="4".*?<\/cols>/,
        '<col min="4" max="16384" width="11" hidden="1" customWidth="1"/></cols>',
      );
    expect(restored).toBe(before);
  });

  test('shows the new columns although all to the right were hidden, and leaves the others hidden', async () => {
    const result = await resultsOf(source, { headerRow: HEADER_ROW, rows });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(result);
    const sheet = workbook.getWorksheet('Orders');
    const hidden = [4, 5, 6, 7, 8, 9, 10, 50].map((number) => sheet?.getColumn(number).hidden);
    expect(hidden).toEqual([true, false, false, false, false, false, true, true]);
    expect(sheet?.getColumn(6).width).toBeGreaterThan(19);
  });

  test('has headings that look like the one beside them', async () => {
    const result = await resultsOf(source, { headerRow: HEADER_ROW, rows });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(result);
    const sheet = workbook.getWorksheet('Orders');
    expect(sheet?.getCell('E4').value).toBe('status');
    for (const cell of ['E4', 'F4', 'G4', 'H4', 'I4']) expect(sheet?.getCell(cell).font.bold).toBe(true);
    expect(sheet?.getCell('F5').font?.bold).not.toBe(true);
    expect(sheet?.getCell('F5').value).toBe('4210042100421');
  });

  test('is opened by LibreOffice, which shows the same cells and ours', async () => {
    const result = await resultsOf(source, { headerRow: HEADER_ROW, rows });
    const [before, after] = [await shownByOffice(source), await shownByOffice(result)];
    expect(after[0]).toEqual(before[0]);
    const beside: Record<number, string> = {
      4: HEADINGS.join(','),
      5: CREATED.join(','),
      6: 'rejected,,44151421047434e0ef817a10fc5331a0,1000004 INVALID_PARAMETER,2026-11-24T08:09:10Z',
    };
    expect(after[1]).toEqual(before[1]?.map((line, at) => `${line},${beside[at + 1] ?? ',,,,'}`));
  });

  test('is reproducible: the same results are the same bytes', async () => {
    const request = { headerRow: HEADER_ROW, rows };
    const first = await readFile(await resultsOf(source, request));
    expect((await readFile(await resultsOf(source, request))).equals(first)).toBe(true);
  });

  test('comes back: the results are found, and the next ones replace them', async () => {
    const first = await resultsOf(source, { headerRow: HEADER_ROW, rows });
    const columns = { status: 4, cloudPbxId: 5, requestId: 6, error: 7, processedAt: 8 };
    const second = await resultsOf(first, { headerRow: HEADER_ROW, columns, rows: [created(6)] });
    expect(await changedParts(first, second)).toEqual(['xl/worksheets/sheet1.xml']);
    const shown = cellsByRow((await openSheetFile(second)).sheets[0]);
    expect(shown[4]).toEqual(['name', 'extensionCapacity', 'expirationDate', 'twice', ...HEADINGS]);
    expect(shown[5]?.slice(4)).toEqual(CREATED);
    expect(shown['6~']?.slice(4)).toEqual(CREATED);
  });
});

describe('workbooks of other programs', () => {
  test('exceljs', async () => {
    const source = path.join(folder, 'orders.xlsx');
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('Orders', { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = [
      { header: 'name', key: 'name', width: 30 },
      { header: 'when', key: 'when' },
    ];
    for (let row = 2; row < 300; row++)
      sheet.addRow({ name: `Acme ${row} 株式会社`, when: new Date(row * 1e10) });
    sheet.getCell('A2').note = 'a note';
    sheet.autoFilter = 'A1:B299';
    sheet.getCell('B3').dataValidation = { type: 'list', formulae: ['"a,b"'] };
    workbook.addWorksheet('Other').getCell('C3').value = { formula: '1+1', result: 2 };
    await workbook.xlsx.writeFile(source);
    const result = await resultsOf(source, { rows: [created(2), created(299)] });
    expect(await changedParts(source, result)).toEqual(['xl/worksheets/sheet1.xml']);
    const [before, after] = [await shownByOffice(source), await shownByOffice(result)];
    const beside = (line: string, at: number) =>
      `${line},${at === 0 ? HEADINGS.join(',') : at === 1 || at === 298 ? CREATED.join(',') : ',,,,'}`;
    expect(after).toEqual([before[0]?.map(beside), before[1]]);
  });

  test('LibreOffice', async () => {
    const made = path.join(folder, 'orders.xlsm');
    await writePackage(made, everythingWorkbook());
    const source = path.join(folder, 'saved.xlsx');
    await copyFile(await savedByOffice(made), source);
    const result = await resultsOf(source, { headerRow: HEADER_ROW, rows: [created(7)] });
    expect(await changedParts(source, result)).toEqual(['xl/worksheets/sheet1.xml']);
    const [before, after] = [await shownByOffice(source), await shownByOffice(result)];
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.[6]).toBe(`${before[1]?.[6]},${CREATED.join(',')}`);
    expect(after[1]?.map((line) => line.replace(/(,[^,]*){5}$/, ''))).toEqual(before[1]);
  });

  test('a package in the format for huge ones (zip64)', async () => {
    const source = path.join(folder, 'orders.xlsm');
    await writePackage(source, everythingWorkbook(), { zip64: true });
    const result = await resultsOf(source, { headerRow: HEADER_ROW, rows: [created(5)] });
    expect(await changedParts(source, result)).toEqual(['xl/worksheets/sheet1.xml']);
    expect(cellsByRow((await openSheetFile(result)).sheets[0])[5]?.slice(4)).toEqual(CREATED);
  });

  test('a customer’s own form', async () => {
    const source = path.join(folder, 'northwind.xlsx');
    await copyFile('test/fixtures/sheets/northwind-order-form.xlsx', source);
    const result = await resultsOf(source, { headerRow: 5, rows: [created(6)] });
    expect(await changedParts(source, result)).toHaveLength(1);
    const [before, after] = [await openSheetFile(source), await openSheetFile(result)];
    expect(after.sheets.slice(1)).toEqual(before.sheets.slice(1));
    const old = before.sheets[0]?.rows ?? [];
    expect(
      after.sheets[0]?.rows.map(({ row, cells }, at) => [row, cells.slice(0, old[at]?.cells.length)]),
    ).toEqual(old.map(({ row, cells }) => [row, cells]));
    expect(cellsByRow(after.sheets[0])[6]?.slice(-5)).toEqual(CREATED);
  });
});

describe('what is written', () => {
  test('any text is read again as it was', async () => {
    const source = path.join(folder, 'orders.xlsx');
    await writePackage(
      source,
      plainWorkbook({ sheet: sheetXml(`<row r="1">${inline('A1', 'name')}</row>`) }),
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=1+1', '_x0041_', ' a ', 'a\r\nb\tc', '\u0000\u001f', '\ufffe', ']]>&<"'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const rows = texts.map(([status, error], at) => created(at + 2, { status, error }));
          const result = await resultsOf(source, { rows });
          const read = new Map(
            (await openSheetFile(result)).sheets[0]?.rows.map(({ row, cells }) => [row, cells]),
          );
          for (const { row, status, error } of rows) {
            for (const [column, text] of [
              [1, status],
              [4, error ?? ''],
            ] as const) {
              expect(read.get(row)?.[column]).toEqual(
                text === '' ? { kind: 'empty' } : { kind: 'text', text },
              );
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a text like a formula is a text in LibreOffice too', async () => {
    const source = path.join(folder, 'orders.xlsx');
    await writePackage(
      source,
      plainWorkbook({ sheet: sheetXml(`<row r="1">${inline('A1', 'name')}</row>`) }),
    );
    const result = await resultsOf(source, {
      rows: [
        rejected(2, '=1+1'),
        rejected(3, '@SUM(A1)'),
        created(4, { cloudPbxId: '00421000000000000001' }),
      ],
    });
    const lines = (await shownByOffice(result))[0];
    expect(lines?.[1]).toContain(',=1+1,');
    expect(lines?.[2]).toContain(',@SUM(A1),');
    expect(lines?.[3]).toContain(',00421000000000000001,');
  });
});
