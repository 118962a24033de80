import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SecretStore, type Keychain } from '../../app/desktop/secret-store';

const keychain: Keychain = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(text.split('').reverse().join('')),
  decryptString: (encrypted) => encrypted.toString().split('').reverse().join(''),
};
const none: Keychain = { ...keychain, isEncryptionAvailable: () => false };

function newFile(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pbx-orders-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, 'data', 'secrets.json');
}
const ok = (value: string | boolean | null): object => ({ ok: true, value });

describe('with a keychain', () => {
  it('a secret is there after a restart, encrypted, for its user only, and gone when removed', async () => {
    const file = newFile();
    const store = new SecretStore(file, keychain);
    await store.answer({ verb: 'set', connection: 'A', secret: 's3cret-one' });
    await store.answer({ verb: 'set', connection: 'B', secret: 's3cret-two' });
    expect(readFileSync(file, 'utf8')).not.toMatch(/s3cret/);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o77).toBe(0);
    const again = new SecretStore(file, keychain);
    expect(await again.answer({ verb: 'available' })).toEqual(ok(true));
    expect(await again.answer({ verb: 'get', connection: 'A' })).toEqual(ok('s3cret-one'));
    await again.answer({ verb: 'remove', connection: 'A' });
    expect(await again.answer({ verb: 'get', connection: 'A' })).toEqual(ok(null));
    expect(await again.answer({ verb: 'get', connection: 'B' })).toEqual(ok('s3cret-two'));
  });

  it('secrets stored at the same time are all there', async () => {
    const file = newFile();
    const store = new SecretStore(file, keychain);
    const names = Array.from({ length: 20 }, (_none, index) => `account ${index}`);
    await Promise.all(
      names.map((connection) => store.answer({ verb: 'set', connection, secret: connection })),
    );
    const again = new SecretStore(file, keychain);
    for (const connection of names) {
      expect(await again.answer({ verb: 'get', connection })).toEqual(ok(connection));
    }
  });

  it('a file that can’t be read is told as such and not written over', async () => {
    const file = newFile();
    const store = new SecretStore(file, keychain);
    await store.answer({ verb: 'set', connection: 'A', secret: 'x' });
    writeFileSync(file, '{"A": [broken');
    expect(await store.answer({ verb: 'get', connection: 'A' })).toEqual({ ok: false });
    expect(await store.answer({ verb: 'set', connection: 'B', secret: 'y' })).toEqual({ ok: false });
    expect(readFileSync(file, 'utf8')).toBe('{"A": [broken');
  });
});

describe('without a keychain', () => {
  it.each([
    ['none', none],
    ['a password that everybody knows', { ...keychain, getSelectedStorageBackend: () => 'basic_text' }],
  ])('(%s) a secret is kept until the app ends and nothing is written', async (_name, without) => {
    const file = newFile();
    const store = new SecretStore(file, without);
    expect(await store.answer({ verb: 'available' })).toEqual(ok(false));
    await store.answer({ verb: 'set', connection: 'A', secret: 's3cret' });
    expect(await store.answer({ verb: 'get', connection: 'A' })).toEqual(ok('s3cret'));
    expect(readdirSync(path.dirname(path.dirname(file)))).toEqual([]);
    const again = new SecretStore(file, without);
    expect(await again.answer({ verb: 'get', connection: 'A' })).toEqual(ok(null));
  });

  it('a secret that was stored with one is not readable, and that is no error', async () => {
    const file = newFile();
    await new SecretStore(file, keychain).answer({ verb: 'set', connection: 'A', secret: 's3cret' });
    const store = new SecretStore(file, none);
    expect(await store.answer({ verb: 'get', connection: 'A' })).toEqual(ok(null));
  });
});
