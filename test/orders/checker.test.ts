import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChecker, type AlreadyMade } from '../../app/orders';
import { CHECK, GOOD, check, codes, ordersOf, said, type Row } from './made-sheets';

const made = (change: Partial<AlreadyMade>): AlreadyMade => ({
  url: 'acme-1.test.yeastarcloud.com',
  state: 'created',
  cloudPbxId: '42100',
  sheet: 'first.csv',
  row: 3,
  at: Date.UTC(2026, 10, 20, 10, 15),
  ...change,
});

describe('one order among others', () => {
  test('the same address twice is an error on both, whatever the letter case, and names the other row', () => {
    const { rows } = check(ordersOf({}, { subDomain: 'ACME-1' }, { subDomain: 'b' }));
    expect(rows.map((row) => codes(row))).toEqual([['duplicate-url'], ['duplicate-url'], []]);
    expect(rows[0]?.problems[0]?.message).toContain('in row 3 too');
  });
  test('of many rows of one address, the first five others are named and the rest counted', () => {
    const { rows } = check(ordersOf(...Array.from({ length: 9 }, () => ({}))));
    expect(rows[0]?.problems[0]?.params['rows']).toBe('3, 4, 5, 6, 7 and 3 more');
    expect(rows[8]?.problems[0]?.params['rows']).toBe('2, 3, 4, 5, 6 and 3 more');
  });
  test('the same sub-domain on another domain is another address', () => {
    expect(check(ordersOf({}, { domainId: '5' })).rows.map((row) => row.state)).toEqual(['ready', 'ready']);
  });
  test('what was created before is skipped with its date, sheet and id, whatever else is wrong with the row', () => {
    const { rows } = check(ordersOf({ plan: 'Gold' }), { alreadyMade: [made({})] });
    expect(rows[0]).toMatchObject({ state: 'skipped', earlier: { cloudPbxId: '42100' } });
    expect(rows[0]?.problems[0]?.message).toBe(
      'acme-1.test.yeastarcloud.com was created from first.csv, row 3, on 2026-11-20 10:15: cloudPbxId 42100. It is skipped.',
    );
  });
  test.each(['sending', 'unconfirmed'] as const)('what is %s is never sent again from a sheet', (state) => {
    const { rows } = check(ordersOf({}), { alreadyMade: [made({ state, cloudPbxId: null })] });
    expect(rows[0]?.state).toBe('invalid');
    expect(codes(rows[0])).toEqual(['already-unconfirmed']);
  });
});

describe('rows one after another', () => {
  const change = fc.record(
    {
      recordingStatus: fc.constantFrom('Enabled', 'Disabled', 'perhaps', ''),
      recordingCapacity: fc.constantFrom('0', '500', 'many', ''),
      regionId: fc.constantFrom('4', '5', '99', ''),
      domainId: fc.constantFrom('4', '5', 'test.yeastarcloud.com', ''),
      expirationDate: fc.constantFrom('2027-12-31', '2027-02-31', ''),
      allowRunAfterExpirationDate: fc.constantFrom('Yes', 'No', ''),
      versionId: fc.constantFrom('764', '1', 'old', ''),
      im: fc.constantFrom('Enabled', 'Disabled', ''),
      passwordlessLogin: fc.constantFrom('Enabled', 'Disabled'),
      allowSuperiorPasswordlessLogin: fc.constantFrom('Enabled', 'Disabled'),
      provisioningViaTemplate: fc.constantFrom('Enabled', 'Disabled', '', 'x y'),
      provisionTemplateId: fc.constantFrom('12', ''),
      transcriptionCapacity: fc.constantFrom('', '60'),
    },
    { requiredKeys: [] },
  );
  // Runs of equal rows between others, as in real sheets.
  const changes = fc
    .array(fc.tuple(change, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 6 })
    .map((some) => some.flatMap(([one, times]) => Array.from({ length: times }, (): Row => one)))
    .map((all) => all.map((one, at): Row => ({ ...one, subDomain: `acme-${at}` })));

  test('a value that comes back after one that could not be read is held against the others', () => {
    const zero = { recordingCapacity: '0' };
    const sheet = ordersOf(
      {},
      { ...zero, recordingStatus: 'perhaps', subDomain: 'b' },
      { ...zero, subDomain: 'c' },
    );
    expect(check(sheet).rows.map(codes)).toEqual([[], ['unknown-choice'], ['recording-zero']]);
  });
  test('each is checked as it would be in a sheet of its own', () => {
    fc.assert(
      fc.property(changes, fc.array(fc.nat({ max: 20 }), { maxLength: 4 }), (rows, looked) => {
        const { checker } = check(ordersOf(...rows));
        // Working out an order, or checking a row anew, in between changes nothing.
        for (const at of looked) {
          const row = checker.rows[at % rows.length];
          if (row?.order) checker.edit(row.row, 'im', row.texts.im ?? '');
        }
        for (const at of looked) checker.edit((at % rows.length) + 2, 'im', null);
        rows.forEach((one, at) => {
          const [alone] = check(ordersOf(one)).rows;
          const { problems, state, order, url } = checker.rows[at] ?? {};
          const placed = alone?.problems.map((problem) => ({
            ...problem,
            row: at + 2,
            cell: problem.cell?.replace(/2$/, String(at + 2)) ?? null,
          }));
          expect({ problems, state, order, url }).toEqual({
            problems: placed,
            state: alone?.state,
            order: alone?.order,
            url: alone?.url,
          });
        });
      }),
    );
  });
});

