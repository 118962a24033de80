import { describe, expect, test } from 'vitest';
import { engineFor, startAccount } from './account';
import { ask, newFolder, runEnded, sheetCopy } from './started-engine';

/** A run whose cap stopped it after two orders, with its sheet still open. */
async function stoppedRun() {
  const account = await startAccount();
  const engine = await engineFor(account, newFolder());
  const { id: sheetId } = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
  await ask(engine, 'plan', { sheetId, connection: 'Acme' });
  const { settings } = await ask(engine, 'home', {});
  await ask(engine, 'saveSettings', { settings: { ...settings, maxPbxs: 2 } });
  const stopped = runEnded(engine);
  const { runId } = await ask(engine, 'create', { sheetId, connection: 'Acme', confirmed: 12 });
  await stopped;
  await ask(engine, 'saveSettings', { settings });
  const edit = (row: number, value: string | null) =>
    ask(engine, 'edit', { sheetId, cells: [{ row, field: 'extensionCapacity', value }] });
  return { account, engine, runId, edit };
}

describe('going on with a run', () => {
  test('is refused when a row still to be sent was corrected since, until that is undone', async () => {
    const { account, engine, runId, edit } = await stoppedRun();
    await edit(7, '33');
    const refused = await engine.handle('continueRun', { runId });
    expect(refused).toMatchObject({ ok: false, error: { code: 'row-edited' } });
    expect(refused).toMatchObject({ error: { message: expect.stringContaining('Row 7') } });
    expect(account.accepted()).toHaveLength(2);
    await edit(7, null);
    const ended = runEnded(engine);
    await ask(engine, 'continueRun', { runId });
    await ended;
    expect(account.accepted()).toHaveLength(12);
  });

  test('is not disturbed by what was corrected before it began', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    const { id: sheetId } = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
    const cells = [{ row: 7, field: 'extensionCapacity', value: '33' }];
    await ask(engine, 'edit', { sheetId, cells });
    const { settings } = await ask(engine, 'home', {});
    await ask(engine, 'saveSettings', { settings: { ...settings, maxPbxs: 2 } });
    await ask(engine, 'plan', { sheetId, connection: 'Acme' });
    const stopped = runEnded(engine);
    const { runId } = await ask(engine, 'create', { sheetId, connection: 'Acme', confirmed: 12 });
    await stopped;
    await ask(engine, 'saveSettings', { settings });
    const ended = runEnded(engine);
    await ask(engine, 'continueRun', { runId });
    await ended;
    expect(account.accepted().map(({ order }) => order.extensionCapacity)).toContain(33);
    expect(account.accepted()).toHaveLength(12);
  });
});

test('a plan of a sheet that was left open knows what expired since', async () => {
  let now = Date.UTC(2026, 10, 24);
  const engine = await engineFor(await startAccount(), newFolder(), { now: () => now });
  const { id: sheetId } = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
  const plan = () => ask(engine, 'plan', { sheetId, connection: 'Acme' });
  expect(await plan()).toMatchObject({ create: 12, invalid: 0 });
  now = Date.UTC(2029, 0, 2);
  const later = await plan();
  expect(later.invalid).toBeGreaterThan(0);
  expect(later.create).toBe(12 - later.invalid);
  expect(later.invalidRows[0]?.reason).toContain('has passed');
});
