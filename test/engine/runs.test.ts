import { copyFileSync, existsSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine, EngineEvent } from '../../app/engine';
import { engineFor, startAccount } from './account';
import {
  ask,
  eventually,
  memorySecrets,
  newFolder,
  runEnded,
  sheetCopy,
  startEngine,
} from './started-engine';

async function begin(
  engine: Engine,
  file: string,
  connection = 'Acme',
): Promise<{ runId: string; sheetId: string }> {
  const sheet = await ask(engine, 'openDropped', { path: file });
  const plan = await ask(engine, 'plan', { sheetId: sheet.id, connection });
  const { runId } = await ask(engine, 'create', { sheetId: sheet.id, connection, confirmed: plan.create });
  return { runId, sheetId: sheet.id };
}

const rowCreated =
  (row: number) =>
  (event: EngineEvent): boolean =>
    event.type === 'run-row' && event.row.row === row && event.row.state === 'created';
const stateIs =
  (state: string) =>
  (event: EngineEvent): boolean =>
    event.type === 'run-state' && event.run.state === state;

describe('a run', () => {
  test('pauses after the order being sent, goes on, and stops for good until it is continued', async () => {
    const account = await startAccount({ latencyMs: 5 });
    const engine = await engineFor(account, newFolder());
    const third = eventually(engine, rowCreated(4));
    const { runId } = await begin(engine, sheetCopy('clean.csv'));
    await third;
    const paused = eventually(engine, stateIs('paused'));
    await ask(engine, 'pauseRun', { runId });
    await paused;
    const sent = account.accepted().length;
    expect((await ask(engine, 'home', {})).unfinished).toMatchObject([{ id: runId, state: 'paused' }]);
    expect(account.accepted()).toHaveLength(sent);

    const more = eventually(engine, rowCreated(8));
    await ask(engine, 'resumeRun', { runId });
    await more;
    const ended = runEnded(engine);
    await ask(engine, 'stopRun', { runId });
    await ended;
    const stopped = await ask(engine, 'run', { runId });
    expect(stopped.state).toBe('stopped');
    expect(stopped.stopReason).toContain('Stopped by the operator');
    expect(stopped.totals.created).toBe(account.accepted().length);
    expect(stopped.totals.created + stopped.totals.notSent).toBe(12);
    expect(await engine.handle('pauseRun', { runId })).toMatchObject({ error: { code: 'run-not-active' } });

    const finished = runEnded(engine);
    await ask(engine, 'continueRun', { runId });
    await finished;
    expect(await ask(engine, 'run', { runId })).toMatchObject({
      state: 'finished',
      totals: { created: 12 },
      stopReason: null,
    });
    expect(new Set(account.accepted().map((one) => one.url)).size).toBe(12);
  });

  test('is the only one: another has to wait', async () => {
    const engine = await engineFor(await startAccount({ latencyMs: 20 }), newFolder());
    const ended = runEnded(engine);
    const { runId } = await begin(engine, sheetCopy('clean.csv'));
    const paused = eventually(engine, stateIs('paused'));
    await ask(engine, 'pauseRun', { runId });
    await paused;
    const other = await ask(engine, 'openDropped', { path: sheetCopy('half-done.csv') });
    await ask(engine, 'plan', { sheetId: other.id, connection: 'Acme' });
    for (const attempt of [
      engine.handle('create', { sheetId: other.id, connection: 'Acme', confirmed: 4 }),
      engine.handle('continueRun', { runId }),
      engine.handle('reconcile', { runId }),
    ])
      expect(await attempt).toMatchObject({ ok: false, error: { code: 'run-active' } });
    await ask(engine, 'stopRun', { runId });
    await ended;
  });

  test('closing waits for the order being sent; nothing is lost and a later start goes on', async () => {
    const account = await startAccount({ latencyMs: 10 });
    const dataDir = newFolder();
    const file = sheetCopy('clean.csv');
    const engine = await engineFor(account, dataDir);
    const second = eventually(engine, rowCreated(3));
    await begin(engine, file);
    await second;
    await engine.close();
    const sent = account.accepted().length;
    expect(sent).toBeLessThan(12);
    expect(existsSync(file.replace('.csv', '.results.csv'))).toBe(true);

    const later = await engineFor(account, dataDir);
    const [run] = await later.runs();
    expect(run).toMatchObject({
      state: 'stopped',
      totals: { created: sent, unconfirmed: 0, notSent: 12 - sent },
    });
    const outcome = await later.resume(run?.id ?? '');
    expect(outcome.totals).toMatchObject({ created: 12 });
    expect(readFileSync(outcome.result ?? '', 'utf8').match(/,created,/g)).toHaveLength(12);
    expect(account.accepted()).toHaveLength(12);
  });

  test('a sheet submitted again goes on with its unfinished run instead of a second one', async () => {
    const account = await startAccount({ latencyMs: 5 });
    const dataDir = newFolder();
    const file = sheetCopy('clean.csv');
    const engine = await engineFor(account, dataDir);
    const ended = runEnded(engine);
    const second = eventually(engine, rowCreated(3));
    const { runId } = await begin(engine, file);
    await second;
    engine.stop();
    await ended;
    const sheet = await engine.open(file, { connection: 'Acme', useDraft: false });
    const outcome = await engine.submit(sheet, 'Acme');
    expect([outcome.runId, outcome.totals.created, (await engine.runs()).length]).toEqual([runId, 12, 1]);
  });

  test('with corrected rows the unfinished run is replaced, and still nothing is sent twice', async () => {
    const account = await startAccount({ latencyMs: 5 });
    const engine = await engineFor(account, newFolder());
    const ended = runEnded(engine);
    const second = eventually(engine, rowCreated(3));
    const { runId, sheetId } = await begin(engine, sheetCopy('clean.csv'));
    await second;
    engine.stop();
    await ended;
    await ask(engine, 'edit', { sheetId, cells: [{ row: 13, field: 'extensionCapacity', value: '77' }] });
    const plan = await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    const done = runEnded(engine);
    const again = await ask(engine, 'create', { sheetId, connection: 'Acme', confirmed: plan.create });
    await done;
    expect(again.runId).not.toBe(runId);
    const urls = account.accepted().map((one) => one.url);
    expect([urls.length, new Set(urls).size]).toEqual([12, 12]);
    expect(account.accepted().at(-1)?.order.extensionCapacity).toBe(77);
    expect(await engine.run(runId)).toMatchObject({ state: 'finished' });
  });

  test('is refused when the sheet was edited, or its file changed, after the plan', async () => {
    const engine = await engineFor(await startAccount(), newFolder());
    const file = sheetCopy('clean.csv');
    const { id: sheetId } = await ask(engine, 'openDropped', { path: file });
    const create = () => engine.handle('create', { sheetId, connection: 'Acme', confirmed: 12 });
    expect(await create()).toMatchObject({ error: { code: 'no-plan' } });
    await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    await ask(engine, 'edit', { sheetId, cells: [{ row: 2, field: 'name', value: 'Other' }] });
    expect(await create()).toMatchObject({ error: { code: 'plan-changed' } });
    await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
    expect(await create()).toMatchObject({ error: { code: 'changed-since' } });
    expect(await engine.runs()).toEqual([]);
  });

  test('is refused when the connection became another account after the plan', async () => {
    const [first, second] = [await startAccount(), await startAccount()];
    const engine = await startEngine(newFolder());
    const save = ({ baseUrl, clientId, clientSecret: secret }: typeof first) =>
      ask(engine, 'saveConnection', { name: 'Acme', baseUrl, clientId, secret });
    await save(first);
    const { id: sheetId } = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
    await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    await save(second);
    const create = { sheetId, connection: 'Acme', confirmed: 12 };
    expect(await engine.handle('create', create)).toMatchObject({ error: { code: 'plan-changed' } });
    expect([...first.accepted(), ...second.accepted()]).toEqual([]);
  });

  test('goes to its end when the result can’t be written, says so, and the result can be had later', async () => {
    const engine = await engineFor(await startAccount(), newFolder());
    const file = sheetCopy('clean.csv');
    const sheet = await engine.open(file, { connection: 'Acme', useDraft: false });
    const folder = newFolder();
    const blocked = path.join(folder, 'result.csv');
    // The folder goes, as a network drive does, once orders are under way.
    engine.listen(() => rmSync(folder, { recursive: true, force: true }));
    const told = eventually(engine, (event) => event.type === 'run-result');
    const outcome = await engine.submit(sheet, 'Acme', { out: blocked });
    expect(outcome).toMatchObject({ totals: { created: 12 }, result: null, stopReason: null });
    expect(outcome.resultNote).toContain('No id is lost');
    expect(await told).toMatchObject({ result: null });
    const written = await engine.results(outcome.runId ?? '');
    expect(readFileSync(written.path, 'utf8').match(/,created,/g)).toHaveLength(12);
  });

  test('can’t be undone into other orders: what was corrected before it stays as it was sent', async () => {
    const engine = await engineFor(await startAccount(), newFolder());
    const { id: sheetId } = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
    await ask(engine, 'edit', { sheetId, cells: [{ row: 2, field: 'subDomain', value: 'other' }] });
    await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    const ended = runEnded(engine);
    await ask(engine, 'create', { sheetId, connection: 'Acme', confirmed: 12 });
    await ended;
    const undone = await ask(engine, 'undo', { sheetId });
    expect(undone).toMatchObject({ undo: null, redo: null, counts: { skipped: 12, ready: 0 } });
  });

  test('its result never writes over a file that is not an earlier result of ours', async () => {
    const engine = await engineFor(await startAccount(), newFolder());
    const file = sheetCopy('clean.csv');
    const taken = file.replace('.csv', '.results.csv');
    writeFileSync(taken, 'my own notes');
    const sheet = await engine.open(file, { connection: 'Acme', useDraft: false });
    const { result } = await engine.submit(sheet, 'Acme');
    expect(result).toBe(file.replace('.csv', '.results.2.csv'));
    expect(readFileSync(taken, 'utf8')).toBe('my own notes');
  });

  test('a result of a sheet that is called like a program is no program', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    for (const [name, end] of [
      ['clean.csv', 'orders.cmd'],
      ['northwind-order-form.xlsx', 'orders.com'],
    ] as const) {
      const file = path.join(path.dirname(sheetCopy(name)), end);
      copyFileSync(sheetCopy(name), file);
      const sheet = await engine.open(file, { connection: 'Acme', useDraft: false });
      const { result } = await engine.submit(sheet, 'Acme');
      expect(path.basename(result ?? '')).toBe(`orders.results${path.extname(name)}`);
    }
  });

  test('results go into the folder of the settings', async () => {
    const engine = await engineFor(await startAccount(), newFolder());
    const folder = newFolder();
    const { settings } = await ask(engine, 'home', {});
    await ask(engine, 'saveSettings', { settings: { ...settings, resultsFolder: folder } });
    const sheet = await engine.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false });
    expect((await engine.submit(sheet, 'Acme')).result).toBe(path.join(folder, 'clean.results.csv'));
  });

  test('the caps of the settings stop it', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    const { settings } = await ask(engine, 'home', {});
    await ask(engine, 'saveSettings', { settings: { ...settings, maxPbxs: 5 } });
    const sheet = await engine.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false });
    const { totals, stopReason } = await engine.submit(sheet, 'Acme');
    expect([totals.created, totals.notSent, account.accepted().length]).toEqual([5, 7, 5]);
    expect(stopReason).toContain('5 PBXs');
  });

  test('stops after as many unknown answers in a row as the settings say, or as it was asked to', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    account.always({ kind: 'drop-after' });
    const { settings } = await ask(engine, 'home', {});
    await ask(engine, 'saveSettings', { settings: { ...settings, unconfirmedInARow: 1 } });
    const sheet = await engine.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false });
    const { runId = '', ...first } = await engine.submit(sheet, 'Acme');
    expect(first.totals).toMatchObject({ unconfirmed: 1, notSent: 11 });
    const more = await engine.resume(runId, { limits: { unconfirmedInARow: 4 } });
    expect(more.totals).toMatchObject({ unconfirmed: 5, notSent: 7 });
    expect(more.stopReason).toContain('4 orders in a row');
    expect(account.accepted()).toHaveLength(5);
  });

  test('is as patient with a YCM that can’t take it as the settings say', async () => {
    const account = await startAccount();
    const waits: number[] = [];
    const sleep = async (ms: number): Promise<void> => void waits.push(ms);
    const engine = await engineFor(account, newFolder(), { sleep });
    const { settings } = await ask(engine, 'home', {});
    const patience = { attempts: 9, longestWaitSeconds: 10 };
    await ask(engine, 'saveSettings', { settings: { ...settings, ...patience } });
    account.always({ kind: 'status', status: 429, code: 1000040 });
    const sheet = await engine.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false });
    const { totals, stopReason } = await engine.submit(sheet, 'Acme');
    expect(totals).toMatchObject({ notSent: 12, created: 0 });
    expect(stopReason).toContain('after 9 attempts');
    expect(waits).toHaveLength(8);
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_000);
  });

  test.each([
    ['unconfirmedInARow', 0],
    ['unconfirmedInARow', 11],
    ['attempts', 0],
    ['longestWaitSeconds', 5],
    ['equalRejections', 1.5],
  ])('has no limits that make no sense: %s %d', async (name, value) => {
    const engine = await startEngine(newFolder());
    const { settings } = await ask(engine, 'home', {});
    const reply = await engine.handle('saveSettings', { settings: { ...settings, [name]: value } });
    expect(reply.ok).toBe(false);
    expect((await ask(engine, 'home', {})).settings).toEqual(settings);
  });

  test('a missing or wrong secret is known before anything is recorded or sent', async () => {
    const account = await startAccount();
    const secrets = memorySecrets();
    const engine = await startEngine(newFolder(), { secrets });
    engine.addConnection('Acme', account.baseUrl, account.clientId);
    const { id: sheetId } = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
    const create = () => engine.handle('create', { sheetId, connection: 'Acme', confirmed: 12 });
    const plan = await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    expect(plan.capacityNote).toContain('has no client secret');
    expect(await create()).toMatchObject({ error: { code: 'no-secret' } });
    secrets.stored.set('Acme', 'wrong');
    expect((await ask(engine, 'plan', { sheetId, connection: 'Acme' })).capacityNote).toContain(
      'does not accept this client ID',
    );
    expect(await create()).toMatchObject({ error: { code: 'credentials' } });
    expect(await engine.runs()).toEqual([]);
    expect(account.accepted()).toEqual([]);
  });
});
