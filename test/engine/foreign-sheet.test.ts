import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../app/engine';
import { engineFor, startAccount } from './account';
import { ask, newFolder, sheetCopy } from './started-engine';

const submit = async (engine: Engine, file: string) =>
  engine.submit(await engine.open(file, { connection: 'Acme', useDraft: false }), 'Acme');

describe('a result sheet from another computer, with an order whose answer never came', () => {
  test('is looked up here, decided about with a reason, and goes on as the result sheet', async () => {
    const account = await startAccount();
    const lost = await engineFor(account, newFolder());
    account.push({ kind: 'drop-before' });
    const first = await submit(lost, sheetCopy('clean.csv'));
    expect(first.totals).toMatchObject({ created: 11, unconfirmed: 1 });
    const sheet = path.join(newFolder(), 'from-elsewhere.csv');
    cpSync(first.result ?? '', sheet);

    let later = 0;
    const engine = await engineFor(account, newFolder(), { now: () => Date.now() + later });
    const { runId = '', totals, result } = await submit(engine, sheet);
    expect(totals).toMatchObject({ rows: 12, skipped: 11, unconfirmed: 1 });
    later = 180_000;
    expect(await engine.reconcile(runId)).toMatchObject([{ row: 2, outcome: 'unknown' }]);
    const reason = 'That computer was stolen.';
    await ask(engine, 'decide', { runId, decision: { choice: 'send-again', row: 2, reason } });
    expect(readFileSync(result ?? '', 'utf8')).toContain('not sent');
    const run = await ask(engine, 'run', { runId });
    expect(run).toMatchObject({ state: 'finished', totals: { notSent: 1, unconfirmed: 0 } });

    const second = await submit(engine, result ?? '');
    expect(second.totals).toMatchObject({ created: 1, skipped: 11 });
    expect(new Set(account.accepted().map((one) => one.url)).size).toBe(12);
    expect(account.accepted()).toHaveLength(12);
    const trail = path.join(newFolder(), 'trail.jsonl');
    await engine.exportAudit({ filter: {}, format: 'jsonl', to: trail });
    expect(readFileSync(trail, 'utf8')).toContain(reason);
    // Opened again as it came, the sheet is still not sent from here.
    expect((await submit(engine, sheet)).totals).toMatchObject({ created: 0 });
  });

  test('is recorded even when it has nothing else, so that it can be decided about', async () => {
    const account = await startAccount();
    const lost = await engineFor(account, newFolder());
    account.always({ kind: 'drop-before' });
    const first = await submit(lost, sheetCopy('clean.csv'));
    account.always(null);
    const sheet = path.join(newFolder(), 'from-elsewhere.csv');
    cpSync(first.result ?? '', sheet);
    const lines = readFileSync(sheet, 'utf8').split('\n').slice(0, 3).join('\n');
    writeFileSync(sheet, lines);
    const engine = await engineFor(account, newFolder());
    const outcome = await submit(engine, sheet);
    expect(outcome).toMatchObject({ totals: { rows: 2, unconfirmed: 2 }, stopReason: null });
    expect((await engine.reconcile(outcome.runId ?? '')).map((one) => one.outcome)).toEqual([
      'unknown',
      'unknown',
    ]);
  });
});