describe('an edit', () => {
  test('is checked at once, also for the rows it touches', () => {
    const { checker } = check(ordersOf({}, { subDomain: 'b' }, { subDomain: 'c' }));
    const changed = checker.edit(3, 'subDomain', 'Acme-1');
    expect(changed.map((one) => one.after.row).sort()).toEqual([2, 3]);
    expect(checker.rows.map((row) => codes(row))).toEqual([['duplicate-url'], ['duplicate-url'], []]);
    checker.edit(3, 'subDomain', null);
    expect(checker.rows.map((row) => row.state)).toEqual(['ready', 'ready', 'ready']);
    expect(checker.rows[1]?.edited).toEqual([]);
  });
  test('keeps what the file says at hand', () => {
    const { checker } = check(ordersOf({ plan: 'Gold' }));
    checker.edit(2, 'plan', 'Ultimate Plan');
    expect(checker.rows[0]).toMatchObject({
      state: 'ready',
      edited: ['plan'],
      texts: { plan: 'Ultimate Plan' },
    });
    expect(checker.originalText(2, 'plan')).toBe('Gold');
  });
  test('that empties a required cell is an error; one in a row that isn’t there changes nothing', () => {
    const { checker } = check(ordersOf({}));
    checker.edit(2, 'plan', '');
    expect(codes(checker.rows[0])).toEqual(['required']);
    expect(checker.edit(99, 'plan', 'x')).toEqual([]);
  });
  test('after edit, the check is what a fresh check of the edited sheet would say', () => {
    const value = fc.constantFrom('acme-1', 'ACME-1', 'b', 'old mill', '', null);
    const edits = fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), value), { maxLength: 12 });
    const changes: Row[] = [{}, { subDomain: 'b' }, { subDomain: 'b' }, { subDomain: 'c' }];
    fc.assert(
      fc.property(edits, (steps) => {
        const { table, checker } = check(ordersOf(...changes), {
          alreadyMade: [made({ url: 'c.test.yeastarcloud.com' })],
        });
        const kept: Record<string, Record<string, string>> = {};
        for (const [row, text] of steps) {
          checker.edit(row, 'subDomain', text);
          if (text === null) delete kept[row];
          else kept[row] = { subDomain: text };
        }
        const fresh = createChecker(table, {
          ...CHECK,
          alreadyMade: [made({ url: 'c.test.yeastarcloud.com' })],
          edits: kept,
        });
        expect(checker.rows.map(said)).toEqual(fresh.rows.map(said));
      }),
    );
  });
});

