import { describe, expect, test } from 'vitest';
import { FIELDS, findOrders, type MatchedColumn } from '../../app/orders';
import { matchHeader } from '../../app/orders/match-header';
import { check, ordersOf, sheetOf, told, type Written } from './made-sheets';

const columnsOf = (lines: Written[][], map = {}): Record<string, [string | null, number]> =>
  Object.fromEntries(
    findOrders([sheetOf(lines)], { map }).columns.map(({ letter, field, confidence }) => [
      letter,
      [field, confidence],
    ]),
  );
const column = (columns: readonly MatchedColumn[], letter: string): MatchedColumn | undefined =>
  columns.find((one) => one.letter === letter);

describe('headings', () => {
  test('every field is known by its name, its label and each of its synonyms, and no word means two fields', () => {
    const owners = new Map<string, string>();
    for (const { name, label, synonyms } of FIELDS) {
      expect(matchHeader(name)?.field).toBe(name);
      expect(matchHeader(label)?.field).toBe(name);
      for (const word of synonyms) {
        expect(`${word}: ${owners.get(word) ?? name}`).toBe(`${word}: ${name}`);
        owners.set(word, name);
        expect(`${word}: ${matchHeader(word)?.field}`).toBe(`${word}: ${name}`);
      }
    }
  });
  test.each([
    ['  No. of Extensions ', 'extensionCapacity'],
    ['EXPIRATION_DATE', 'expirationDate'],
    ['Sub-Domain*', 'subDomain'],
    ['Recording capacity (minutes)', 'recordingCapacity'],
    ['Région', 'regionId'],
    ['分机数（个）', 'extensionCapacity'],
    ['Nebenstellen\n(Anzahl)', 'extensionCapacity'],
    ['客户ID', 'customerIds'],
    ['云PBX名称', 'name'],
    ['从PBX端升级', 'upgradeInPbx'],
    ['通话 录音', 'recordingStatus'],
    ['1. PBX Name', 'name'],
    ['3) Extensions (qty)', 'extensionCapacity'],
    ['b) Plan *', 'plan'],
    ['12、域名', 'domainId'],
    ['# of Extensions', 'extensionCapacity'],
    ['#Users', 'extensionCapacity'],
    ['Plan / 套餐', 'plan'],
    ['分机数 Extensions', 'extensionCapacity'],
    ['PBX 名称 / PBX name', 'name'],
    ['客户 ID Customer ID', 'customerIds'],
    ['PBX Type PBX 类型', 'type'],
    ['Sub-domain\n子域名', 'subDomain'],
    ['Region / Data centre', 'regionId'],
    ['Max. concurrent calls', 'concurrentCallCapacity'],
    ['Firmware Ver.', 'versionId'],
    ['内線数', 'extensionCapacity'],
    ['Liczba numerów wewnętrznych', 'extensionCapacity'],
    ['ДАТА ОКОНЧАНИЯ', 'expirationDate'],
    ['Alt alan adı', 'subDomain'],
    ['عدد التحويلات', 'extensionCapacity'],
    ['Sottodominio', 'subDomain'],
  ])('%j is %s', (heading, field) => {
    expect(matchHeader(heading)?.field).toBe(field);
  });
  test('a slip of the pen is matched, but not as something certain', () => {
    expect(matchHeader('Concurrent cals')).toMatchObject({
      field: 'concurrentCallCapacity',
      confidence: 0.75,
    });
    expect(matchHeader('Prise')).toBeNull();
    expect(matchHeader('Comments')).toBeNull();
  });
  test.each([
    'Ext. No.',
    'Extension number',
    'Prefix',
    'Contact / Name',
    'Customer 电话',
    '客户 Name',
    'Qty',
    'Domain / Sub-domain',
    '4. Quarter',
    'Phone #',
    'Company',
  ])('%s names no field for certain', (heading) => {
    expect(matchHeader(heading)).toBeNull();
  });
  test('each match says why', () => {
    expect(matchHeader('固件')?.reason).toContain('固件');
    expect(matchHeader('name')?.reason).toBe('"name" is the field\'s name');
  });
});

