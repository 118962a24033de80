import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, newFolder, sheetCopy, startEngine } from './started-engine';

describe('the audit trail', () => {
  test('is verified on the ledger and on an export by itself; a changed line is named', async () => {
    const engine = await startEngine(newFolder());
    await engine.submit(
      await engine.open(sheetCopy('clean.csv'), { connection: 'sandbox', useDraft: false }),
      'sandbox',
    );
    expect(await ask(engine, 'verifyAudit', {})).toMatchObject({ ok: true });
    const folder = newFolder();
    const to = path.join(folder, 'trail.jsonl');
    const { events } = await engine.exportAudit({ filter: {}, format: 'jsonl', to });
    const elsewhere = await startEngine(newFolder());
    expect(await elsewhere.verifyAudit(to)).toMatchObject({ ok: true, events });
    writeFileSync(to, readFileSync(to, 'utf8').replace('Acme Branch 3', 'Acme Branch 4'));
    const check = await elsewhere.verifyAudit(to);
    expect(check.ok).toBe(false);
    expect(check.message).toMatch(/Event \d+ was changed/);
    for (const format of ['csv', 'xlsx'] as const) {
      const file = path.join(folder, `trail.${format}`);
      expect((await engine.exportAudit({ filter: { customer: 'nobody' }, format, to: file })).events).toBe(0);
      expect((await engine.exportAudit({ filter: {}, format, to: file })).events).toBeGreaterThanOrEqual(
        events,
      );
      expect(statSync(file).size).toBeGreaterThan(0);
    }
  });

  test('is held against a head that somebody kept: as text, in an export, a backup, a mail', async () => {
    const dataDir = newFolder();
    const engine = await startEngine(dataDir);
    const submit = async (name: string) =>
      engine.submit(
        await engine.open(sheetCopy(name), { connection: 'sandbox', useDraft: false }),
        'sandbox',
      );
    await submit('clean.csv');
    const folder = newFolder();
    const { seq, hash } = await engine.auditHead();
    const [older, mail] = [path.join(folder, 'older.jsonl'), path.join(folder, 'mail.txt')];
    await engine.exportAudit({ filter: {}, format: 'jsonl', to: older });
    writeFileSync(mail, `Dear auditor,\r\n\r\n  ${seq} ${hash.toUpperCase()}\r\n\r\nRegards\r\n`);
    const { file: backup } = await ask(engine, 'backupNow', {});
    await submit('half-done.csv');
    const newer = path.join(folder, 'newer.jsonl');
    await engine.exportAudit({ filter: {}, format: 'jsonl', to: newer });

    const auditor = await startEngine(newFolder());
    const kept = [`${seq} ${hash}`, `${seq}:${hash}`, JSON.stringify({ seq, hash }), older, mail, backup];
    for (const head of [...kept, path.join(dataDir, 'ledger.head')]) {
      const check = await engine.verifyAudit(undefined, [head]);
      expect([head, check.ok, check.message]).toEqual([
        head,
        true,
        expect.stringContaining('is the one known from'),
      ]);
    }
    const check = await auditor.verifyAudit(newer, kept);
    expect(check).toMatchObject({ ok: true, message: expect.stringContaining('"older.jsonl"') });
    // What the check says itself can be kept, too.
    expect((await auditor.verifyAudit(newer, [JSON.stringify(check.head)])).ok).toBe(true);
    const forged = `${seq} ${'0'.repeat(64)}`;
    for (const file of [newer, undefined])
      expect(await (file ? auditor : engine).verifyAudit(file, [kept[0] ?? '', forged])).toMatchObject({
        ok: false,
        head: null,
        message: expect.stringContaining(`event ${seq} is not the one known from the head given`),
      });
    expect((await auditor.verifyAudit(older, [newer])).message).toContain('is not there');
    for (const wrong of ['nowhere.txt', '19', `0 ${hash}`, 'x'.repeat(5000), sheetCopy('clean.csv')])
      await expect(auditor.verifyAudit(newer, [wrong])).rejects.toMatchObject({ code: 'no-head' });
  });

  test('says who exported it, also when nothing else was done', async () => {
    const dataDir = newFolder();
    const engine = await startEngine(dataDir);
    await engine.submit(
      await engine.open(sheetCopy('clean.csv'), { connection: 'sandbox', useDraft: false }),
      'sandbox',
    );
    await engine.close();
    const auditor = await startEngine(dataDir, { operator: 'Aud Itor', osUser: 'auditor' });
    const to = path.join(newFolder(), 'trail.jsonl');
    await auditor.exportAudit({ filter: {}, format: 'jsonl', to });
    await auditor.exportAudit({ filter: {}, format: 'jsonl', to });
    const [exported] = readFileSync(to, 'utf8')
      .split('\n')
      .filter((line) => line.includes('audit-exported'));
    expect(exported).toContain('"osUser":"auditor"');
  });

  test('a report says what was bought, by plan and region, with totals that add up', async () => {
    const engine = await startEngine(newFolder());
    const file = sheetCopy('northwind-order-form.xlsx');
    const sheet = await ask(engine, 'openDropped', { path: file });
    await ask(engine, 'edit', {
      sheetId: sheet.id,
      cells: [{ row: 10, field: 'subDomain', value: 'nw-10' }],
    });
    const opened = await engine.open(file, { connection: 'sandbox', useDraft: true });
    const { runId = '' } = await engine.submit(opened, 'sandbox');
    const report = await engine.report(runId);
    expect(report).toMatchObject({
      sheet: { name: 'northwind-order-form.xlsx', tab: 'Bestellung Q1' },
      operator: 'Ana Lopez',
      osUser: 'clerk',
      editedCells: 1,
      totals: { rows: 5, created: 3 },
    });
    expect(report.byPlan.reduce((sum, one) => sum + one.pbxs, 0)).toBe(3);
    expect(report.byRegion.map((one) => one.label)).toEqual(['Asia Pacific(Singapore)']);
    expect(report.created.extensions).toBe(report.byPlan.reduce((sum, one) => sum + one.extensions, 0));
    expect(report.rows).toHaveLength(5);
    await expect(engine.report('20200101-1')).rejects.toMatchObject({ code: 'unknown-run' });
  });
});
