import type { CellRange } from '../../app/sheets/cell';
import { describe, expect, test } from 'vitest';
import { findOrders, rankSheets } from '../../app/orders';
import { GOOD, GOOD_FIELDS, check, sheetOf, told, type Written } from './made-sheets';

const good: Written[] = GOOD_FIELDS.map((field) => GOOD[field]);
const other: Written[] = GOOD_FIELDS.map((field) => (field === 'subDomain' ? 'acme-2' : GOOD[field]));

describe('where the orders are', () => {
  test('title rows and an empty left column are skipped; rows keep their numbers', () => {
    const sheet = sheetOf([
      ['', 'Northwind Traders'],
      ['', 'Order form 2026'],
      [],
      ['', ...GOOD_FIELDS],
      ['', ...good],
    ]);
    const { table, rows } = check(sheet);
    expect(table.headerRow).toBe(4);
    expect(table.columns[0]).toMatchObject({ letter: 'B', field: 'name' });
    expect(rows.map((row) => [row.row, row.state])).toEqual([[5, 'ready']]);
  });
  test('two lines of headings, the upper reaching over several columns, are read as one', () => {
    const { table } = check(
      sheetOf([
        ['PBX', '', '', 'Recording', '', 'Address', ''],
        ['Name', 'Plan', 'Extensions', 'Status', 'Minutes', 'Sub-domain', 'Domain'],
        ['A', 'Enterprise', 5, 'Yes', 500, 'a', 4],
      ]),
    );
    const found = Object.fromEntries(table.columns.map(({ letter, field }) => [letter, field]));
    expect(found).toMatchObject({
      A: 'name',
      B: 'plan',
      C: 'extensionCapacity',
      D: 'recordingStatus',
      E: 'recordingCapacity',
      F: 'subDomain',
      G: 'domainId',
    });
    expect(table.headerRow).toBe(2);
    expect(table.headerRows).toBe(2);
  });
  test('totals, repeated headings and remarks below are left out, each with its reason', () => {
    const total = GOOD_FIELDS.map((field) =>
      field === 'name' ? 'Total' : field === 'extensionCapacity' ? 40 : '',
    );
    const remark = [...GOOD_FIELDS.map(() => ''), 'Prices without VAT'];
    const { table, rows } = check(sheetOf([GOOD_FIELDS, good, GOOD_FIELDS, other, total, remark]));
    expect(rows.map((row) => row.row)).toEqual([2, 4]);
    expect(table.leftOut).toEqual([
      { row: 3, reason: 'it repeats the headings' },
      { row: 5, reason: 'it is a row of totals' },
      { row: 6, reason: 'it has nothing in any of the order columns' },
    ]);
  });
  test('a PBX that is called Total is an order all the same', () => {
    const named = GOOD_FIELDS.map((field) => (field === 'name' ? 'Total' : GOOD[field]));
    expect(check(sheetOf([GOOD_FIELDS, named])).rows.map((row) => row.state)).toEqual(['ready']);
  });
  test('the likeliest sheet is offered first, a hidden one last', () => {
    const hidden = { ...sheetOf([GOOD_FIELDS, good], 'Old'), hidden: true };
    const sheets = [
      sheetOf([['Read me'], ['Fill in the next sheet']], 'Read me'),
      hidden,
      sheetOf([GOOD_FIELDS, good]),
    ];
    expect(rankSheets(sheets).map((one) => one.name)).toEqual(['Orders', 'Read me', 'Old']);
    expect(findOrders(sheets).sheetName).toBe('Orders');
    expect(findOrders(sheets, { sheetName: 'Old' }).rows).toHaveLength(1);
  });
  test.each([
    ['nothing at all', []],
    ['one column of words', [['apples'], ['pears']]],
    ['headings without rows', [GOOD_FIELDS]],
  ])('%s: no orders, said once for the sheet', (_what, lines) => {
    const { table, rows } = check(sheetOf(lines));
    expect(rows).toEqual([]);
    expect(told(table.problems)).toContain('- no-orders');
  });
  test('foreign headings are shown to be matched, and a person’s word makes them known', () => {
    const lines: Written[][] = [
      ['Tilausnumero', 'Toimipiste', 'Osoite'],
      ['7', 'Acme', 'acme-1'],
      ['8', 'Mill', 'mill'],
    ];
    const before = check(sheetOf(lines));
    expect(told(before.table.problems)[0]).toBe('- unknown-headings');
    expect(before.table.columns.map((column) => column.header)).toEqual(lines[0]);
    const after = check(sheetOf([['Sopimus 2026'], ...lines]), {
      find: { map: { name: 'Toimipiste', subDomain: 'C' } },
    });
    expect(after.table.headerRow).toBe(2);
    expect(after.rows.map((row) => [row.texts.name, row.texts.subDomain])).toEqual([
      ['Acme', 'acme-1'],
      ['Mill', 'mill'],
    ]);
    expect(told(after.table.problems)).not.toContain('- unknown-headings');
  });
  test('hidden rows are read and said', () => {
    const sheet = sheetOf([GOOD_FIELDS, good]);
    const rows = sheet.rows.map((row) => ({ ...row, hidden: row.row === 2 }));
    const { table } = check({ ...sheet, rows });
    expect(told(table.problems)).toEqual(['- hidden-rows']);
    expect(table.rows).toHaveLength(1);
  });
  test('hidden columns that are read are said; others aren’t', () => {
    const sheet = sheetOf([[...GOOD_FIELDS, 'Remark'], good]);
    const { table } = check({ ...sheet, hiddenColumns: [1, 7, GOOD_FIELDS.length] });
    expect(table.problems.map((one) => one.message)).toEqual([
      'These columns are hidden in the spreadsheet and read like the others: B, H.',
    ]);
  });
  test('cells merged over several orders are asked about; titles and single orders aren’t', () => {
    const sheet = sheetOf([['Orders'], GOOD_FIELDS, good, good, good, [...GOOD_FIELDS.map(() => ''), 'x']]);
    const range = (left: number, top: number, bottom: number): CellRange => ({
      left,
      right: left,
      top,
      bottom,
    });
    const merged = [range(0, 1, 2), range(2, 3, 5), range(3, 5, 6), range(50, 3, 5), range(13, 4, 9_999_999)];
    const { table } = check({ ...sheet, merged });
    expect(told(table.problems)).toEqual(['- merged-cells']);
    expect(table.problems[0]).toMatchObject({
      level: 'warning',
      params: { count: 2, cells: 'C3:C5, N4:N9999999' },
    });
  });
});
