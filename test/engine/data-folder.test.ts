import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { engineFor, startAccount } from './account';
import { ask, newFolder, runEnded, sheetCopy, startEngine } from './started-engine';

describe('one data folder', () => {
  test('a second engine checks and shows past runs, is told why it can’t create, and can as soon as the first is closed', async () => {
    const account = await startAccount();
    const dataDir = newFolder();
    const first = await engineFor(account, dataDir);
    expect((await ask(first, 'home', {})).notices).toEqual([]);
    const file = sheetCopy('clean.csv');
    await first.submit(await first.open(file, { connection: 'Acme', useDraft: false }), 'Acme');

    const second = await engineFor(account, dataDir);
    const home = await ask(second, 'home', {});
    expect(home.notices.map((one) => one.message)).toEqual([
      expect.stringContaining('Another PBX Orders is working with the ledger'),
    ]);
    expect(await second.runs()).toHaveLength(1);
    const sheet = await second.open(sheetCopy('half-done.csv'), { connection: 'Acme', useDraft: true });
    expect(sheet.counts).toMatchObject({ skipped: 6 });
    const other = await ask(second, 'openDropped', { path: sheetCopy('one-of-each-error.csv') });
    const plan = await ask(second, 'plan', { sheetId: other.id, connection: 'Acme' });
    const create = () =>
      second.handle('create', { sheetId: other.id, connection: 'Acme', confirmed: plan.create });
    expect(await create()).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await second.runs()).toHaveLength(1);

    await first.close();
    const ended = runEnded(second);
    expect(await create()).toMatchObject({ ok: true });
    await ended;
    expect(account.accepted()).toHaveLength(12 + plan.create);
  });

  test('the sandbox of a second engine knows what the first created there before it could create itself', async () => {
    const dataDir = newFolder();
    const first = await startEngine(dataDir);
    const second = await startEngine(dataDir);
    const waiting = await ask(second, 'openDropped', { path: sheetCopy('one-of-each-error.csv') });
    await ask(second, 'plan', { sheetId: waiting.id, connection: 'sandbox' });
    const sheet = await first.open(sheetCopy('clean.csv'), { connection: 'sandbox', useDraft: false });
    await first.submit(sheet, 'sandbox');
    await first.close();
    const ended = runEnded(second);
    const { runId } = await ask(second, 'create', {
      sheetId: waiting.id,
      connection: 'sandbox',
      confirmed: 2,
    });
    await ended;
    const { rows } = await second.run(runId);
    const ids = rows.flatMap((row) => row.cloudPbxId ?? []);
    expect(ids).toEqual(['42112', '42113']);
  });

  test('a plan knows what another engine created since the sheet was opened', async () => {
    const account = await startAccount();
    const dataDir = newFolder();
    const reader = await engineFor(account, dataDir);
    const sheet = await reader.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false });
    expect(sheet.counts.ready).toBe(12);
    const writer = await engineFor(account, dataDir);
    await writer.submit(
      await writer.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false }),
      'Acme',
    );
    const plan = await ask(reader, 'plan', { sheetId: sheet.id, connection: 'Acme' });
    expect(plan).toMatchObject({ create: 0, skipped: 12 });
    expect(plan.skippedRows[0]?.reason).toContain('was created from clean.csv, row 2');
  });

  test('a check writes nothing at all, not even the folder', async () => {
    const dataDir = path.join(newFolder(), 'not-there-yet');
    const engine = await startEngine(dataDir);
    const sheet = await engine.open(sheetCopy('clean.csv'), { connection: 'sandbox', useDraft: false });
    expect(sheet.counts.ready).toBe(12);
    const change = { map: { type: null }, constants: { type: 'Trial' } };
    expect((await ask(engine, 'read', { sheetId: sheet.id, change })).counts.ready).toBe(12);
    expect(await engine.runs()).toEqual([]);
    await engine.close();
    expect(existsSync(dataDir)).toBe(false);
  });

  test('what a check read as no ledger yet is read again once there is one', async () => {
    const account = await startAccount();
    const dataDir = newFolder();
    const reader = await startEngine(dataDir);
    expect(await reader.runs()).toEqual([]);
    const writer = await engineFor(account, dataDir);
    await writer.submit(
      await writer.open(sheetCopy('clean.csv'), { connection: 'Acme', useDraft: false }),
      'Acme',
    );
    expect(await reader.runs()).toHaveLength(1);
  });

  test('settings that can’t be read are set aside, not written over', async () => {
    const dataDir = newFolder();
    writeFileSync(path.join(dataDir, 'settings.json'), '{"connections":[{"name":"Acme"');
    const engine = await startEngine(dataDir);
    const { settings } = await ask(engine, 'home', {});
    await ask(engine, 'saveSettings', { settings: { ...settings, operator: 'Ben' } });
    expect(readFileSync(path.join(dataDir, 'settings.json.unreadable'), 'utf8')).toContain('Acme');
    // A limit on what a run may create is gone with them: nobody must create PBXs without being told.
    expect((await ask(engine, 'home', {})).notices.map((one) => one.message)).toEqual([
      expect.stringContaining('set aside as settings.json.unreadable'),
    ]);
    await engine.close();
    expect((await ask(await startEngine(dataDir), 'home', {})).settings.operator).toBe('Ben');
  });

  test('settings of another version, with fewer or more of them, keep what they say', async () => {
    const dataDir = newFolder();
    const first = await startEngine(dataDir);
    const { settings } = await ask(first, 'home', {});
    await ask(first, 'saveSettings', { settings: { ...settings, operator: 'Ben', attempts: 9 } });
    await first.close();
    const file = path.join(dataDir, 'settings.json');
    const stored = JSON.parse(readFileSync(file, 'utf8'));
    delete stored.settings.attempts;
    stored.settings.colour = 'blue';
    writeFileSync(file, JSON.stringify(stored));
    const later = await ask(await startEngine(dataDir), 'home', {});
    expect(later.settings).toEqual({ ...settings, operator: 'Ben', attempts: 6 });
    expect(readdirSync(dataDir)).not.toContain('settings.json.unreadable');
  });

  test('a backup is a dated copy of the ledger', async () => {
    const engine = await startEngine(newFolder());
    await engine.submit(
      await engine.open(sheetCopy('clean.csv'), { connection: 'sandbox', useDraft: false }),
      'sandbox',
    );
    const { file } = await ask(engine, 'backupNow', {});
    expect(statSync(file).size).toBeGreaterThan(0);
    expect(readdirSync(path.dirname(file))).toContain(path.basename(file));
  });
});
