import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine, EngineEvent, RunOutcome, Totals } from '../../app/engine';
import { openSheetFile } from '../../app/sheets';
import { ask, newFolder, runEnded, sheetCopy, startEngine } from './started-engine';

const submit = async (engine: Engine, file: string): Promise<RunOutcome> =>
  engine.submit(await engine.open(file, { connection: 'sandbox', useDraft: false }), 'sandbox');

const addsUp = ({ rows, ...parts }: Totals): boolean =>
  Object.values(parts).reduce((sum, one) => sum + one, 0) === rows;

/** The rows of a result as texts, by heading. */
async function resultRows(file: string | null): Promise<Record<string, string>[]> {
  const { sheets } = await openSheetFile(file ?? '');
  const rows = sheets[0]?.rows ?? [];
  const textsOf = (row: (typeof rows)[number] | undefined): string[] =>
    (row?.cells ?? []).map((cell) => ('text' in cell ? cell.text : ''));
  const headerAt = rows.findIndex((row) => textsOf(row).includes('cloudPbxId'));
  const headings = textsOf(rows[headerAt]);
  return rows.slice(headerAt + 1).map((row) => ({
    ...Object.fromEntries(textsOf(row).map((text, at) => [headings[at] ?? '', text])),
    '#': String(row.row),
  }));
}

