import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROBLEMS, orderRequest } from '../../app/orders';
import {
  CATALOG,
  GOOD_FIELDS,
  cellOf,
  check,
  checkOne,
  codes,
  ordersOf,
  told,
  type Row,
} from './made-sheets';

describe('one order', () => {
  test('a good row is the request’s body, field by field', () => {
    const { order, url, state } = checkOne({});
    expect(state).toBe('ready');
    expect(orderRequest.parse(order)).toEqual(order);
    expect(order).toMatchObject({
      name: 'Acme Branch 1',
      expirationDate: 1_830_297_599,
      allowRunAfterExpirationDate: true,
    });
    expect(url).toBe('acme-1.test.yeastarcloud.com');
  });

  test.each(['', '-', 'n/a'])('without recording, minutes of %j propose 0, with it nothing', (minutes) => {
    const off = checkOne({ recordingStatus: 'No', recordingCapacity: minutes });
    expect(off.problems.map((one) => [one.cell, one.repair?.value, one.repair?.safe])).toEqual([
      ['F2', '0', true],
    ]);
    const on = checkOne({ recordingStatus: 'Yes', recordingCapacity: minutes });
    expect(on.problems.map((one) => [one.cell, one.repair])).toEqual([['F2', undefined]]);
  });

  test.each<[Row, string[]]>([
    [{ recordingStatus: 'Enabled', recordingCapacity: '0' }, ['recording-zero']],
    [{ recordingStatus: 'Disabled', recordingCapacity: '500' }, ['recording-minutes']],
    [{ recordingStatus: 'Disabled', recordingCapacity: '0' }, []],
    [{ extensionCapacity: '501' }, ['too-large']],
    [{ extensionCapacity: '500' }, []],
    [{ concurrentCallCapacity: '0' }, ['too-small']],
    [{ regionId: '3' }, ['domain-region']],
    [{ regionId: '1', domainId: '1', versionId: '812' }, ['firmware-region']],
    [{ versionId: '701' }, ['im-firmware']],
    [{ versionId: '701', im: 'Disabled' }, []],
    [{ transcriptionCapacity: '60' }, ['transcription-firmware']],
    [{ transcriptionCapacity: '60', versionId: '812' }, []],
    [{ expirationDate: '', allowRunAfterExpirationDate: 'Yes' }, ['after-expiry-idle']],
    [{ expirationDate: '2027-12-31', allowRunAfterExpirationDate: '' }, ['after-expiry-missing']],
    [{ expirationDate: '', allowRunAfterExpirationDate: '' }, []],
    [{ passwordlessLogin: 'No', allowSuperiorPasswordlessLogin: 'Yes' }, ['superior-without-passwordless']],
    [{ provisioningViaTemplate: 'Yes', provisionTemplateId: '' }, ['template-missing']],
    [{ provisioningViaTemplate: 'No', provisionTemplateId: '12' }, ['template-unused']],
    [{ expirationDate: '2026-11-01' }, ['expired']],
    [{ name: ' ' }, ['required']],
  ])('%j says %j', (change, expected) => {
    expect(codes(checkOne(change))).toEqual(expected);
  });

  test('all that is wrong with a row is said at once, fields and contradictions alike', () => {
    const row = checkOne({
      plan: 'Gold',
      extensionCapacity: '-1',
      recordingStatus: 'Enabled',
      recordingCapacity: '0',
      regionId: '3',
    });
    expect(codes(row)).toEqual(['unknown-choice', 'too-small', 'recording-zero', 'domain-region']);
  });

  test('an error blocks its row only; a warning and a note block nothing', () => {
    const { rows } = check(ordersOf({ plan: 'Gold' }, { subDomain: 'b', name: 'A/B' }, { subDomain: 'c' }));
    expect(rows.map((row) => row.state)).toEqual(['invalid', 'ready', 'ready']);
  });

  test('an optional field that was not given is not sent', () => {
    const { order } = checkOne({
      expirationDate: '',
      allowRunAfterExpirationDate: '',
      provisioningViaTemplate: '',
      provisionTemplateId: '',
    });
    expect(Object.keys(order ?? {})).not.toEqual(
      expect.arrayContaining([
        'expirationDate',
        'provisioningViaTemplate',
        'provisionTemplateId',
        'transcriptionCapacity',
      ]),
    );
    expect(order).not.toHaveProperty('allowRunAfterExpirationDate');
  });

  test('an error cell and a formula without a result are said as such', () => {
    const row = checkOne({
      extensionCapacity: { kind: 'error', text: '#REF!' },
      concurrentCallCapacity: { kind: 'uncalculated', formula: 'C2/2' },
    });
    expect(told(row.problems)).toEqual(['C2 error-cell', 'D2 uncalculated']);
    expect(row.texts.extensionCapacity).toBe('#REF!');
  });

  test('whatever a sheet holds, a ready row is a body YCM’s schema accepts', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        'Yes',
        'no',
        'Enabled',
        '1',
        '0',
        '-1',
        '4',
        '12',
        '764',
        '812',
        '1,000',
        '1.5',
        '2.00E+01',
        '50086182',
        '50086182,50429564',
        'Enterprise',
        'Ultimate Plan',
        'Trial',
        'Commercial',
        'acme',
        'old mill',
        '2027-12-31',
        '31/12/2027',
        '1861919999',
        'Singapore',
        '=1+1',
      ),
      // Braces would look like a gap in a sentence.
      fc.string().map((text) => text.replace(/[{}]/g, '')),
    );
    const change = fc.record(Object.fromEntries(GOOD_FIELDS.map((field) => [field, word])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(change, (texts) => {
        const row = checkOne(texts);
        expect(row.state === 'ready').toBe(row.order !== null);
        expect(row.state === 'invalid').toBe(row.problems.some((one) => one.level === 'error'));
        if (row.order) expect(orderRequest.parse(row.order)).toEqual(row.order);
        for (const one of row.problems) expect(one.message).not.toMatch(/\{\w+\}|undefined/);
      }),
      { numRuns: 600 },
    );
  });

  test('every repair solves the problem it is offered for', () => {
    const wrong: Row[] = [
      { plan: 'Enterprize Plan' },
      { subDomain: 'old mill' },
      { expirationDate: '1861919999000' },
      { recordingStatus: 'Enabled', recordingCapacity: '0' },
      { recordingStatus: 'Disabled', recordingCapacity: '500' },
      { passwordlessLogin: 'No', allowSuperiorPasswordlessLogin: 'Yes' },
      { regionId: 'Asia Pacific(Singapur)' },
      { versionId: '84.12.0.33' },
      { extensionCapacity: '20 users' },
      { expirationDate: '46568' },
    ];
    for (const change of wrong) {
      const { checker, rows } = check(ordersOf(change));
      const problem = rows[0]?.problems.find((one) => one.repair);
      expect(`${JSON.stringify(change)} ${problem?.code}`).not.toContain('undefined');
      if (!problem?.repair) continue;
      checker.edit(2, problem.repair.field, problem.repair.value);
      expect(codes(checker.rows[0])).not.toContain(problem.code);
    }
  });

  test('an id of the sheet’s own is skipped; a lost or doubtful one blocks', () => {
    const headed = (status: string, id: string | number): ReturnType<typeof check> => {
      const sheet = ordersOf({});
      const [head, row] = sheet.rows;
      if (!head || !row) throw new Error('no rows');
      const text = (one: string) => ({ kind: 'text', text: one }) as const;
      return check({
        ...sheet,
        rows: [
          { ...head, cells: [...head.cells, text('status'), text('cloudPbxId')] },
          { ...row, cells: [...row.cells, text(status), cellOf(id)] },
        ],
      });
    };
    expect(headed('created', '42100').rows[0]).toMatchObject({ state: 'skipped', problems: [] });
    expect(headed('created', "'42100").rows[0]).toMatchObject({
      state: 'skipped',
      earlier: { cloudPbxId: '42100' },
    });
    expect(codes(headed('', '42100').rows[0])).toEqual(['id-without-status']);
    expect(codes(headed('created', '4.21E+04').rows[0])).toEqual(['digits-lost']);
    // As a number it has fifteen digits at most; the rest is not what YCM answered.
    expect(headed('created', 42100).rows[0]).toMatchObject({ earlier: { cloudPbxId: '42100' } });
    expect(codes(headed('created', 2 ** 60).rows[0])).toEqual(['digits-lost']);
    expect(codes(headed('unconfirmed', '').rows[0])).toEqual(['unconfirmed-earlier']);
    expect(codes(headed('created', '').rows[0])).toEqual(['unconfirmed-earlier']);
    expect(headed('rejected', '').rows[0]?.state).toBe('ready');
  });

  test('a firmware too old is known by its parts, not by its letters', () => {
    const firmwares = [
      { versionId: 9, version: '84.9.0.1', regionIds: [4] },
      { versionId: 10, version: '84.100.0.1', regionIds: [4] },
    ];
    const catalog = { ...CATALOG, firmwares };
    expect(codes(checkOne({ versionId: '9' }, { catalog }))).toEqual(['im-firmware']);
    expect(codes(checkOne({ versionId: '10' }, { catalog }))).toEqual([]);
  });

  test('every problem’s words can be filled in and every code says what to do', () => {
    for (const [code, { title, message, help }] of Object.entries(PROBLEMS)) {
      expect(`${code} ${title.length > 3 && message.length > 10 && help.length > 5}`).toBe(`${code} true`);
    }
  });
});
