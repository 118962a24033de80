import type { CellRange } from '../../app/sheets/cell';
import { describe, expect, test } from 'vitest';
import { findOrders, rankSheets } from '../../app/orders';
import { GOOD, GOOD_FIELDS, check, sheetOf, told, type Written } from './made-sheets';

const good: Written[] = GOOD_FIELDS.map((field) => GOOD[field]);
const other: Written[] = GOOD_FIELDS.map((field) => (field === 'subDomain' ? 'acme-2' : GOOD[field]));
const third: Written[] = GOOD_FIELDS.map((field) => (field === 'subDomain' ? 'acme-3' : GOOD[field]));

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
  const alone = (text: Written, field = 'name'): Written[] =>
    GOOD_FIELDS.map((one) => (one === field ? text : ''));
  const sums = (name: Written): Written[] =>
    GOOD_FIELDS.map((field) =>
      field === 'name' ? name : field.endsWith('Capacity') && field !== 'transcriptionCapacity' ? 40 : '',
    );
  test.each(['Customer A:', 'Please deliver before Christmas. Thanks!', '* = required', '# end of file'])(
    '%j alone in a row is no order, and is said to be left out',
    (text) => {
      const { table, rows } = check(sheetOf([GOOD_FIELDS, alone(text), good, alone(text)]));
      expect(rows.map((row) => [row.row, row.state])).toEqual([[3, 'ready']]);
      const reason = 'it is only a remark or the heading of a section';
      expect(table.leftOut).toEqual([2, 4].map((row) => ({ row, reason })));
    },
  );
  test('what stands apart from the orders is no order, a name under the last one may be one that was begun', () => {
    const { table } = check(
      sheetOf([GOOD_FIELDS, good, alone('New branch'), [], alone('Best regards'), alone('Ann')]),
    );
    expect(table.rows.map((row) => row.row)).toEqual([2, 3]);
    expect(table.leftOut.map((one) => one.row)).toEqual([5, 6]);
  });
  test.each(['e.g. Acme', 'Beispiel: Müller GmbH', 'Example: Acme', '示例公司', 'z. B. Acme'])(
    '%j is the example of somebody’s form, not an order',
    (name) => {
      const example = GOOD_FIELDS.map((field) => (field === 'name' ? name : GOOD[field]));
      const { table } = check(sheetOf([GOOD_FIELDS, example, other]));
      expect(table.leftOut).toEqual([{ row: 2, reason: 'it is the example row of the form' }]);
    },
  );
  test.each(['Sample Bakery', 'Example Ltd', 'Egon & Co'])('%j is a PBX', (name) => {
    const named = GOOD_FIELDS.map((field) => (field === 'name' ? name : GOOD[field]));
    expect(check(sheetOf([GOOD_FIELDS, named])).rows.map((row) => row.state)).toEqual(['ready']);
  });
  test('hints right under the headings are no orders', () => {
    const required = GOOD_FIELDS.map(() => 'required');
    const kinds = GOOD_FIELDS.map((field) => (/Id|sub/.test(field) ? '(text)' : '(number)'));
    const units = GOOD_FIELDS.map((field) =>
      field.endsWith('Capacity') ? 'pcs' : field === 'expirationDate' ? 'dd.mm.yyyy' : '',
    );
    const { table } = check(sheetOf([GOOD_FIELDS, kinds, required, units, good]));
    expect(table.rows.map((row) => row.row)).toEqual([5]);
    expect(table.leftOut.map((one) => one.row)).toEqual([2, 3, 4]);
  });
  test('rows of a form that have only what was filled in beforehand are no orders', () => {
    const prefilled = GOOD_FIELDS.map((field) =>
      ['plan', 'regionId', 'domainId', 'type', 'im'].includes(field) ? GOOD[field] : '',
    );
    const unnamed = GOOD_FIELDS.map((field) => (['name', 'subDomain'].includes(field) ? '' : GOOD[field]));
    const { table, rows } = check(sheetOf([GOOD_FIELDS, good, prefilled, prefilled, unnamed]));
    const reason = 'it has neither a name nor an address nor a capacity';
    expect(table.leftOut).toEqual([3, 4].map((row) => ({ row, reason })));
    expect(rows.map((row) => [row.row, row.state])).toEqual([
      [2, 'ready'],
      [5, 'invalid'],
    ]);
  });
  test('lines drawn with hyphens are no orders', () => {
    const line = GOOD_FIELDS.map(() => ' --- ');
    const { table } = check(sheetOf([GOOD_FIELDS, line, good]));
    expect(table.leftOut.map((one) => one.row)).toEqual([2]);
  });
  test.each(['', 'Total PBX: 3', 'Summe (3 Anlagen)', 'ИТОГО', '合计'])(
    'sums under %j are a row of totals',
    (name) => {
      const { table } = check(sheetOf([GOOD_FIELDS, good, sums(name)]));
      expect(table.leftOut).toEqual([{ row: 3, reason: 'it is a row of totals' }]);
    },
  );
  test('a row that lacks nearly everything is an order all the same when it has an address, two fields or an id', () => {
    const addressed = alone('acme-9', 'subDomain');
    const two = GOOD_FIELDS.map((field) =>
      field === 'name' ? 'Acme 9' : field === 'plan' ? 'Ultimate' : '',
    );
    const sent = [...alone('Acme 10'), 42100];
    const headings = [...GOOD_FIELDS, 'cloudPbxId'];
    const { table } = check(sheetOf([headings, good, addressed, two, sent]));
    expect(table.rows.map((row) => row.row)).toEqual([2, 3, 4, 5]);
  });
  test('names alone are orders where the rest is given for all rows', () => {
    const { table } = check(sheetOf([['PBX name', 'Sub-domain', 'Extensions'], ['A', 'a', 5], ['B']]));
    expect(table.rows.map((row) => row.row)).toEqual([2, 3]);
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
  test('orders in further tabs are told of, unless the tab was chosen', () => {
    const tabs = ['Acme', 'Northwind', 'Harbour'].map((name) => sheetOf([GOOD_FIELDS, good], name));
    const prices = sheetOf(
      [
        ['Plan', 'Price'],
        ['Enterprise', 5],
      ],
      'Prices',
    );
    const empty = sheetOf([GOOD_FIELDS], 'Next year');
    const old = { ...sheetOf([GOOD_FIELDS, other], 'Old'), hidden: true };
    const sheets = [...tabs, prices, empty, old];
    expect(findOrders(sheets).problems.map(({ code, level, params }) => [code, level, params])).toEqual([
      ['other-sheets', 'warning', { sheet: 'Acme', others: '"Northwind", "Harbour"' }],
    ]);
    expect(findOrders(sheets, { sheetName: 'Harbour' }).problems).toEqual([]);
    const cover = sheetOf([['Please see attached']], 'Cover');
    expect(told(findOrders([cover, old]).problems)).toEqual(['- no-orders', '- other-sheets']);
  });
  test.each([
    ['fields below one another', GOOD_FIELDS.map((field) => [field, GOOD[field], GOOD[field]]), 'A'],
    ['a form of one order', GOOD_FIELDS.map((field) => [`${field}:`, GOOD[field]]), 'A'],
    [
      'a form in two columns',
      GOOD_FIELDS.slice(0, 9).map((field, at) => ['', field, GOOD[field], '', GOOD_FIELDS[at + 9]]),
      'B, E',
    ],
  ])('%s: said once, with what to do, and nothing is read', (_what, lines, columns) => {
    const { table, rows } = check(sheetOf([['Order form', '', '', '', ''], [], ...lines]));
    expect(rows).toEqual([]);
    expect(table.problems.map(({ code, params }) => [code, params])).toEqual([
      ['sideways', { sheet: 'Orders', columns }],
    ]);
    expect(table.problems[0]?.message).toContain('Transpose');
  });
  test('rows of one cell each are said to have columns that are not told apart', () => {
    const line = (texts: readonly Written[]): Written[] => [texts.join('^')];
    const { table } = check(sheetOf([line(GOOD_FIELDS), line(good)]));
    expect(told(table.problems)).toEqual(['- one-column']);
  });
  test.each([
    ['nothing at all', []],
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

describe('what the rest of the sheet says about an order', () => {
  test('a row that is struck through is warned about, on the row', () => {
    const sheet = sheetOf([GOOD_FIELDS, good, other]);
    const rows = sheet.rows.map((row) => (row.row === 3 ? { ...row, struck: true } : row));
    const checked = check({ ...sheet, rows }).rows;
    expect(checked.map((row) => [row.state, ...told(row.problems)])).toEqual([
      ['ready'],
      ['ready', 'A3 struck-through'],
    ]);
  });
  test.each([
    ['Status', 'done'],
    ['Order status', 'Cancelled'],
    ['STATUS', 'storniert'],
    ['状态', '已取消'],
    ['Status', 'created'],
    ['status', 'On hold'],
    ['Deal Stage', 'Closed Lost'],
    ['Cancelled Date', '2026-11-01'],
    ['Storniert', 'x'],
  ])('a column %s that says %j is warned about, on its cell', (heading, text) => {
    const { rows } = check(
      sheetOf([
        [...GOOD_FIELDS, heading],
        [...good, text],
      ]),
    );
    expect(rows.map((row) => [row.state, ...told(row.problems)])).toEqual([['ready', 'V2 says-otherwise']]);
  });
  test.each([
    ['Status', 'new'],
    ['Status', 'pending'],
    ['Remark', 'done'],
    ['status', 'cancelled'],
    ['status', 'rejected'],
    ['Cancelled', 'no'],
    ['Cancelled Date', '-'],
    ['Qty', 1],
    ['Menge', '1,0'],
    ['Term', '12 months'],
  ])('a column %s that says %j is no objection', (heading, text) => {
    const { rows } = check(
      sheetOf([
        [...GOOD_FIELDS, heading],
        [...good, text],
      ]),
    );
    expect(rows.flatMap((row) => row.problems)).toEqual([]);
  });
  test.each(['Cancelled:', 'Already created (do not order)', 'Storniert:', '已取消：'])(
    'orders under a heading %j are warned about, those of the next section are not',
    (heading) => {
      const sheet = sheetOf([GOOD_FIELDS, good, [], [heading], other, [], ['New:'], third]);
      const { rows } = check(sheet);
      expect(rows.map((row) => [row.row, row.state, ...told(row.problems)])).toEqual([
        [2, 'ready'],
        [5, 'ready', 'A5 says-otherwise'],
        [8, 'ready'],
      ]);
      expect(rows[1]?.problems[0]?.message).toContain(`A4 says "${heading}"`);
    },
  );
  test.each([
    ['Qty', 3],
    ['Anzahl', '2'],
    ['数量', 2],
  ])('a column %s of %j orders more than the one PBX a row makes', (heading, text) => {
    const { rows } = check(
      sheetOf([
        [...GOOD_FIELDS, heading],
        [...good, text],
      ]),
    );
    expect(rows.map((row) => [row.state, ...told(row.problems)])).toEqual([['ready', 'V2 more-than-one']]);
  });
  test('a term is no expiry date: without one it is told of', () => {
    const endless = GOOD_FIELDS.map((field) =>
      field === 'expirationDate' || field === 'allowRunAfterExpirationDate' ? '' : GOOD[field],
    );
    const { rows } = check(
      sheetOf([
        [...GOOD_FIELDS, 'Term (months)'],
        [...endless, 12],
      ]),
    );
    expect(rows.map((row) => [row.state, ...told(row.problems)])).toEqual([['ready', 'V2 term-unused']]);
  });
  test('an id under a heading in another letter case keeps the order from being sent again', () => {
    for (const heading of ['CloudPbxId', 'CLOUDPBXID', 'Cloud PBX ID']) {
      const { rows } = check(
        sheetOf([
          [...GOOD_FIELDS, heading],
          [...good, 42100],
        ]),
      );
      expect(rows.map((row) => row.state)).toEqual(['skipped']);
    }
  });
  test('two columns of one heading that disagree are asked about, until a person says which', () => {
    const headings: Written[] = GOOD_FIELDS.map((field) =>
      field === 'extensionCapacity' ? 'Extensions (now)' : field,
    );
    const lines = [
      [...headings, 'Extensions (new)'],
      [...good, 20],
      [...other, 30],
    ];
    const { rows, checker } = check(sheetOf(lines));
    expect(rows.map((row) => [row.state, ...told(row.problems)])).toEqual([
      ['ready'],
      ['invalid', 'C3 two-values'],
    ]);
    checker.edit(3, 'extensionCapacity', '30');
    expect(checker.rows[1]?.order?.extensionCapacity).toBe(30);
    const chosen = check(sheetOf(lines), { find: { map: { extensionCapacity: 'Extensions (new)' } } });
    expect(chosen.rows.map((row) => row.order?.extensionCapacity)).toEqual([20, 30]);
  });
});
