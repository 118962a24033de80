import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BATCH, open, ready, send, tempFolder } from './world';

describe.skipIf(process.platform === 'win32')('what others on the computer may read', () => {
  it('is nothing: the folder, the ledger, its log, its backups and the answers kept aside are the person’s own', async () => {
    const parent = tempFolder();
    const dir = path.join(parent, 'data');
    // As in a folder that was there before, where the files stand for themselves.
    const shared = path.join(parent, 'shared');
    fs.mkdirSync(shared, { mode: 0o755 });
    for (const folder of [dir, shared]) {
      const ledger = await open(folder);
      await ledger.createBatch(BATCH, [ready(2)]);
      await ledger.backupNow();
      const all = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const names = all.filter((name) => /(?:\.db|-wal|-shm|\.jsonl)$/.test(name));
      expect(names.length).toBeGreaterThanOrEqual(5);
      for (const name of names)
        expect([name, fs.statSync(path.join(folder, name)).mode & 0o077]).toEqual([name, 0]);
    }
    expect(fs.statSync(dir).mode & 0o077).toBe(0);
    expect(fs.statSync(shared).mode & 0o777).toBe(0o755);
  });

  it('stays what a person allowed', async () => {
    const dir = tempFolder();
    await (await open(dir)).close();
    fs.chmodSync(path.join(dir, 'ledger.db'), 0o660);
    const ledger = await open(dir);
    const backup = await ledger.backupNow();
    expect(fs.statSync(path.join(dir, 'ledger.db')).mode & 0o777).toBe(0o660);
    expect(fs.statSync(backup).mode & 0o777).toBe(0o660);
  });

  it('is still nothing when it was saved from a file that was removed', async () => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    fs.rmSync(path.join(dir, 'ledger.db'));
    await expect(send(ledger, id, 2)).rejects.toMatchObject({ code: 'removed' });
    expect(fs.statSync(path.join(dir, 'ledger.db')).mode & 0o077).toBe(0);
  });
});