describe('the main job: open, plan, create, get the sheet back', () => {
  test.each(['clean.csv', 'unicode-text.txt'])('%s comes back with an id on every row', async (name) => {
    const engine = await startEngine(newFolder());
    const file = sheetCopy(name);
    const original = readFileSync(file);
    const { totals, result, stopReason, resultNote } = await submit(engine, file);
    expect(totals).toMatchObject({ created: totals.rows, notSent: 0, invalid: 0 });
    expect([stopReason, resultNote]).toEqual([null, null]);
    expect(result).toBe(file.replace(/\.(\w+)$/, '.results.$1'));
    const rows = await resultRows(result);
    expect(rows).toHaveLength(totals.rows);
    expect(new Set(rows.map((row) => row['cloudPbxId'])).size).toBe(totals.rows);
    expect(rows.every((row) => row['status'] === 'created' && /^\d+$/.test(row['cloudPbxId'] ?? ''))).toBe(
      true,
    );
    expect(readFileSync(file)).toEqual(original);
  });

  test('the Northwind form: its bad rows are named, its good rows come back with ids on the right rows', async () => {
    const engine = await startEngine(newFolder());
    const file = sheetCopy('northwind-order-form.xlsx');
    const sheet = await engine.open(file, { connection: 'sandbox', useDraft: false });
    const ready = sheet.rows.filter((row) => row.state === 'ready').map((row) => row.row);
    const { totals, runId, result } = await engine.submit(sheet, 'sandbox');
    expect(totals).toMatchObject({ created: ready.length, invalid: sheet.rows.length - ready.length });
    expect(addsUp(totals)).toBe(true);
    const rows = await resultRows(result);
    const withIds = rows
      .filter((row) => row['cloudPbxId'] !== undefined && row['cloudPbxId'] !== '')
      .map((row) => Number(row['#']));
    expect(withIds).toEqual(ready);
    const run = await engine.run(runId ?? '');
    for (const row of run.rows.filter((one) => one.state === 'invalid')) expect(row.message).not.toBe(null);
  });

  test('one of each error: every row is reported on the right cell, and only the good ones are sent', async () => {
    const engine = await startEngine(newFolder());
    const sheet = await engine.open(sheetCopy('one-of-each-error.csv'), {
      connection: 'sandbox',
      useDraft: false,
    });
    const reported = sheet.rows.map((row) => row.problems.map((one) => `${one.cell} ${one.code}`).join(', '));
    expect(reported).toEqual([
      'A2 required',
      'B3 unknown-choice',
      'C4 too-small',
      'C5 not-whole',
      'F6 recording-zero',
      'H7 bad-sub-domain',
      'L8 after-expiry-missing',
      'K9 milliseconds',
      'K10 expired',
      'R11 superior-without-passwordless',
      'T12 template-missing',
      'N13 required',
      'H14 duplicate-url',
      'H15 duplicate-url',
      'A16 name-characters, A16 formula-like',
      'C17 digits-lost, N17 digits-lost',
    ]);
    const { totals, runId } = await engine.submit(sheet, 'sandbox');
    expect(totals).toMatchObject({ rows: 16, created: 2, invalid: 14 });
    const { rows } = await engine.run(runId ?? '');
    expect(rows.filter((row) => row.state === 'created').map((row) => row.row)).toEqual([11, 16]);
    expect(rows.find((row) => row.row === 3)?.message).toContain('"Gold" is not a value Plan can have');
  });

  test('the window does it by commands: open, plan, confirm by count, create, and hears every row', async () => {
    const engine = await startEngine(newFolder());
    const file = sheetCopy('clean.csv');
    const events: EngineEvent[] = [];
    engine.listen((event) => void events.push(event));
    const sheet = await ask(engine, 'openDropped', { path: file });
    const plan = await ask(engine, 'plan', { sheetId: sheet.id, connection: 'sandbox' });
    expect(plan).toMatchObject({ create: 12, invalid: 0, skipped: 0, capacityNote: null, shortfall: [] });
    expect(plan.totals.extensions).toBe(plan.byPlan.reduce((sum, one) => sum + one.extensions, 0));

    const wrong = await engine.handle('create', { sheetId: sheet.id, connection: 'sandbox', confirmed: 11 });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'count-differs' } });

    const ended = runEnded(engine);
    const { runId } = await ask(engine, 'create', {
      sheetId: sheet.id,
      connection: 'sandbox',
      confirmed: 12,
    });
    await ended;
    const created = events.filter((one) => one.type === 'run-row' && one.row.state === 'created');
    expect(created).toHaveLength(12);
    const told = events.flatMap((one) => (one.type === 'run-row' ? [one.totals] : []));
    expect(told.every(addsUp)).toBe(true);
    const run = await ask(engine, 'run', { runId });
    expect(run).toMatchObject({
      state: 'finished',
      totals: { created: 12 },
      operator: 'Ana Lopez',
      result: { name: 'clean.results.csv' },
    });
    expect(run.rows.map((row) => row.url)).toContain('acme-1.test.yeastarcloud.com');
    expect(existsSync(path.join(run.result?.folder ?? '', run.result?.name ?? ''))).toBe(true);
    const again = await ask(engine, 'plan', { sheetId: sheet.id, connection: 'sandbox' });
    expect(again).toMatchObject({ create: 0, skipped: 12 });
  });

  test('submitted again, nothing is created twice, and the result is there as before', async () => {
    const dataDir = newFolder();
    const file = sheetCopy('clean.csv');
    const engine = await startEngine(dataDir);
    const first = await submit(engine, file);
    await engine.close();
    const second = await submit(await startEngine(dataDir), file);
    expect(second.totals).toMatchObject({ created: 12, rows: 12 });
    expect(second.runId).toBe(first.runId);
    expect(second.result).toBe(first.result);
  });

  test('the same orders in another file are skipped with the ids they have', async () => {
    const engine = await startEngine(newFolder());
    await submit(engine, sheetCopy('clean.csv'));
    const other = sheetCopy('clean.csv');
    const lines = readFileSync(other, 'utf8').split('\n');
    writeFileSync(other, [...lines.slice(0, 4), ''].join('\n'));
    const { totals, result } = await submit(engine, other);
    expect(totals).toMatchObject({ rows: 3, skipped: 3, created: 0 });
    expect((await resultRows(result)).map((row) => row['cloudPbxId'])).toEqual(['42100', '42101', '42102']);
  });
});
