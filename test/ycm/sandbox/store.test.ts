import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { SandboxStoreError, startSandbox } from '../../../app/ycm';
import { anOrder, urlOf } from '../orders';
import { aClient, aSandbox } from '../world';

let storeFile: string;
beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pbx-sandbox-'));
  storeFile = path.join(folder, 'sandbox.jsonl');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

describe('a sandbox with a store', () => {
  it('remembers its PBXs from one start to the next', async () => {
    const first = await aSandbox({ storeFile });
    await aClient(first).createCloudPbx(anOrder('Acme-1'));
    await first.close();
    const second = await aSandbox({ storeFile });
    const client = aClient(second);
    expect(second.accepted()).toEqual([]);
    expect(await client.findByUrl(urlOf('acme-1'))).toMatchObject({
      outcome: 'found',
      value: { cloudPbxId: '42100' },
    });
    expect(await client.createCloudPbx(anOrder('ACME-1'))).toMatchObject({ alreadyExists: true });
    expect(await client.createCloudPbx(anOrder('acme-2'))).toMatchObject({ cloudPbxId: '42101' });
    expect(await client.subscription()).toMatchObject({ value: { extensions: { used: 40 } } });
  });

  it('has a PBX on disk before it answers', async () => {
    const sandbox = await aSandbox({ storeFile });
    sandbox.push({ kind: 'drop-after' });
    await aClient(sandbox).createCloudPbx(anOrder('a'));
    expect(JSON.parse(readFileSync(storeFile, 'utf8'))).toMatchObject({
      pbx: { cloudPbxId: '42100', url: urlOf('a') },
    });
  });

  it('forgets a create that was torn off while it was written', async () => {
    const first = await aSandbox({ storeFile });
    await aClient(first).createCloudPbx(anOrder('a'));
    await first.close();
    appendFileSync(storeFile, '{"pbx":{"cloudPbxId":"42101","url":"b.te');
    const second = await aSandbox({ storeFile });
    expect(await aClient(second).createCloudPbx(anOrder('b'))).toMatchObject({ cloudPbxId: '42101' });
    await second.close();
    const third = await aSandbox({ storeFile });
    expect(await aClient(third).listCloudPbxs()).toMatchObject({
      value: [{ url: urlOf('b') }, { url: urlOf('a') }],
    });
  });

  it('does not start on a damaged one, and leaves it alone', async () => {
    writeFileSync(storeFile, 'not a record\n');
    const starting = startSandbox({ storeFile });
    await expect(starting).rejects.toThrow(SandboxStoreError);
    await expect(starting).rejects.toThrow(`${storeFile}, line 1`);
    expect(readFileSync(storeFile, 'utf8')).toBe('not a record\n');
  });

  it('does not start on one that can’t be read', async () => {
    mkdirSync(storeFile);
    await expect(startSandbox({ storeFile })).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

describe('the port', () => {
  it('is any free one, or the one asked for', async () => {
    const first = await aSandbox();
    const port = Number(new URL(first.baseUrl).port);
    const error: unknown = await startSandbox({ port }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'EADDRINUSE', port });
    await first.close();
    expect((await aSandbox({ port })).baseUrl).toBe(`http://127.0.0.1:${port}`);
  });
});
