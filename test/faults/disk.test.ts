import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LedgerError, ledgerErrorMessage, type Ledger } from '../../app/ledger';
import { reconcile, resultsOf } from '../../app/runs';
import type { Client } from '../../app/ycm';
import { around, aroundLedger, freshAccount, many, NOW, recordOrders, sit, tempFolder } from '../runs/world';
import { openAs } from './open-as';

/** Mounts a file system in a fresh folder; only root may. */
function mounted(options: string): string {
  const folder = tempFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

function canMount(): boolean {
  const folder = fs.mkdtempSync('/tmp/pbx-mount-');
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Does something to the disk while the order of that name is with YCM, or before it is sent. */
function during(client: Client, name: string, happens: () => void): Client {
  return around(client, {
    async createCloudPbx(order, signal) {
      const answer = await client.createCloudPbx(order, signal);
      if (order.name === name) happens();
      return answer;
    },
  });
}

const idsOf = async (ledger: Ledger, batchId: string): Promise<string[]> =>
  (await resultsOf(ledger, batchId)).flatMap((one) => one.cloudPbxId ?? []).sort();

const ORDERS = 6;

describe.runIf(process.platform === 'linux' && canMount())('a full disk', () => {
  const fill = (folder: string): string => {
    const filler = path.join(folder, 'filler');
    const file = fs.openSync(filler, 'w');
    try {
      for (;;) fs.writeSync(file, Buffer.alloc(4096, 1));
    } catch {
      // Full.
    } finally {
      fs.closeSync(file);
    }
    return filler;
  };

  it.each([1, 2, 3, 4, 5, 6])(
    'while order %i is with YCM: stops, says so, and loses nothing',
    async (nth) => {
      const disk = mounted('size=4m');
      const { sandbox, client, connection } = await freshAccount(undefined, { duplicates: true });
      let ledger = await openAs(disk);
      const batchId = await recordOrders(ledger, connection, many(ORDERS));
      let filler = '';
      const filling = during(client, `PBX ${nth}`, () => void (filler = fill(disk)));
      const { outcome } = await sit(ledger, filling, batchId);
      // What the log has room for may still go through; then nothing more is sent.
      expect(outcome.stopped).toMatchObject({ code: 'ledger' });
      if (outcome.stopped?.code === 'ledger')
        expect(outcome.stopped.message).toMatch(/disk .* is full.*Free some space/);
      expect(Object.values({ ...outcome, rows: 0, stopped: 0 }).reduce((sum, one) => sum + one, 0)).toBe(
        ORDERS,
      );

      await ledger.close();
      fs.rmSync(filler);
      ledger = await openAs(disk);
      await reconcile({ ledger, client, batchId, now: () => NOW });
      expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ created: ORDERS, stopped: null });
      expect(await idsOf(ledger, batchId)).toEqual(sandbox.accepted().map((one) => one.cloudPbxId));
      expect(await ledger.verifyChain()).toMatchObject({ ok: true });
    },
  );

  it('that has room again is used again, without a restart', async () => {
    const disk = mounted('size=4m');
    const { sandbox, client, connection } = await freshAccount(undefined, { duplicates: true });
    const ledger = await openAs(disk);
    const batchId = await recordOrders(ledger, connection, many(ORDERS));
    let filler = '';
    await sit(
      ledger,
      during(client, 'PBX 2', () => void (filler = fill(disk))),
      batchId,
    );
    fs.rmSync(filler);
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ created: ORDERS, stopped: null });
    expect(await idsOf(ledger, batchId)).toEqual(sandbox.accepted().map((one) => one.cloudPbxId));
  });

  it('keeps a run from being recorded, and so from being sent', async () => {
    const disk = mounted('size=1m');
    const { sandbox, connection } = await freshAccount();
    const ledger = await openAs(disk);
    fill(disk);
    const failure = recordOrders(ledger, connection, many(2000));
    await expect(failure).rejects.toMatchObject({ code: 'disk-full' });
    expect(sandbox.accepted()).toEqual([]);
  });
});

describe('a data folder that can’t be written', () => {
  const readOnlyFolder = (): string => {
    if (process.getuid?.() === 0) return path.join(mounted('ro'), 'data');
    const folder = tempFolder();
    fs.chmodSync(folder, 0o555);
    onTestFinished(() => fs.chmodSync(folder, 0o755));
    return path.join(folder, 'data');
  };

  it.runIf(process.getuid && (process.getuid() !== 0 || canMount()))(
    'is said before anything is sent',
    async () => {
      const folder = readOnlyFolder();
      const failure = await openAs(folder).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(LedgerError);
      if (!(failure instanceof LedgerError)) return;
      expect(failure.code).toBe('not-writable');
      expect(ledgerErrorMessage(failure)).toContain('nothing is sent');
    },
  );
});

