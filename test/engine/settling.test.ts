import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Engine, RunOutcome } from '../../app/engine';
import type { Sandbox } from '../../app/ycm';
import { engineFor, startAccount } from './account';
import { ask, memorySecrets, newFolder, sheetCopy, startEngine } from './started-engine';

/** A run whose third order is created, but whose answer never comes. */
async function runInDoubt(): Promise<{
  account: Sandbox;
  engine: Engine;
  outcome: RunOutcome;
  runId: string;
  clock: { now: number };
  file: string;
}> {
  const clock = { now: Date.UTC(2026, 10, 24, 10) };
  const account = await startAccount({ now: () => clock.now });
  const engine = await engineFor(account, newFolder(), { now: () => clock.now });
  const file = sheetCopy('clean.csv');
  const sheet = await ask(engine, 'openDropped', { path: file });
  await ask(engine, 'plan', { sheetId: sheet.id, connection: 'Acme' });
  let sent = 0;
  engine.listen((event) => {
    if (event.type !== 'run-row' || event.row.state !== 'sending') return;
    sent++;
    if (sent === 3) account.push({ on: 'create', kind: 'drop-after' });
  });
  const outcome = await engine.submit(
    await engine.open(file, { connection: 'Acme', useDraft: true }),
    'Acme',
  );
  return { account, engine, outcome, runId: outcome.runId ?? '', clock, file };
}

describe('orders whose answer never came', () => {
  test('are told as unconfirmed, never sent again, and adopted when the lookup finds them', async () => {
    const { account, engine, outcome, runId, file } = await runInDoubt();
    expect(outcome.totals).toMatchObject({ created: 11, unconfirmed: 1 });
    expect((await ask(engine, 'home', {})).unfinished).toMatchObject([
      { id: runId, totals: { unconfirmed: 1 } },
    ]);

    const open = await ask(engine, 'openDropped', { path: file });
    expect(open.counts).toMatchObject({ skipped: 11, invalid: 1 });
    const again = await engine.submit(
      await engine.open(file, { connection: 'Acme', useDraft: false }),
      'Acme',
    );
    expect(again.totals).toMatchObject({ created: 11, unconfirmed: 1 });
    expect(account.accepted()).toHaveLength(12);

    const candidates = await ask(engine, 'reconcile', { runId });
    const made = account.accepted()[2];
    expect(candidates).toMatchObject([
      { row: 4, outcome: 'adopted', cloudPbxId: made?.cloudPbxId, url: made?.url },
    ]);
    expect(await engine.run(runId)).toMatchObject({
      state: 'finished',
      totals: { created: 12, unconfirmed: 0 },
    });
    // What the sheets and files say follows at once.
    const { rows } = await ask(engine, 'rows', {
      sheetId: open.id,
      filter: { states: ['invalid'] },
      from: 0,
      count: 5,
    });
    expect(rows).toEqual([]);
    expect(readFileSync(outcome.result ?? '', 'utf8')).toContain(`created,${made?.cloudPbxId}`);
  });

  test('that surely do not exist are ready again once enough time has passed', async () => {
    const clock = { now: Date.UTC(2026, 10, 24, 10) };
    const account = await startAccount({ now: () => clock.now });
    const engine = await engineFor(account, newFolder(), { now: () => clock.now });
    account.push({ on: 'create', kind: 'drop-before' });
    const file = sheetCopy('clean.csv');
    const sheet = await engine.open(file, { connection: 'Acme', useDraft: false });
    const { runId = '', totals } = await engine.submit(sheet, 'Acme');
    expect(sheet.counts).toMatchObject({ skipped: 11, invalid: 1 });
    expect(totals).toMatchObject({ created: 11, unconfirmed: 1 });
    expect(await engine.reconcile(runId)).toMatchObject([{ outcome: 'too-recent' }]);
    clock.now += 10 * 60_000;
    expect(await engine.reconcile(runId)).toMatchObject([{ outcome: 'absent' }]);
    expect(sheet.counts).toMatchObject({ skipped: 11, ready: 1 });
    // Also when all of it is checked anew.
    sheet.reread({ timeZone: 'Asia/Shanghai' });
    expect(sheet.counts).toMatchObject({ skipped: 11, ready: 1 });
    expect((await engine.resume(runId)).totals).toMatchObject({ created: 12, unconfirmed: 0 });
    expect(account.accepted()).toHaveLength(12);
  });

  test('are decided by a person, whose name the trail keeps; what can’t be done is refused', async () => {
    const { engine, runId, account } = await runInDoubt();
    const left = await ask(engine, 'decide', {
      runId,
      decision: { choice: 'leave', row: 4, reason: 'Support is looking.' },
    });
    expect(left.totals.unconfirmed).toBe(1);
    const wrong = await engine.handle('decide', {
      runId,
      decision: { choice: 'adopt', row: 4, cloudPbxId: '999' },
    });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'refused' } });
    const id = account.accepted()[2]?.cloudPbxId ?? '';
    const adopted = await ask(engine, 'decide', {
      runId,
      decision: { choice: 'adopt', row: 4, cloudPbxId: id },
    });
    expect(adopted.rows.find((row) => row.row === 4)).toMatchObject({ state: 'created', cloudPbxId: id });
    const by = { row: 4, decidedBy: 'Ana Lopez' };
    expect(adopted.decisions).toMatchObject([
      { ...by, choice: 'leave', reason: 'Support is looking.' },
      { ...by, choice: 'adopt', reason: `PBX ${id}` },
    ]);
    const file = `${newFolder()}/trail.jsonl`;
    await engine.exportAudit({ filter: { runId }, format: 'jsonl', to: file });
    const decisions = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"decision"'));
    expect(decisions.length).toBeGreaterThanOrEqual(2);
    expect(decisions.every((line) => line.includes('Ana Lopez'))).toBe(true);
  });

  test('created PBXs are compared with their orders', async () => {
    const { engine, runId } = await runInDoubt();
    const rows = await ask(engine, 'readBack', { runId });
    expect(rows).toHaveLength(11);
    expect(rows.every((row) => row.outcome === 'same' && row.differences.length === 0)).toBe(true);
  });

  test('are settled on the account they were sent to, whatever its connection is called now', async () => {
    const account = await startAccount();
    const dataDir = newFolder();
    const engine = await engineFor(account, dataDir);
    account.push({ on: 'create', kind: 'drop-after' });
    const sheet = await engine.open(sheetCopy('half-done.csv'), { connection: 'Acme', useDraft: false });
    const { runId = '' } = await engine.submit(sheet, 'Acme');
    await engine.close();
    const secrets = memorySecrets();
    const later = await startEngine(dataDir, { secrets });
    await expect(later.reconcile(runId)).rejects.toMatchObject({ code: 'no-secret' });
    secrets.stored.set('Renamed', account.clientSecret);
    later.addConnection('Renamed', account.baseUrl, account.clientId);
    later.addConnection('Acme', 'https://another.example.com', 'another');
    expect(await later.reconcile(runId)).toMatchObject([{ outcome: 'adopted' }]);
  });
});
