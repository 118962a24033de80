import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { SecretAnswer, SecretAsk } from './engine-messages';

/** Secrets by connection, each encrypted by the system's keychain, as base64. */
const stored = z.record(z.string(), z.string());
type Stored = z.infer<typeof stored>;

/** The part of Electron's `safeStorage` that is used. */
export type Keychain = {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
  getSelectedStorageBackend?: () => string;
};

/** Client secrets: in a file only the system's keychain can read or, where there is no keychain, in memory until the app ends. */
export class SecretStore {
  private readonly inMemory = new Map<string, string>();
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly file: string,
    private readonly keychain: Keychain,
  ) {}

  /** Never throws: what can't be done is answered as such. */
  async answer(ask: SecretAsk): Promise<SecretAnswer> {
    try {
      return { ok: true, value: await this.answerOrThrow(ask) };
    } catch {
      return { ok: false };
    }
  }

  private async answerOrThrow(ask: SecretAsk): Promise<string | boolean | null> {
    switch (ask.verb) {
      case 'available':
        return this.available();
      case 'get':
        return this.inMemory.get(ask.connection) ?? this.fromFile(ask.connection);
      case 'set':
        await this.set(ask.connection, ask.secret);
        return null;
      case 'remove':
        this.inMemory.delete(ask.connection);
        await this.change(({ [ask.connection]: _gone, ...others }) => others);
        return null;
    }
  }

  private available(): boolean {
    if (!this.keychain.isEncryptionAvailable()) return false;
    // Linux without a keyring: Chromium would "encrypt" with a password that everybody knows.
    return this.keychain.getSelectedStorageBackend?.() !== 'basic_text';
  }

  private async set(connection: string, secret: string): Promise<void> {
    if (!this.available()) {
      this.inMemory.set(connection, secret);
      return;
    }
    const encrypted = this.keychain.encryptString(secret).toString('base64');
    await this.change((secrets) => ({ ...secrets, [connection]: encrypted }));
    this.inMemory.delete(connection);
  }

  private async fromFile(connection: string): Promise<string | null> {
    await this.writing.catch(() => undefined);
    const encrypted = Object.entries(await this.read()).find(([name]) => name === connection)?.[1];
    if (encrypted === undefined || !this.available()) return null;
    return this.keychain.decryptString(Buffer.from(encrypted, 'base64'));
  }

  /** One change after another, each leaving the old file or the new one. */
  private change(make: (secrets: Stored) => Stored): Promise<void> {
    const done = this.writing.catch(() => undefined).then(async () => this.write(make(await this.read())));
    this.writing = done;
    return done;
  }

  private async read(): Promise<Stored> {
    const text = await readFile(this.file, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
      throw error;
    });
    return stored.parse(JSON.parse(text));
  }

  private async write(secrets: Stored): Promise<void> {
    await mkdir(path.dirname(this.file), { recursive: true });
    const temporary = `${this.file}.tmp`;
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    try {
      await rename(temporary, this.file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }
}