describe('a ledger that is taken away while a run goes on', () => {
  const remove = (folder: string): void => {
    for (const end of ['', '-wal', '-shm']) fs.rmSync(path.join(folder, `ledger.db${end}`), { force: true });
  };

  it.each([
    ['removed with its log', remove],
    ['removed', (folder: string) => fs.rmSync(path.join(folder, 'ledger.db'))],
    [
      'moved',
      (folder: string) => fs.renameSync(path.join(folder, 'ledger.db'), path.join(folder, 'elsewhere')),
    ],
  ])('%s: stops at once, and goes on with nothing lost after a restart', async (_how, happens) => {
    const folder = tempFolder();
    const { sandbox, client, connection } = await freshAccount(undefined, { duplicates: true });
    let ledger = await openAs(folder);
    const batchId = await recordOrders(ledger, connection, many(ORDERS));
    const { outcome } = await sit(
      ledger,
      during(client, 'PBX 3', () => happens(folder)),
      batchId,
    );
    expect(outcome.stopped).toMatchObject({ code: 'ledger' });
    expect(sandbox.accepted()).toHaveLength(3);
    if (outcome.stopped?.code === 'ledger') expect(outcome.stopped.message).toMatch(/removed.*Restart/);

    await ledger.close();
    ledger = await openAs(folder);
    await reconcile({ ledger, client, batchId, now: () => NOW });
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ created: ORDERS, stopped: null });
    expect(await idsOf(ledger, batchId)).toEqual(sandbox.accepted().map((one) => one.cloudPbxId));
  });

  it.each([0, 4096])(
    'cut short to %i bytes: stops at once; from the account’s own list nothing is made twice',
    async (bytes) => {
      const folder = tempFolder();
      const { sandbox, client, connection } = await freshAccount(undefined, { duplicates: true });
      let ledger = await openAs(folder);
      const batchId = await recordOrders(ledger, connection, many(ORDERS));
      // Closing moves everything from the log into the file.
      await ledger.close();
      ledger = await openAs(folder);
      const cut = () => fs.truncateSync(path.join(folder, 'ledger.db'), bytes);
      const { outcome } = await sit(ledger, during(client, 'PBX 3', cut), batchId);
      expect(outcome.stopped).toMatchObject({ code: 'ledger' });
      expect(sandbox.accepted()).toHaveLength(3);
      await ledger.close().catch(() => {});

      // Whole again from its log, or set aside as damaged and begun anew: the operator is told either way.
      ledger = await openAs(folder).catch(() => openAs(folder));
      const known = await ledger.batch(batchId);
      const listed = await client.listCloudPbxs();
      if (listed.outcome !== 'found') throw new Error(listed.outcome);
      const accountHas = new Map(listed.value.map((one) => [one.url?.toLowerCase() ?? '', one.cloudPbxId]));
      const again = known ? batchId : await recordOrders(ledger, connection, many(ORDERS), { accountHas });
      if (!known) expect(ledger.notices.join(' ')).toMatch(/damaged|not known here|backup/i);
      await reconcile({ ledger, client, batchId: again, now: () => NOW });
      await sit(ledger, client, again);
      expect(await idsOf(ledger, again)).toEqual(sandbox.accepted().map((one) => one.cloudPbxId));
      expect(sandbox.accepted()).toHaveLength(ORDERS);
    },
  );
});

describe('an answer that the ledger does not take', () => {
  it.each(['disk-full', 'removed', 'not-writable', 'failed', 'damaged'] as const)(
    'because of "%s": nothing more is sent, and the id is said',
    async (code) => {
      const { sandbox, client, connection } = await freshAccount();
      const ledger = await openAs(tempFolder());
      const batchId = await recordOrders(ledger, connection, many(3));
      const failing = aroundLedger(ledger, {
        transition: (id, row, from, to, facts) =>
          to === 'created'
            ? Promise.reject(new LedgerError(code, { path: '/data', answerKept: true }))
            : ledger.transition(id, row, from, to, facts),
      });
      const { outcome, events } = await sit(failing, client, batchId);
      expect(outcome).toMatchObject({ rows: 3, notSent: 2, created: 1, stopped: { code: 'ledger' } });
      const [made] = sandbox.accepted();
      expect(sandbox.accepted()).toHaveLength(1);
      const stopped = events.find((event) => event.type === 'stopped');
      if (stopped?.reason.code !== 'ledger') throw new Error('not stopped by the ledger');
      expect(stopped.reason.message).toContain(`created as PBX ${made?.cloudPbxId}`);
      expect(stopped.reason.message).toContain('is kept');
    },
  );

  it('because of a mistake of ours: the id is said all the same', async () => {
    const { sandbox, client, connection } = await freshAccount();
    const ledger = await openAs(tempFolder());
    const batchId = await recordOrders(ledger, connection, many(2));
    const failing = aroundLedger(ledger, {
      transition: (id, row, from, to, facts) =>
        to === 'created'
          ? Promise.reject(new TypeError('oops'))
          : ledger.transition(id, row, from, to, facts),
    });
    const { outcome } = await sit(failing, client, batchId);
    if (outcome.stopped?.code !== 'ledger') throw new Error('not stopped by the ledger');
    expect(outcome.stopped.message).toContain(`created as PBX ${sandbox.accepted()[0]?.cloudPbxId}`);
    expect(sandbox.accepted()).toHaveLength(1);
  });

  it('because its order was changed meanwhile: the answer is in the audit trail', async () => {
    const { sandbox, client, connection } = await freshAccount();
    const ledger = await openAs(tempFolder());
    const batchId = await recordOrders(ledger, connection, many(2));
    const meddling = around(client, {
      async createCloudPbx(order, signal) {
        const answer = await client.createCloudPbx(order, signal);
        await ledger.transition(batchId, 2, 'sending', 'unconfirmed', { at: NOW });
        return answer;
      },
    });
    expect((await sit(ledger, meddling, batchId)).outcome.stopped).toMatchObject({ code: 'ledger' });
    const [kept] = await ledger.events({ batchId, kind: 'answer-kept' });
    expect(kept?.data).toContain(sandbox.accepted()[0]?.cloudPbxId);
  });
});
