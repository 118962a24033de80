import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { engineFor, startAccount } from './account';
import { ask, memorySecrets, newFolder, sheetCopy, startEngine } from './started-engine';

describe('connections', () => {
  const ACME = { name: 'Acme', baseUrl: 'https://ycm.example.com/', clientId: 'id', secret: 's3cret' };

  test('are stored without their secret, which goes to the keychain and never comes back', async () => {
    const dataDir = newFolder();
    const secrets = memorySecrets();
    const engine = await startEngine(dataDir, { secrets });
    const views = await ask(engine, 'saveConnection', ACME);
    expect(views.map((one) => [one.name, one.kind, one.hasSecret])).toEqual([
      ['sandbox', 'sandbox', true],
      ['Acme', 'production', true],
    ]);
    expect(secrets.stored.get('Acme')).toBe('s3cret');
    expect(readFileSync(path.join(dataDir, 'settings.json'), 'utf8')).not.toContain('s3cret');
    expect(JSON.stringify(await ask(engine, 'home', {}))).not.toContain('s3cret');
    await ask(engine, 'saveConnection', { ...ACME, clientId: 'other', secret: '' });
    expect(secrets.stored.get('Acme')).toBe('s3cret');
    const moved = await engine.handle('saveConnection', {
      ...ACME,
      baseUrl: 'https://elsewhere.example.com',
      secret: '',
    });
    expect(moved).toMatchObject({ ok: false, error: { code: 'connection-secret' } });
    await ask(engine, 'removeConnection', { name: 'Acme' });
    expect([...secrets.stored.keys()]).toEqual([]);
  });

  test('a sheet that is open when the first account comes is still checked against the sandbox when opened again', async () => {
    const dataDir = newFolder();
    const file = sheetCopy('clean.csv');
    const engine = await startEngine(dataDir);
    await ask(engine, 'openDropped', { path: file });
    await ask(engine, 'saveConnection', ACME);
    await engine.close();
    const later = await startEngine(dataDir);
    const { catalog } = await ask(later, 'openDropped', { path: file });
    expect(catalog.connection).toBe('sandbox');
  });

  test('with no sheet open the first account is what the next sheet is checked against', async () => {
    const engine = await startEngine(newFolder());
    await ask(engine, 'saveConnection', ACME);
    const { catalog } = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
    expect(catalog.connection).toBe('Acme');
  });

  test.each([
    ['http://ycm.example.com', 'connection-url'],
    ['not an address', 'connection-url'],
  ])('an address such as %s is refused', async (baseUrl, code) => {
    const engine = await startEngine(newFolder());
    expect(await engine.handle('saveConnection', { ...ACME, baseUrl })).toMatchObject({
      ok: false,
      error: { code },
    });
    expect(await engine.handle('saveConnection', { ...ACME, name: 'sandbox' })).toMatchObject({
      error: { code: 'connection-name' },
    });
  });

  test('without a keychain are stored too, and their secret is left to the host to keep in memory', async () => {
    const secrets = { ...memorySecrets(), available: async () => false };
    const folder = newFolder();
    const engine = await startEngine(folder, { secrets });
    await ask(engine, 'saveConnection', ACME);
    const home = await ask(engine, 'home', {});
    expect(home).toMatchObject({ keychain: false, connections: [{}, { name: 'Acme', hasSecret: true }] });
    expect(await secrets.get('Acme')).toBe(ACME.secret);
  });

  test('are tested with a clear answer', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    expect(await ask(engine, 'testConnection', { name: 'Acme' })).toMatchObject({
      ok: true,
      message: expect.stringContaining('It works.'),
    });
    expect(await ask(engine, 'testConnection', { name: 'nowhere' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('There is no connection named "nowhere"'),
    });
    await account.close();
    expect(await ask(engine, 'testConnection', { name: 'Acme' })).toMatchObject({
      ok: false,
      message: expect.stringContaining("can't be reached"),
    });
  });

  test('a catalog is of the account: pointed at another one, a connection has none until it is synced', async () => {
    const account = await startAccount();
    const dataDir = newFolder();
    const engine = await engineFor(account, dataDir);
    expect((await engine.catalog('Acme')).regions).toHaveLength(4);
    await engine.close();
    const offline = await startEngine(dataDir);
    offline.addConnection('Acme', account.baseUrl, account.clientId);
    expect((await offline.catalog('Acme')).regions).toHaveLength(4);
    offline.addConnection('Other', account.baseUrl, 'another-client');
    expect((await offline.catalog('Other')).fetchedAt).toBe(0);
  });
});
