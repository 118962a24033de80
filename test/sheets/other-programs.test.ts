import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { openSheetFile, type Cell } from '../../app/sheets';
import { shownRows } from './shown';

const FOLDER = path.join(import.meta.dirname, '..', 'fixtures', 'sheets', 'other-programs');
const open = (name: string): ReturnType<typeof openSheetFile> => openSheetFile(path.join(FOLDER, name));

/** What orders.fods holds; LibreOffice and Gnumeric write the half hour after eight to different precision. */
const orders = (eightThirty: string): string[] => [
  '1 Customer||||Expiry date',
  '2 PBX name|Web site|Customer ID|Chat|Expiry date|Ordered at|Hidden|Extensions|Discount|Calls from',
  `3 厦门 Branch 一号|acme.example|#50086182|!TRUE|@2027-12-31|@2026-11-24T13:45:30|secret|#0.1|#0.25|#${eightThirty}`,
  '4~ Zürich &   Söhne\nsecond line||#50086182|!FALSE|@1999-02-28|@2028-02-29T23:59:59||#10|!#DIV/0!',
  '7 007|007-x|#1861919999000|!TRUE||@2028-01-01',
];
const MERGED = [
  { top: 1, bottom: 2, left: 4, right: 4 },
  { top: 3, bottom: 5, left: 2, right: 2 },
];

describe('workbooks of other programs', () => {
  test.each([
    ['libreoffice.xlsx', '0.354166666666667'],
    ['libreoffice-1904.xlsx', '0.354166666666667'],
    ['gnumeric.xlsx', '0.3541666666666667'],
  ])('%s: dates, yes and no, mixed scripts, formulas, merged and hidden cells', async (name, eightThirty) => {
    const { sheets } = await open(name);
    expect(shownRows(sheets[0])).toEqual(orders(eightThirty));
    expect(sheets[0]?.hiddenColumns).toEqual([6]);
    expect(sheets[0]?.merged?.toSorted((a, b) => a.top - b.top)).toEqual(MERGED);
    expect(shownRows(sheets[1])).toEqual(['1 Enterprise Plan']);
  });

  test('a sheet LibreOffice hid is said to be hidden', async () => {
    const { sheets } = await open('libreoffice.xlsx');
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Orders', false],
      ['Lists', true],
    ]);
  });

  test.each([
    ['openpyxl.xlsx', '4 #0.3541666666666667|#1.25|||A\nline'],
    ['openpyxl-iso-dates.xlsx', '4 08:30:00|#1.25|||A\nline'],
  ])('%s: formulas nobody calculated, dates as numbers and as text', async (name, times) => {
    const { sheets } = await open(name);
    expect(shownRows(sheets[0])).toEqual([
      '1 PBX name|Extensions|Expiry date|Chat|Discount|Total|Site',
      '2 Müller 厦门|#25|@2027-12-31|!TRUE|#0.1|=B2*2|acme.example',
      '3~  007 |#1e+21|@2027-06-30T08:15:01|!FALSE|#-1.5|=SUM(B2:B3)|!#N/A',
      times,
    ]);
    expect(sheets[0]?.hiddenColumns).toEqual([4]);
    expect(sheets[1]).toMatchObject({ name: 'Verborgen', hidden: true });
    expect(shownRows(sheets[1])).toEqual(['3 ||far']);
  });

  test('xlsxwriter.xlsx: text in its cells, the 1904 date system, rich text, links', async () => {
    const { sheets } = await open('xlsxwriter.xlsx');
    expect(shownRows(sheets[0])).toEqual([
      '1 PBX name|Expiry|Hours|Chat|Formula|Text formula|Remark',
      '2 Zürich & <Söhne> "A"|@2027-12-31|#1.25|!TRUE|#2|ab|one two three',
      '3   spaces kept  |@1904-01-01|||!TRUE|!#DIV/0!|link text',
    ]);
  });

  test.each(['openpyxl-struck.xlsx', 'libreoffice-struck.xlsx'])(
    '%s: a row that is struck through is known by it, one struck cell is not the row',
    async (name) => {
      const rows = (await open(name)).sheets[0]?.rows ?? [];
      expect(rows.map(({ row, struck }) => [row, struck ?? false])).toEqual([
        [1, false],
        [2, false],
        [3, true],
        [4, false],
        [5, false],
      ]);
    },
  );

  test('exceljs finds the same values in a customer’s form', async () => {
    const file = path.join(FOLDER, '..', 'northwind-order-form.xlsx');
    const workbook = await new ExcelJS.Workbook().xlsx.readFile(file);
    const ours = (await openSheetFile(file)).sheets;
    expect(ours.map((sheet) => sheet.name)).toEqual(workbook.worksheets.map((sheet) => sheet.name));
    let compared = 0;
    for (const [at, sheet] of workbook.worksheets.entries()) {
      sheet.eachRow((row, number) => {
        const cells = ours[at]?.rows.find((one) => one.row === number)?.cells ?? [];
        row.eachCell((cell, column) => {
          if (cell.master !== cell) return;
          compared++;
          expect(valueOf(cells[column - 1]), cell.address).toEqual(excelValue(cell));
        });
      });
    }
    expect(compared).toBeGreaterThan(130);
  });
});

const valueOf = (cell: Cell | undefined): unknown => {
  switch (cell?.kind) {
    case 'text':
    case 'error':
      return cell.text;
    case 'number':
    case 'boolean':
      return cell.value;
    case 'date':
      return cell.iso;
    default:
      return null;
  }
};

function excelValue({ value, result, text, type }: ExcelJS.Cell): unknown {
  const known = type === ExcelJS.ValueType.Formula ? result : value;
  if (known instanceof Date) return known.toISOString().slice(0, 10);
  if (typeof known === 'object' && known !== null && 'error' in known) return known.error;
  if (type === ExcelJS.ValueType.RichText) return text;
  return known === '' ? null : (known ?? null);
}