describe('columns of a sheet', () => {
  test('invoices that are paid and links that are up are no types and plans', () => {
    const columns = columnsOf([
      ['PBX name', 'Extensions', 'Invoice', 'Link'],
      ['A', 5, 'paid', 'up'],
      ['B', 6, 'Paid', 'UP'],
    ]);
    expect([columns['C']?.[0], columns['D']?.[0]]).toEqual([null, null]);
  });
  test('content tells what a column without a telling heading is, never with certainty', () => {
    const columns = columnsOf([
      ['PBX name', 'Sub-domain', 'Extensions', 'X', 'Y'],
      ['A', 'a', 5, 'Enterprise Plan', '84.12.0.32'],
      ['B', 'b', 6, 'Ultimate Plan', '84.12.0.32'],
    ]);
    expect(columns).toMatchObject({ D: ['plan', 0.7], E: ['versionId', 0.7] });
  });
  test('two columns for one field: the left is used and both are shown', () => {
    const sheet = check(
      sheetOf([
        ['Name', 'Plan', 'Sub-domain', 'Extensions', 'Users'],
        ['A', 'Enterprise', 'a', 5, 6],
      ]),
    );
    const told2 = sheet.table.problems.find((one) => one.code === 'two-columns');
    expect(told2).toMatchObject({ field: 'extensionCapacity', level: 'warning' });
    expect(told2?.message).toContain('D "Extensions" and E "Users"');
    expect(column(sheet.table.columns, 'D')?.field).toBe('extensionCapacity');
    expect(column(sheet.table.columns, 'E')?.field).toBeNull();
  });
  test('the operator’s map wins, by letter or by heading', () => {
    const lines: Written[][] = [
      ['Name', 'Plan', 'Sub-domain', 'Extensions', 'Users'],
      ['A', 'Enterprise', 'a', 5, 6],
    ];
    expect(columnsOf(lines, { extensionCapacity: 'E' })).toMatchObject({
      D: [null, expect.anything()],
      E: ['extensionCapacity', 1],
    });
    expect(columnsOf(lines, { extensionCapacity: 'Users' })).toMatchObject({ E: ['extensionCapacity', 1] });
    expect(columnsOf(lines, { extensionCapacity: null })).toMatchObject({
      D: [null, expect.anything()],
      E: [null, expect.anything()],
    });
  });
  test('a column nobody needs is shown with why it is left alone', () => {
    const { table } = check(
      sheetOf([
        ['Name', 'Plan', 'Sub-domain', 'Comment'],
        ['A', 'Enterprise', 'a', 'hurry'],
      ]),
    );
    expect(column(table.columns, 'D')).toMatchObject({ field: null, reason: 'no field is called so' });
  });
  test('every required field without a column is named', () => {
    const { table } = check(
      sheetOf([
        ['Name', 'Plan', 'Sub-domain'],
        ['A', 'Enterprise', 'a'],
      ]),
    );
    const missing = table.problems.filter((one) => one.code === 'missing-column').map((one) => one.field);
    expect(missing).toEqual(
      FIELDS.filter((field) => field.required && !['name', 'plan', 'subDomain'].includes(field.name)).map(
        (field) => field.name,
      ),
    );
  });
  test('one value for all rows stands in for a column, and for empty cells of one', () => {
    const { rows, table } = check(ordersOf({ type: '' }, { subDomain: 'b' }), {
      find: { constants: { type: 'Trial' } },
    });
    expect(rows.map((row) => row.order?.type)).toEqual(['Trial', 'Commercial']);
    expect(table.problems).toEqual([]);
    expect(rows.flatMap((row) => told(row.problems))).toEqual([]);
  });
});
