import {
  appendFileSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EngineEvent } from '../../app/engine';
import { engineFor, startAccount } from './account';
import { ask, eventually, newFolder, runEnded, sheetCopy } from './started-engine';

describe('when the ledger fails', () => {
  test('gone since the last start, that is told, and nothing is created before a restart', async () => {
    const account = await startAccount();
    const dataDir = newFolder();
    const before = await engineFor(account, dataDir);
    await before.submit(
      await before.open(sheetCopy('half-done.csv'), { connection: 'Acme', useDraft: false }),
      'Acme',
    );
    await before.close();
    for (const name of ['ledger.db', 'ledger.db-wal', 'ledger.db-shm'])
      rmSync(path.join(dataDir, name), { force: true });
    const engine = await engineFor(account, dataDir);
    expect((await ask(engine, 'home', {})).notices).toHaveLength(1);
    const sheet = await engine.open(sheetCopy('one-of-each-error.csv'), {
      connection: 'Acme',
      useDraft: false,
    });
    await expect(engine.submit(sheet, 'Acme')).rejects.toMatchObject({ code: 'missing' });
    expect(account.accepted()).toHaveLength(4);
  });

  test('removed in the middle of a run, the run stops, says so, and another one is refused, not sent', async () => {
    const account = await startAccount({ latencyMs: 10 });
    const dataDir = newFolder();
    const engine = await engineFor(account, dataDir);
    const file = sheetCopy('clean.csv');
    const { id: sheetId } = await ask(engine, 'openDropped', { path: file });
    await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    const second = eventually(
      engine,
      (event) => event.type === 'run-row' && event.row.row === 3 && event.row.state === 'created',
    );
    const states: EngineEvent[] = [];
    engine.listen((event) => void (event.type === 'run-state' && states.push(event)));
    const ended = runEnded(engine);
    await ask(engine, 'create', { sheetId, connection: 'Acme', confirmed: 12 });
    await second;
    for (const name of ['ledger.db', 'ledger.db-wal', 'ledger.db-shm'])
      rmSync(path.join(dataDir, name), { force: true });
    await ended;
    const sent = account.accepted().length;
    expect(sent).toBeLessThan(12);
    const last = states.at(-1);
    expect(last).toMatchObject({ run: { state: 'stopped' } });
    expect(JSON.stringify(last)).toContain('was removed, replaced or cut short');
    expect(await engine.handle('create', { sheetId, connection: 'Acme', confirmed: 12 })).toMatchObject({
      ok: false,
    });
    expect(account.accepted()).toHaveLength(sent);
  });

  test('damaged, it is set aside and told; sheets can be checked, and nothing is created before a restart', async () => {
    const account = await startAccount();
    const dataDir = newFolder();
    writeFileSync(path.join(dataDir, 'ledger.db'), 'this is no database, but was one once '.repeat(200));
    const engine = await engineFor(account, dataDir);
    const { notices } = await ask(engine, 'home', {});
    expect(notices[0]?.message).toContain('is damaged');
    const { id: sheetId, counts } = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
    expect(counts.ready).toBe(12);
    await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    const create = await engine.handle('create', { sheetId, connection: 'Acme', confirmed: 12 });
    expect(create).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(account.accepted()).toEqual([]);
    await engine.close();
    const later = await engineFor(account, dataDir);
    const outcome = await later.submit(
      await later.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false }),
      'Acme',
    );
    expect(outcome.totals.created).toBe(12);
  });
});

test('a ledger that was only read and found damaged is set aside, and a way on is said', async () => {
  const account = await startAccount();
  const dataDir = newFolder();
  const before = await engineFor(account, dataDir);
  const file = sheetCopy('clean.csv');
  await before.submit(await before.open(file, { connection: 'Acme', useDraft: false }), 'Acme');
  await before.close();
  const ledger = path.join(dataDir, 'ledger.db');
  truncateSync(ledger, Math.floor(statSync(ledger).size / 2));
  const engine = await engineFor(account, dataDir);
  const error: unknown = await engine.open(file, { connection: 'Acme', useDraft: false }).catch((e) => e);
  const { code, message } = await engine.explain(error);
  expect(code).toBe('damaged');
  expect(message).toMatch(/set aside as .*ledger-damaged-.*newest good backup is .*copy it to/s);
});

test('none of the app’s own files is written over by what a person names', async () => {
  const account = await startAccount();
  const dataDir = newFolder();
  const engine = await engineFor(account, dataDir);
  const sheet = await engine.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false });
  const ledger = path.join(dataDir, 'ledger.db');
  await expect(engine.submit(sheet, 'Acme', { out: ledger })).rejects.toMatchObject({ code: 'own-file' });
  expect(account.accepted()).toEqual([]);
  const { runId = '' } = await engine.submit(sheet, 'Acme');
  const linked = path.join(newFolder(), 'link');
  symlinkSync(dataDir, linked);
  const refused = [
    engine.exportAudit({ filter: {}, format: 'csv', to: ledger }),
    engine.template('Acme', path.join(linked, 'LEDGER.DB')),
    engine.exportMappings(path.join(dataDir, 'backups', 'mine.json')),
    engine.results(runId, path.join(dataDir, 'ledger.db-wal')),
    engine.repairs(runId, path.join(dataDir, 'settings.json')),
  ];
  for (const one of refused) await expect(one).rejects.toMatchObject({ code: 'own-file' });
  await engine.exportMappings(path.join(dataDir, 'mine.json'));
});

test('a result that could not be written or opened is refused before anything is sent', async () => {
  const account = await startAccount();
  const engine = await engineFor(account, newFolder());
  const file = sheetCopy('clean.csv');
  const sheet = await engine.open(file, { connection: 'Acme', useDraft: false });
  const submit = (out: string) => engine.submit(sheet, 'Acme', { out: path.join(path.dirname(file), out) });
  await expect(submit('nowhere/out.csv')).rejects.toMatchObject({ code: 'no-folder' });
  await expect(submit('out.xlsx')).rejects.toMatchObject({ code: 'result-format' });
  expect(account.accepted()).toEqual([]);
});

test.each(['removed', 'changed'])(
  'a sheet %s during its run costs no id: the result comes from the ledger',
  async (how) => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    const file = sheetCopy('clean.csv');
    const before = readFileSync(file);
    const sheet = await engine.open(file, { connection: 'Acme', useDraft: false });
    account.push({ kind: 'drop-before' });
    const stop = engine.listen(
      () => (how === 'removed' ? rmSync(file) : appendFileSync(file, 'x\n'), stop()),
    );
    const { runId = '', result, resultNote, totals } = await engine.submit(sheet, 'Acme');
    expect(totals).toMatchObject({ created: 11, unconfirmed: 1 });
    expect(resultNote).toContain(path.basename(result ?? '?'));
    const opened = await engine.open(result ?? '', { connection: 'Acme', useDraft: false });
    expect(opened.counts).toMatchObject({ rows: 12, skipped: 11, invalid: 1 });
    for (const { cloudPbxId } of account.accepted())
      expect(readFileSync(result ?? '', 'utf8')).toContain(cloudPbxId);
    // What is settled later comes into it, too, and the window opens it.
    expect((await engine.run(runId)).result?.name).toBe(path.basename(result ?? '?'));
    await engine.reconcile(runId, [{ choice: 'send-again', row: 2 }]);
    expect(readFileSync(result ?? '', 'utf8')).not.toContain(',unconfirmed,');
    // The sheet is back as it was: so is its own result.
    writeFileSync(file, before);
    expect((await engine.results(runId)).path).toBe(file.replace('.csv', '.results.csv'));
  },
);
