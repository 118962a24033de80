import { describe, expect, test } from 'vitest';
import { engineFor, startAccount } from './account';
import { newFolder, sheetCopy } from './started-engine';

/** Ten seconds later with every look. */
const ticking = () => {
  let at = Date.UTC(2026, 10, 24, 10);
  return () => (at += 10_000);
};

describe('what the page about a run sums up', () => {
  test('is what was created and nothing else; recording minutes are those above the free ones', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder(), { now: ticking() });
    const sheet = await engine.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false });
    const fields = ['extensionCapacity', 'concurrentCallCapacity', 'recordingCapacity'];
    const cells = [2, 3, 4].flatMap((row) =>
      ['100', '20', row === 4 ? '400' : '1500'].map((value, at) => ({ row, field: fields[at] ?? '', value })),
    );
    sheet.edit(cells, 'edit');
    // The first order is refused, so it was not bought.
    account.push({ kind: 'status', status: 400, code: 1000004, on: 'create' });
    const { runId = '', totals } = await engine.submit(sheet, 'Acme', { limits: { maxPbxs: 2 } });
    expect(totals).toMatchObject({ created: 2, rejected: 1, notSent: 9 });
    const report = await engine.report(runId);
    expect(report.created).toEqual({ extensions: 200, concurrentCalls: 40, recordingMinutes: 1000 });
    expect(report.byPlan.reduce((sum, one) => sum + one.pbxs, 0)).toBe(2);
  });

  test('from the first answer to the last, whatever was not sent and cancelled later', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder(), { now: ticking() });
    const sheet = await engine.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false });
    const { runId = '' } = await engine.submit(sheet, 'Acme', { limits: { maxPbxs: 2 } });
    const before = await engine.report(runId);
    const answered = before.rows.flatMap((row) => (row.state === 'created' ? (row.processedAt ?? []) : []));
    expect([before.firstAt, before.lastAt]).toEqual(answered);
    // Submitted again with a change: what the first run did not send is cancelled, and another run sends it.
    sheet.edit([{ row: 9, field: 'extensionCapacity', value: '33' }], 'edit');
    expect((await engine.submit(sheet, 'Acme')).runId).not.toBe(runId);
    const after = await engine.report(runId);
    expect(after.rows.filter((row) => row.state === 'cancelled')).toHaveLength(10);
    expect([after.firstAt, after.lastAt]).toEqual(answered);
  });
});
