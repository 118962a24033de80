import { rmSync } from 'node:fs';
import path from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../app/engine';
import { ask, newFolder, sheetCopy, startEngine } from './started-engine';

/** A run of the Northwind form, and its failed rows as a workbook. */
async function runWithFailures(engine: Engine): Promise<{ file: string; runId: string; repairs: string }> {
  const file = sheetCopy('northwind-order-form.xlsx');
  const sheet = await engine.open(file, { connection: 'sandbox', useDraft: true });
  const { runId = '' } = await engine.submit(sheet, 'sandbox');
  const repairs = path.join(newFolder(), 'repairs.xlsx');
  expect(await engine.repairs(runId, repairs)).toEqual({ path: repairs, rows: 4 });
  return { file, runId, repairs };
}

/** Changes cells of the workbook's first sheet, found by the order's row and the heading. */
async function correct(
  file: string,
  changes: Record<number, Record<string, string | number>>,
): Promise<void> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  const headings = (sheet.getRow(1).values as unknown[]).map(String);
  sheet.eachRow((row) => {
    const tag = / row (\d+)$/.exec(row.getCell(1).text)?.[1];
    for (const [heading, value] of Object.entries(changes[Number(tag)] ?? {}))
      row.getCell(headings.indexOf(heading)).value = value;
  });
  await workbook.xlsx.writeFile(file);
}

const FIXED = {
  8: {
    Plan: 'Enterprise Plan',
    'Sub-domain': 'nw-8',
    'Expiry date': '2027-12-31',
    'Keep running after expiry': 'Yes',
  },
  10: { 'Sub-domain': 'nw-10' },
};

describe('the repair loop', () => {
  test('failed rows come as a workbook with the bad cells marked and a note on each', async () => {
    const engine = await startEngine(newFolder());
    const { repairs, runId } = await runWithFailures(engine);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(repairs);
    const sheet = workbook.getWorksheet('Rows to correct');
    const tags = sheet?.getColumn(1).values.slice(2).map(String);
    expect(tags).toEqual([6, 8, 9, 10].map((row) => `${runId} row ${row}`));
    const plan = sheet?.getRow(3).getCell(3);
    expect(JSON.stringify(plan?.note)).toContain('is not a value Plan can have');
    expect(plan?.fill).toMatchObject({ pattern: 'solid' });
  });

  test('opened again, its rows are back in the original sheet and can be created from there', async () => {
    const engine = await startEngine(newFolder());
    const { file, repairs, runId } = await runWithFailures(engine);
    await correct(repairs, FIXED);
    const sheet = await ask(engine, 'openDropped', { path: repairs });
    expect(sheet.file).toMatchObject({ name: path.basename(file), folder: path.dirname(file) });
    expect(sheet.merged).toEqual({ name: 'repairs.xlsx', rows: 2 });
    expect(sheet).toMatchObject({ runId, counts: { ready: 3, invalid: 1, skipped: 1 } });
    const { rows } = await ask(engine, 'rows', {
      sheetId: sheet.id,
      filter: { edited: true },
      from: 0,
      count: 10,
    });
    expect(rows.map((row) => [row.row, row.originals.subDomain !== row.texts.subDomain])).toEqual([
      [8, true],
      [10, true],
    ]);
    const undone = await ask(engine, 'undo', { sheetId: sheet.id });
    expect(undone.counts).toMatchObject({ invalid: 4 });
    await ask(engine, 'redo', { sheetId: sheet.id });
    const plan = await ask(engine, 'plan', { sheetId: sheet.id, connection: 'sandbox' });
    expect(plan.create).toBe(3);
  });

  test('on the command line its rows go back to the original sheet, too', async () => {
    const engine = await startEngine(newFolder());
    const { file, repairs } = await runWithFailures(engine);
    await correct(repairs, FIXED);
    const sheet = await engine.open(repairs, { connection: 'sandbox', useDraft: false });
    const { totals, result } = await engine.submit(sheet, 'sandbox');
    expect(totals).toMatchObject({ rows: 5, created: 3, skipped: 1, invalid: 1 });
    expect(result).toBe(file.replace('.xlsx', '.results.xlsx'));
  });

  test('when the original is gone, or a row was added, the workbook is a sheet of its own', async () => {
    const engine = await startEngine(newFolder());
    const { file, repairs } = await runWithFailures(engine);
    const added = path.join(newFolder(), 'added.xlsx');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(repairs);
    workbook.worksheets[0]?.addRow(['', 'New branch']);
    await workbook.xlsx.writeFile(added);
    const withAdded = await engine.open(added, { connection: 'sandbox', useDraft: true });
    expect([withAdded.file.name, withAdded.merged, withAdded.counts.rows]).toEqual(['added.xlsx', null, 5]);
    rmSync(file);
    const alone = await engine.open(repairs, { connection: 'sandbox', useDraft: true });
    expect([alone.file.name, alone.merged, alone.counts.rows]).toEqual(['repairs.xlsx', null, 4]);
  });

  test('a row that was created meanwhile is not changed by an old repair', async () => {
    const engine = await startEngine(newFolder());
    const { file, repairs, runId } = await runWithFailures(engine);
    const sheet = await ask(engine, 'openDropped', { path: file });
    await ask(engine, 'edit', {
      sheetId: sheet.id,
      cells: [{ row: 10, field: 'subDomain', value: 'nw-ten' }],
    });
    await engine.submit(await engine.open(file, { connection: 'sandbox', useDraft: true }), 'sandbox');
    expect(await engine.repairs(runId, path.join(newFolder(), 'left.xlsx'))).toMatchObject({ rows: 2 });
    await correct(repairs, { 10: { 'Sub-domain': 'nw-other' } });
    const merged = await engine.open(repairs, { connection: 'sandbox', useDraft: true });
    expect(merged.at(10)).toMatchObject({ state: 'skipped', texts: { subDomain: 'nw-ten' } });
    expect(merged.merged).toEqual({ name: 'repairs.xlsx', rows: 0 });
  });
});
