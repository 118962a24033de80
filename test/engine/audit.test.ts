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
