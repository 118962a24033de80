import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFolder, sheetCopy, startEngine } from './started-engine';

describe('past runs', () => {
  test('are found by sheet, PBX, id, customer, operator and day', async () => {
    let now = Date.UTC(2026, 10, 20, 12);
    const engine = await startEngine(newFolder(), { now: () => now });
    for (const name of ['clean.csv', 'one-of-each-error.csv']) {
      const sheet = await engine.open(sheetCopy(name), { connection: 'sandbox', useDraft: false });
      await engine.submit(sheet, 'sandbox');
      now += 86_400_000;
    }
    const found = async (search: string): Promise<string[]> =>
      (await engine.runs(search)).map((one) => one.sheetName);
    expect(await found('')).toEqual(['one-of-each-error.csv', 'clean.csv']);
    expect(await found('acme branch 7')).toEqual(['clean.csv']);
    expect(await found('b-15.test')).toEqual(['one-of-each-error.csv']);
    expect(await found('42104')).toEqual(['clean.csv']);
    expect(await found('northwind')).toEqual(['clean.csv']);
    expect(await found('ana lopez')).toHaveLength(2);
    expect(await found('nobody')).toEqual([]);
    const day = await engine.runs('', Date.UTC(2026, 10, 21), Date.UTC(2026, 10, 22) - 1);
    expect(day.map((one) => one.sheetName)).toEqual(['one-of-each-error.csv']);
  });

  test('move into an archive and back; until then their values are said to be there', async () => {
    let now = Date.UTC(2024, 0, 15);
    const engine = await startEngine(newFolder(), { now: () => now });
    const sheet = await engine.open(sheetCopy('clean.csv'), { connection: 'sandbox', useDraft: false });
    const { runId = '' } = await engine.submit(sheet, 'sandbox');
    now = Date.UTC(2026, 10, 24);
    const file = path.join(newFolder(), 'archive.db');
    expect(await engine.archive(Date.UTC(2024, 0, 1), file)).toEqual({ runs: 0 });
    expect(await engine.archive(Date.UTC(2025, 0, 1), file)).toEqual({ runs: 1 });
    expect(await engine.run(runId)).toMatchObject({ totals: { created: 12 } });
    await expect(engine.report(runId)).rejects.toMatchObject({
      code: 'run-archived',
      message: expect.stringContaining(file),
    });
    expect(await engine.verifyAudit()).toMatchObject({ ok: true });
    expect(await engine.restoreArchive(file)).toEqual({ runs: 1 });
    expect((await engine.report(runId)).created.extensions).toBe(780);
  });
});
