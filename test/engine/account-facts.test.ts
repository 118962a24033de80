import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { engineFor, startAccount } from './account';
import { ask, newFolder, sheetCopy } from './started-engine';

const HEADINGS =
  'name,plan,extensionCapacity,concurrentCallCapacity,recordingStatus,recordingCapacity,regionId,subDomain,domainId,type,versionId,customerIds,upgradeInPbx,im,passwordlessLogin,allowSuperiorPasswordlessLogin';
const order = (at: number): string =>
  `Branch ${at},Enterprise Plan,20,10,Enabled,500,4,br-${at},4,Commercial,764,50086182,Enabled,Enabled,Enabled,Enabled`;

function sheetOf(numbers: readonly number[]): string {
  const file = path.join(newFolder(), 'orders.csv');
  writeFileSync(file, [HEADINGS, ...numbers.map(order), ''].join('\n'));
  return file;
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('what the account has already', () => {
  test.each([
    ['a few rows, looked up one by one', 5],
    ['many rows, from the account’s list', 60],
  ])('is skipped with its id on a computer that never heard of it: %s', async (_how, count) => {
    const account = await startAccount();
    const first = await engineFor(account, newFolder());
    await first.submit(
      await first.open(sheetOf(upTo(count)), { connection: 'Acme', useDraft: false }),
      'Acme',
    );
    await first.close();

    const elsewhere = await engineFor(account, newFolder());
    const { id: sheetId } = await ask(elsewhere, 'openDropped', { path: sheetOf(upTo(count + 2)) });
    const plan = await ask(elsewhere, 'plan', { sheetId, connection: 'Acme' });
    expect(plan).toMatchObject({ create: 2, skipped: count, rows: count + 2 });
    const sheet = await elsewhere.open(sheetOf(upTo(count + 2)), { connection: 'Acme', useDraft: false });
    const { totals, runId } = await elsewhere.submit(sheet, 'Acme');
    expect(totals).toMatchObject({ created: 2, skipped: count });
    const { rows } = await elsewhere.run(runId ?? '');
    const ids = new Map(account.accepted().map((one) => [one.url, one.cloudPbxId]));
    for (const row of rows) expect(row.cloudPbxId).toBe(ids.get(row.url ?? ''));
    expect(rows[0]?.message).toBe('The account already has a PBX at this address.');
    expect(account.accepted()).toHaveLength(count + 2);
  });

  test('a result sheet goes on with an empty ledger: created rows are skipped, the rest is sent', async () => {
    const account = await startAccount();
    const { settings } = await ask(await engineFor(account, newFolder()), 'home', {});
    const first = await engineFor(account, newFolder());
    await ask(first, 'saveSettings', { settings: { ...settings, maxPbxs: 4 } });
    const file = sheetCopy('clean.csv');
    const { result } = await first.submit(
      await first.open(file, { connection: 'Acme', useDraft: false }),
      'Acme',
    );
    await first.close();

    const elsewhere = await engineFor(account, newFolder());
    const sheet = await elsewhere.open(result ?? '', { connection: 'Acme', useDraft: true });
    expect(sheet.counts).toMatchObject({ skipped: 4, ready: 8 });
    const plan = await ask(elsewhere, 'plan', { sheetId: sheet.id, connection: 'Acme' });
    expect(plan).toMatchObject({ create: 8, skipped: 4, warnings: [] });
    const outcome = await elsewhere.submit(sheet, 'Acme');
    expect(outcome.totals).toMatchObject({ created: 8, skipped: 4 });
    expect(outcome.result).toBe(file.replace('.csv', '.results.2.csv'));
    const done = await elsewhere.open(outcome.result ?? '', { connection: 'Acme', useDraft: true });
    expect(done.counts).toMatchObject({ rows: 12, skipped: 12 });
  });

  test('a result sheet goes on with an empty ledger: what was in doubt and exists is skipped with its id', async () => {
    const account = await startAccount();
    const first = await engineFor(account, newFolder());
    account.push({ kind: 'drop-after' });
    account.push({ kind: 'drop-before' });
    const { result, totals } = await first.submit(
      await first.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false }),
      'Acme',
    );
    expect(totals).toMatchObject({ created: 10, unconfirmed: 2 });
    await first.close();

    const elsewhere = await engineFor(account, newFolder());
    const sheet = await elsewhere.open(result ?? '', { connection: 'Acme', useDraft: true });
    expect(sheet.counts).toMatchObject({ skipped: 10, invalid: 2 });
    const { id: sheetId } = sheet;
    expect(await ask(elsewhere, 'plan', { sheetId, connection: 'Acme' })).toMatchObject({
      create: 0,
      skipped: 11,
      invalid: 1,
    });
    const { runId, totals: there, result: again } = await elsewhere.submit(sheet, 'Acme');
    const { rows } = await elsewhere.run(runId ?? '');
    expect(rows[0]).toMatchObject({ state: 'skipped', cloudPbxId: account.accepted()[0]?.cloudPbxId });
    expect(rows[1]).toMatchObject({ cloudPbxId: null });
    expect(there).toMatchObject({ skipped: 11, unconfirmed: 1, invalid: 0, notSent: 0 });
    // The doubt goes from sheet to sheet, however often and wherever it is submitted.
    const third = await elsewhere.open(again ?? '', { connection: 'Acme', useDraft: false });
    expect(third.counts).toMatchObject({ ready: 0, skipped: 11, invalid: 1 });
    expect((await elsewhere.submit(third, 'Acme')).totals).toMatchObject({ created: 0, unconfirmed: 1 });
    expect(account.accepted()).toHaveLength(11);
  });

  test('ids in a sheet that the account does not have, or has elsewhere, are told before anything is sent', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    // Made for 42100 and 42101 by somebody else: at other addresses than the sheet says, and only the first.
    await engine.submit(await engine.open(sheetOf([1]), { connection: 'Acme', useDraft: false }), 'Acme');
    const elsewhere = await engineFor(account, newFolder());
    const { id: sheetId } = await ask(elsewhere, 'openDropped', { path: sheetCopy('half-done.csv') });
    const plan = await ask(elsewhere, 'plan', { sheetId, connection: 'Acme' });
    const told = plan.warnings.map((one) => one.message);
    expect(told).toHaveLength(2);
    expect(told[0]).toContain(
      'PBX 42100 is at br-1.test.yeastarcloud.com, not at acme-1.test.yeastarcloud.com',
    );
    expect(told[1]).toContain('42101, but the account has no such PBX');
  });

  test('what the account has left is compared, and a shortfall says which rows would fit', async () => {
    const account = await startAccount({
      capacity: { extensions: 130, concurrentCalls: 10_000, recordingMinutes: 10_000 },
    });
    const engine = await engineFor(account, newFolder());
    const { id: sheetId } = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
    const plan = await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    expect(plan.capacity?.extensions).toBe(130);
    expect(plan.shortfall).toEqual(['Extensions: 780 needed, 130 left.', '4 of 12 would fit: rows 2-5.']);
  });

  test('a plan is shown before anything is sent, and without a yes, or stopped meanwhile, nothing is', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    const sheet = await engine.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false });
    const no = engine.submit(sheet, 'Acme', { agree: async (plan) => plan.create !== 12 });
    await expect(no).rejects.toMatchObject({ code: 'not-agreed' });
    const stop = new AbortController();
    const agree = async (): Promise<boolean> => {
      stop.abort();
      return true;
    };
    const { totals, stopReason } = await engine.submit(sheet, 'Acme', { signal: stop.signal, agree });
    expect(totals).toMatchObject({ rows: 12, created: 0, notSent: 12 });
    expect(stopReason).toMatch(/^Stopped/);
    expect(account.accepted()).toEqual([]);
  });

  test('an account that can’t be reached is said, and the plan is there all the same', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    const { id: sheetId } = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
    await account.close();
    const plan = await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    expect(plan).toMatchObject({ create: 12, capacity: null });
    expect(plan.capacityNote).toContain("can't be reached");
    expect(plan.warnings[0]?.message).toContain('could not be asked');
    expect(await engine.handle('create', { sheetId, connection: 'Acme', confirmed: 12 })).toMatchObject({
      error: { code: 'unreachable' },
    });
    expect(await engine.runs()).toEqual([]);
  });

  test('rows of the same file that were created under another address are pointed out', async () => {
    const engine = await engineFor(await startAccount(), newFolder());
    const file = sheetOf([1, 2]);
    await engine.submit(await engine.open(file, { connection: 'Acme', useDraft: false }), 'Acme');
    const { id: sheetId } = await ask(engine, 'openDropped', { path: file });
    await ask(engine, 'read', { sheetId, change: { constants: { domainId: '5' }, map: { domainId: null } } });
    const plan = await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    expect(plan.create).toBe(2);
    expect(plan.warnings[0]?.message).toBe(
      'Row 2 was created before as br-1.test.yeastarcloud.com (cloudPbxId 42100). At br-1.sg.yeastarcloud.com it would be a second PBX.',
    );
  });

  test('so are rows of a sheet that was given another address and saved after it was sent', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    const file = sheetCopy('clean.csv');
    account.push({ kind: 'drop-after' });
    await engine.submit(await engine.open(file, { connection: 'Acme', useDraft: false }), 'Acme');
    const edited = readFileSync(file, 'utf8')
      .replace(',acme-1,', ',other-1,')
      .replace(',acme-2,', ',other-2,');
    writeFileSync(file, edited.replace('Acme Branch 3,', 'New Branch,').replace(',acme-3,', ',new-3,'));
    const { id: sheetId } = await ask(engine, 'openDropped', { path: file });
    const { create, warnings } = await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    expect(create).toBe(3);
    expect(warnings.map((one) => one.message)).toEqual([
      expect.stringMatching(/^Row 2 was sent before as acme-1\..*not known.*At other-1\..* a second PBX\.$/),
      expect.stringMatching(/^Row 3 was created before as acme-2\..*At other-2\..* a second PBX\.$/),
    ]);
  });
});
