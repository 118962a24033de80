import { beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../app/engine';
import { ask, newFolder, sheetCopy, startEngine } from './started-engine';

let dataDir: string;
let engine: Engine;
beforeEach(async () => {
  dataDir = newFolder();
  engine = await startEngine(dataDir);
});

const open = (file: string) => ask(engine, 'openDropped', { path: file });
const codes = (view: { groups: { code: string; count: number }[] }): Record<string, number> =>
  Object.fromEntries(view.groups.map((one) => [one.code, one.count]));

describe('correcting a sheet', () => {
  test('an edit is checked at once, shows its original, and can be undone and done again', async () => {
    const sheet = await open(sheetCopy('one-of-each-error.csv'));
    const fixed = await ask(engine, 'edit', {
      sheetId: sheet.id,
      cells: [{ row: 3, field: 'plan', value: 'Ultimate Plan' }],
    });
    expect(fixed.counts).toMatchObject({ invalid: sheet.counts.invalid - 1, edited: 1 });
    expect(fixed.revision).toBeGreaterThan(sheet.revision);
    expect(codes(fixed)['unknown-choice']).toBeUndefined();
    const page = await ask(engine, 'rows', {
      sheetId: sheet.id,
      filter: { edited: true },
      from: 0,
      count: 5,
    });
    expect(page.rows).toMatchObject([
      { row: 3, texts: { plan: 'Ultimate Plan' }, originals: { plan: 'Gold' } },
    ]);
    expect(fixed.undo).not.toBe(null);
    const undone = await ask(engine, 'undo', { sheetId: sheet.id });
    expect(undone.counts).toEqual(sheet.counts);
    expect(undone.groups).toEqual(sheet.groups);
    const redone = await ask(engine, 'redo', { sheetId: sheet.id });
    expect(redone.counts).toEqual(fixed.counts);
    // What was taken back can't be done again once something else was done.
    await ask(engine, 'undo', { sheetId: sheet.id });
    const cells = [2, 3].map((row) => ({ row, field: 'name', value: 'Other' }));
    const other = await ask(engine, 'edit', { sheetId: sheet.id, cells });
    expect([other.undo, other.redo]).toEqual(['edit of 2 cells', null]);
  });

  test('the other row of a repeated address is checked again, too', async () => {
    const sheet = await open(sheetCopy('one-of-each-error.csv'));
    const fixed = await ask(engine, 'edit', {
      sheetId: sheet.id,
      cells: [{ row: 15, field: 'subDomain', value: 'twin-2' }],
    });
    expect(codes(fixed)['duplicate-url']).toBeUndefined();
    expect(fixed.counts.ready).toBe(sheet.counts.ready + 2);
  });

  test('all repairs of a kind are previewed, then applied as one step', async () => {
    const sheet = await open(sheetCopy('one-of-each-error.csv'));
    const preview = await ask(engine, 'previewRepairs', {
      sheetId: sheet.id,
      code: 'milliseconds',
      field: null,
    });
    expect(preview).toEqual([
      { row: 9, cell: 'K9', field: 'expirationDate', from: '1861919999000', to: '1861919999', safe: true },
    ]);
    const repaired = await ask(engine, 'repair', {
      sheetId: sheet.id,
      cells: preview.map(({ row, field }) => ({ row, field })),
    });
    expect(codes(repaired)['milliseconds']).toBeUndefined();
    const again = await ask(engine, 'repair', {
      sheetId: sheet.id,
      cells: [{ row: 9, field: 'expirationDate' }],
    });
    expect(again.revision).toBe(repaired.revision);
  });

  test('find and replace works on what the filter shows, whatever the letter case', async () => {
    const sheet = await open(sheetCopy('clean.csv'));
    const filter = { text: 'branch 1' };
    const { view, replaced } = await ask(engine, 'replaceText', {
      sheetId: sheet.id,
      find: 'ACME',
      replacement: 'Zenith',
      field: 'name',
      filter,
    });
    expect(replaced).toBe(4);
    expect(view).toMatchObject({ counts: { edited: 4 }, undo: 'replacement in 4 cells' });
    const { rows } = await ask(engine, 'rows', {
      sheetId: sheet.id,
      filter: { text: 'zenith' },
      from: 0,
      count: 20,
    });
    expect(rows.map((row) => row.texts.name)).toEqual([
      'Zenith Branch 1',
      'Zenith Branch 10',
      'Zenith Branch 11',
      'Zenith Branch 12',
    ]);
  });

  test('an order that exists already can’t be turned into another one', async () => {
    const file = sheetCopy('half-done.csv');
    const sheet = await open(file);
    const cells = [{ row: 2, field: 'subDomain', value: 'other' }];
    expect(await engine.handle('edit', { sheetId: sheet.id, cells })).toMatchObject({
      ok: false,
      error: { code: 'row-created' },
    });
    const pasted = await ask(engine, 'edit', {
      sheetId: sheet.id,
      cells: [...cells, { row: 5, field: 'subDomain', value: 'other' }],
    });
    expect(pasted.counts).toMatchObject({ edited: 1, skipped: 2 });
  });

  test('choices for a cell come from the field or from the account’s catalog', async () => {
    const { id: sheetId } = await open(sheetCopy('clean.csv'));
    expect(await ask(engine, 'choices', { sheetId, field: 'plan' })).toMatchObject({
      values: ['Enterprise Plan', 'Ultimate Plan'],
    });
    const regions = await ask(engine, 'choices', { sheetId, field: 'regionId' });
    expect(regions.values).toEqual(['1', '2', '3', '4']);
    expect(regions.labels[3]).toBe('Asia Pacific(Singapore) (4)');
    expect(await ask(engine, 'choices', { sheetId, field: 'name' })).toEqual({ values: [], labels: [] });
  });

  test('the next problem is found in both directions, around the end', async () => {
    const { id: sheetId } = await open(sheetCopy('northwind-order-form.xlsx'));
    const next = async (afterIndex: number, backwards: boolean) =>
      (await ask(engine, 'nextProblem', { sheetId, filter: {}, afterIndex, backwards })).index;
    expect([await next(-1, false), await next(0, false), await next(4, false), await next(0, true)]).toEqual([
      0, 2, 0, 4,
    ]);
    const clean = await open(sheetCopy('clean.csv'));
    expect(
      await ask(engine, 'nextProblem', { sheetId: clean.id, filter: {}, afterIndex: -1, backwards: false }),
    ).toEqual({ index: null });
  });

  test('an address the ledger knows is noticed as soon as it is typed', async () => {
    const other = await engine.open(sheetCopy('clean.csv'), { connection: 'sandbox', useDraft: false });
    await engine.submit(other, 'sandbox');
    const sheet = await open(sheetCopy('one-of-each-error.csv'));
    const edited = await ask(engine, 'edit', {
      sheetId: sheet.id,
      cells: [{ row: 11, field: 'subDomain', value: 'ACME-7' }],
    });
    expect(edited.counts.skipped).toBe(1);
    const { rows } = await ask(engine, 'rows', {
      sheetId: sheet.id,
      filter: { states: ['skipped'] },
      from: 0,
      count: 5,
    });
    expect(rows).toMatchObject([{ row: 11, earlier: { status: 'created', cloudPbxId: '42106' } }]);
    expect(rows[0]?.problems[0]?.message).toContain('clean.csv, row 8');
  });
});
