import { describe, expect, it } from 'vitest';
import { checkOrders, findOrders } from '../../app/orders';
import { CATALOG, GOOD, NOW, sheetOf } from './made-sheets';

/** Each would take minutes to hours if a cell were searched again from each of its places; the test's time limit tells. */
const LONG = 300_000;
const FIELDS = Object.keys(GOOD);

const REPEATED = [
  '@',
  '#1',
  'T',
  'T ',
  ' ',
  ' \n',
  '\u3000',
  '(',
  '[',
  '1,',
  '1 ',
  '1.',
  "1'000",
  '-',
  'é',
  '客 ',
  'and ',
  '! ',
  'a\u200b:',
];

describe('checking takes time in proportion to the sheet', () => {
  it.each(REPEATED)('with %j again and again in every cell', (piece) => {
    const text = `a${piece.repeat(LONG / piece.length)} b`;
    const table = findOrders([sheetOf([FIELDS, FIELDS.map(() => text)])]);
    const { rows } = checkOrders(table, { catalog: CATALOG, now: NOW, timeZone: 'UTC' });
    expect(rows[0]?.state).toBe('invalid');
  });

  it.each(REPEATED)('with %j again and again in a heading', (piece) => {
    const heading = `a${piece.repeat(LONG / piece.length)}`;
    const table = findOrders([
      sheetOf([
        [...FIELDS, heading],
        [...Object.values(GOOD), 'x'],
      ]),
    ]);
    expect(table.rows).toHaveLength(1);
  });
});

it('customers are still told apart by words between them, whatever space is around those', () => {
  const [one, two] = CATALOG.customers;
  const customerIds = `${one?.company}  and \n ${two?.company}\t\t${one?.email}`;
  const row = { ...GOOD, customerIds };
  const table = findOrders([sheetOf([FIELDS, Object.values(row)])]);
  const { rows } = checkOrders(table, { catalog: CATALOG, now: NOW, timeZone: 'UTC' });
  expect(rows[0]?.order?.customerIds).toEqual([one?.customerId, two?.customerId]);
});
