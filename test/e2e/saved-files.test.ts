import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { answerDialogs, askedDialogs, freshFolder, launch, sheet, type App } from './app';
import { create, goToPlan, heading } from './screens';

/** An app whose sandbox has just created the PBXs of a sheet; yields the run's id too. */
async function withRun(name: string): Promise<{ app: App; runId: string; file: string }> {
  const file = sheet(name);
  const app = await launch({ args: [file] });
  await app.page.getByRole('heading', { level: 1, name: /Review and fix|columns/i }).waitFor();
  await goToPlan(app.page);
  const label = await app.page.getByRole('button', { name: /^Create \d+ PBX/ }).innerText();
  await create(app.page, Number(/\d+/.exec(label)?.[0]));
  const runs = await app.page.evaluate(() => window.pbxOrders.runs({ search: '' }));
  return { app, runId: runs.ok ? (runs.value[0]?.id ?? '') : '', file };
}

it('saves a report about a run as a PDF and as a page', async () => {
  const { app, runId } = await withRun('clean.csv');
  const folder = freshFolder();
  await answerDialogs(app, { save: path.join(folder, 'report.pdf') });
  const saved = await app.page.evaluate(
    (runId) => window.pbxOrders.saveReport({ runId, format: 'pdf' }),
    runId,
  );
  expect(saved).toEqual({ ok: true, value: { name: 'report.pdf' } });
  const pdf = readFileSync(path.join(folder, 'report.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(10_000);
  // Without the ending, which is added.
  await answerDialogs(app, { save: path.join(folder, 'report') });
  await app.page.evaluate((runId) => window.pbxOrders.saveReport({ runId, format: 'html' }), runId);
  expect(readFileSync(path.join(folder, 'report.html'), 'utf8')).toContain('Acme Branch 12');
  const nowhere = path.join(folder, 'missing', 'report.pdf');
  await answerDialogs(app, { save: nowhere });
  const failed = await app.page.evaluate(
    (runId) => window.pbxOrders.saveReport({ runId, format: 'pdf' }),
    runId,
  );
  expect(failed).toMatchObject({ ok: false, error: { code: 'cant-save' } });
});

it('saves forms, rows to correct, the audit trail and mappings where the dialog says, or nothing when cancelled', async () => {
  const { app, runId } = await withRun('northwind-order-form.xlsx');
  const folder = freshFolder();
  const at = (name: string): string => path.join(folder, name);
  await answerDialogs(app, { save: null, open: null });
  const cancelled = await app.page.evaluate(async (runId) => {
    const { saveTemplate, saveReport, saveRepairs, saveAudit, saveMappings, loadMappings, chooseSheet } =
      window.pbxOrders;
    return Promise.all([
      saveTemplate({ connection: 'sandbox' }),
      saveReport({ runId, format: 'pdf' }),
      saveRepairs({ runId }),
      saveAudit({ filter: {}, format: 'csv' }),
      saveMappings({}),
      loadMappings({}),
      chooseSheet({}),
      window.pbxOrders.chooseResultsFolder({}),
    ]);
  }, runId);
  expect(cancelled).toEqual(Array.from({ length: 8 }, () => ({ ok: true, value: null })));
  expect(await askedDialogs(app)).toHaveLength(8);

  await answerDialogs(app, { save: at('form.xlsx') });
  expect(await app.page.evaluate(() => window.pbxOrders.saveTemplate({ connection: 'sandbox' }))).toEqual({
    ok: true,
    value: { name: 'form.xlsx' },
  });
  expect(readFileSync(at('form.xlsx')).subarray(0, 2).toString()).toBe('PK');

  await answerDialogs(app, { save: at('repairs.xlsx') });
  const repairs = await app.page.evaluate((runId) => window.pbxOrders.saveRepairs({ runId }), runId);
  expect(repairs).toMatchObject({ ok: true, value: { name: 'repairs.xlsx' } });
  expect(repairs.ok && (repairs.value?.rows ?? 0)).toBeGreaterThan(0);

  for (const format of ['csv', 'xlsx', 'jsonl'] as const) {
    await answerDialogs(app, { save: at(`audit.${format}`) });
    const audit = await app.page.evaluate(
      (format) => window.pbxOrders.saveAudit({ filter: {}, format }),
      format,
    );
    expect(audit).toMatchObject({ ok: true, value: { name: `audit.${format}` } });
    expect(statSync(at(`audit.${format}`)).size).toBeGreaterThan(100);
  }

  await answerDialogs(app, { save: at('mappings.json'), open: at('mappings.json') });
  expect(await app.page.evaluate(() => window.pbxOrders.saveMappings({}))).toMatchObject({ ok: true });
  expect(await app.page.evaluate(() => window.pbxOrders.loadMappings({}))).toMatchObject({ ok: true });
  expect(existsSync(at('mappings.json'))).toBe(true);
});

it('opens the result file in its program, shows it in its folder, and says so when it is gone', async () => {
  const { app, runId, file } = await withRun('clean.csv');
  await heading(app.page, 'Finished');
  await app.electron.evaluate(({ shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    shell.openPath = async (path) => (asked.push(`open ${path}`), path.includes('gone') ? 'gone' : '');
    shell.showItemInFolder = (path) => void asked.push(`show ${path}`);
  });
  for (const how of ['open', 'folder'] as const) {
    const reply = await app.page.evaluate((input) => window.pbxOrders.showResult(input), { runId, how });
    expect(reply).toEqual({ ok: true, value: null });
  }
  const result = file.replace('.csv', '.results.csv');
  expect(await app.electron.evaluate(() => (globalThis as { asked?: string[] }).asked)).toEqual([
    `open ${result}`,
    `show ${result}`,
  ]);
  await app.electron.evaluate(({ shell }) => {
    shell.openPath = async () => 'No application is registered';
  });
  const gone = await app.page.evaluate((runId) => window.pbxOrders.showResult({ runId, how: 'open' }), runId);
  expect(gone).toMatchObject({ ok: false, error: { code: 'cant-open' } });
});

it('copies an id', async () => {
  const app = await launch();
  await app.page.evaluate(() => window.pbxOrders.copyText({ text: '42100' }));
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('42100');
});
