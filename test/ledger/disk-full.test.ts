import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startChild } from './child/start-child';
import { open, outcome, tempFolder } from './world';

describe('a disk that takes no more', () => {
  it('stops the run, and the id that could not be recorded is read back at the next start', async () => {
    // A limit on the size of files fails a write just where it would not fit.
    for (const limit of [1500, 1800, 2500]) {
      const dir = tempFolder();
      const said = await startChild(dir, 'fill', limit).ended;
      const refused = said.at(-1) ?? '';
      expect(refused).toMatch(/^refused (failed|disk-full)/);
      const sent = said.filter((line) => line.startsWith('sending')).length;
      const created = said.filter((line) => line.startsWith('created')).length;
      const kept = sent > created;
      if (kept) expect(refused).toContain('"answerKept":true');

      const ledger = await open(dir);
      if (kept)
        expect(ledger.notices).toEqual(['Answers that could not be recorded earlier and were read back: 1.']);
      const [batch] = await ledger.batches();
      const orders = await ledger.orders(batch?.id ?? '', { states: ['created'] });
      expect(orders.map(({ cloudPbxId }) => cloudPbxId)).toEqual(
        Array.from({ length: sent }, (_, index) => `id-${index + 2}`),
      );
      expect((await ledger.counts(batch?.id ?? '')).unconfirmed).toBe(0);
      expect(await ledger.verifyChain()).toMatchObject({ ok: true });
      const reserve = fs.readFileSync(path.join(dir, 'unsaved-answers.jsonl'), 'utf8');
      expect(reserve.trim()).toBe('');
      await ledger.close();
    }
  });

  it('and the ledger is no longer there: the id is said, not only kept in the trail', async () => {
    const dir = tempFolder();
    const said = await startChild(dir, 'fill', 2500).ended;
    expect(said.at(-1)).toContain('"answerKept":true');
    const id = `id-${said.filter((line) => line.startsWith('sending')).length + 1}`;
    for (const end of ['', '-wal', '-shm']) fs.rmSync(path.join(dir, `ledger.db${end}`), { force: true });
    expect(await outcome(open(dir))).toBe('missing');
    const ledger = await open(dir);
    expect(ledger.notices.join(' ')).toContain(`YCM created PBX ${id} for run`);
    expect((await ledger.events({ kind: 'answer-kept' }))[0]?.data).toContain(id);
  });
});