describe('many edits, and what the ledger learns', () => {
  const value = fc.constantFrom('acme-1', 'ACME-1', 'b', 'c', 'old mill', '', null);
  const edits = fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), value), { maxLength: 12 });
  const changes: Row[] = [{}, { subDomain: 'b' }, { subDomain: 'b' }, { subDomain: 'c' }];

  test('edits made at once end as the same edits made one by one', () => {
    fc.assert(
      fc.property(edits, edits, (before, steps) => {
        const [together, apart] = [check(ordersOf(...changes)).checker, check(ordersOf(...changes)).checker];
        for (const [row, text] of before) {
          together.edit(row, 'subDomain', text);
          apart.edit(row, 'subDomain', text);
        }
        together.editAll(steps.map(([row, text]) => ({ row, field: 'subDomain', value: text })));
        for (const [row, text] of steps) apart.edit(row, 'subDomain', text);
        expect(together.rows.map(said)).toEqual(apart.rows.map(said));
      }),
    );
  });
  test('what is learnt later is what would have been known from the start, and can be unlearnt', () => {
    const urls = ['acme-1', 'b', 'c', 'd'].map((name) => `${name}.test.yeastarcloud.com`);
    const known = fc
      .tuple(
        fc.subarray(urls),
        fc.constantFrom({ state: 'created' } as const, { state: 'unconfirmed', cloudPbxId: null } as const),
      )
      .map(([some, facts]) => some.map((url) => made({ ...facts, url })));
    fc.assert(
      fc.property(known, known, (first, then) => {
        const { table, checker } = check(ordersOf(...changes), { alreadyMade: first });
        const changed = checker.learn(urls, then);
        const fresh = createChecker(table, { ...CHECK, alreadyMade: then });
        expect(checker.rows.map(said)).toEqual(fresh.rows.map(said));
        for (const { after } of changed) expect(checker.rows).toContain(after);
      }),
    );
  });
});

describe('a whole file’s habit', () => {
  test('one unmistakable date decides the others', () => {
    const { rows } = check(
      ordersOf({ expirationDate: '03/04/2027' }, { subDomain: 'b', expirationDate: '31/12/2027' }),
    );
    expect(rows[0]?.order?.expirationDate).toBe(Date.UTC(2027, 3, 3, 23, 59, 59) / 1000);
  });
  test('without one it is asked, and the operator’s word decides for the whole column', () => {
    const sheet = ordersOf({ expirationDate: '03/04/2027' });
    expect(codes(check(sheet).rows[0])).toEqual(['ambiguous-date']);
    expect(check(sheet, { dateOrder: 'day-first' }).rows[0]?.order?.expirationDate).toBe(
      Date.UTC(2027, 3, 3, 23, 59, 59) / 1000,
    );
    expect(check(sheet, { dateOrder: 'month-first' }).rows[0]?.order?.expirationDate).toBe(
      Date.UTC(2027, 2, 4, 23, 59, 59) / 1000,
    );
  });
  test('the operator’s word on the decimal mark decides for all numbers', () => {
    const sheet = ordersOf({ recordingCapacity: '1.000' });
    expect(codes(check(sheet).rows[0])).toEqual(['ambiguous-number']);
    expect(check(sheet, { decimalMark: ',' }).rows[0]?.order?.recordingCapacity).toBe(1000);
    expect(
      check(ordersOf({ recordingCapacity: '2,000' }), { decimalMark: '.' }).rows[0]?.order?.recordingCapacity,
    ).toBe(2000);
  });
  test('a number cell’s dot is a decimal point, whatever the texts of the file say', () => {
    const { rows } = check(
      ordersOf({ recordingCapacity: '1.250' }, { subDomain: 'b', recordingCapacity: 1.25 }),
    );
    expect(rows[0]?.order?.recordingCapacity).toBe(1250);
    expect(codes(rows[1])).toEqual(['not-whole']);
  });
  test('an expiry without a time ends with that day in the chosen zone', () => {
    const [row] = check(ordersOf({}), { timeZone: 'Asia/Shanghai' }).rows;
    expect(row?.order?.expirationDate).toBe(Date.UTC(2027, 11, 31, 15, 59, 59) / 1000);
    expect(GOOD.expirationDate).toBe('2027-12-31');
  });
});
