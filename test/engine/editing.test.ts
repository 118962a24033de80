import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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
    expect(view.counts.edited).toBe(4);
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

describe('coming back to a sheet', () => {
  test('corrections, columns and constants are there again after a restart', async () => {
    const file = sheetCopy('clean.csv');
    const sheet = await open(file);
    await ask(engine, 'edit', { sheetId: sheet.id, cells: [{ row: 2, field: 'name', value: 'New name' }] });
    await ask(engine, 'read', {
      sheetId: sheet.id,
      change: { map: { type: null }, constants: { type: 'Trial' }, timeZone: 'Asia/Shanghai' },
    });
    await engine.close();
    engine = await startEngine(dataDir);
    const home = await ask(engine, 'home', {});
    expect(home.recent).toMatchObject([{ name: 'clean.csv', found: true, folder: path.dirname(file) }]);
    const again = await ask(engine, 'openRecent', { sha256: home.recent[0]?.sha256 ?? '' });
    expect(again).toMatchObject({
      constants: { type: 'Trial' },
      timeZone: 'Asia/Shanghai',
      counts: { edited: 1, ready: 12 },
    });
    const { rows } = await ask(engine, 'rows', { sheetId: again.id, filter: {}, from: 0, count: 1 });
    expect(rows[0]).toMatchObject({
      texts: { name: 'New name', type: 'Trial' },
      originals: { name: 'Acme Branch 1' },
    });
  });

  test('a draft belongs to the file’s content: one changed elsewhere starts anew', async () => {
    const file = sheetCopy('clean.csv');
    const sheet = await open(file);
    await ask(engine, 'edit', { sheetId: sheet.id, cells: [{ row: 2, field: 'name', value: 'New name' }] });
    await ask(engine, 'closeSheet', { sheetId: sheet.id });
    writeFileSync(file, readFileSync(file, 'utf8').replace('Acme Branch 12', 'Acme Branch 13'));
    expect((await open(file)).counts.edited).toBe(0);
  });

  test('the next sheet with the same headings is read as the last one was; others and the command are not', async () => {
    const headings = 'Standort,Paket,Nst,cc,rec,min,reg,host,dom,art,fw,kunde,up,chat,pl,plu';
    const row = (name: string): string =>
      `Filiale ${name},Enterprise Plan,20,10,Enabled,500,4,fil-${name},4,Commercial,764,50086182,Enabled,Enabled,Enabled,Enabled`;
    const file = path.join(newFolder(), 'one.csv');
    writeFileSync(file, [headings, row('1'), ''].join('\n'));
    const first = await open(file);
    expect(first.counts.ready).toBe(0);
    const map = {
      recordingStatus: 'E',
      recordingCapacity: 'F',
      regionId: 'G',
      domainId: 'I',
      versionId: 'K',
      upgradeInPbx: 'M',
      im: 'N',
      passwordlessLogin: 'O',
      allowSuperiorPasswordlessLogin: 'P',
    };
    const mapped = await ask(engine, 'read', { sheetId: first.id, change: { map } });
    expect(mapped.counts).toMatchObject({ rows: 1, ready: 1 });
    // The columns in another order: the headings count, not the letters.
    const turned = path.join(newFolder(), 'two.csv');
    const reverse = (line: string): string => line.split(',').reverse().join(',');
    writeFileSync(turned, [reverse(headings), reverse(row('2')), reverse(row('3')), ''].join('\n'));
    expect(await open(turned)).toMatchObject({ counts: { rows: 2, ready: 2 }, columnsCertain: true });
    const plain = await engine.open(turned, { connection: 'sandbox', useDraft: false });
    expect(plain.counts.ready).toBe(0);
  });

  test('an encoding and a delimiter the operator chose are remembered for sheets of the kind', async () => {
    const sheet = await open(sheetCopy('reseller-de.csv'));
    expect(sheet.dialect).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    const changed = await ask(engine, 'read', { sheetId: sheet.id, change: { encoding: 'iso-8859-15' } });
    expect([changed.id, changed.dialect?.encoding]).toEqual([sheet.id, 'iso-8859-15']);
    const other = sheetCopy('reseller-de.csv');
    writeFileSync(other, Buffer.concat([readFileSync(other), Buffer.from('\r\n')]));
    expect((await open(other)).dialect?.encoding).toBe('iso-8859-15');
    const back = await ask(engine, 'read', { sheetId: sheet.id, change: { encoding: null } });
    expect(back.dialect?.encoding).toBe('windows-1252');
  });

  test('each tab of a workbook has corrections and columns of its own', async () => {
    const sheet = await open(sheetCopy('northwind-order-form.xlsx'));
    const other = sheet.sheets.find((one) => one.name !== sheet.sheetName)?.name ?? '';
    await ask(engine, 'edit', {
      sheetId: sheet.id,
      cells: [{ row: 8, field: 'plan', value: 'Ultimate Plan' }],
    });
    const turned = await ask(engine, 'read', { sheetId: sheet.id, change: { sheetName: other } });
    expect(turned).toMatchObject({ sheetName: other, undo: null, counts: { edited: 0 } });
    const back = await ask(engine, 'read', { sheetId: sheet.id, change: { sheetName: sheet.sheetName } });
    expect(back.counts).toMatchObject({ rows: sheet.counts.rows, edited: 1 });
  });

  test('mappings have names, are applied to other sheets, and go from one computer to another as a file', async () => {
    const sheet = await open(sheetCopy('clean.csv'));
    await ask(engine, 'read', {
      sheetId: sheet.id,
      change: { constants: { type: 'Trial' }, map: { type: null } },
    });
    const named = await ask(engine, 'nameMapping', { sheetId: sheet.id, name: 'Acme' });
    expect(named).toMatchObject([{ name: 'Acme', constants: 1 }]);
    const file = path.join(newFolder(), 'mappings.json');
    expect(await engine.exportMappings(file)).toEqual({ mappings: 1 });

    const elsewhere = await startEngine(newFolder());
    expect(await elsewhere.importMappings(file)).toEqual(named);
    const other = await ask(elsewhere, 'openDropped', { path: sheetCopy('half-done.csv') });
    const applied = await ask(elsewhere, 'applyMapping', { sheetId: other.id, name: 'Acme' });
    expect(applied.constants).toEqual({ type: 'Trial' });
    expect(applied.columns.find((one) => one.field === 'type')).toBeUndefined();
    expect(await ask(elsewhere, 'removeMapping', { name: 'Acme' })).toEqual([]);
    expect(await elsewhere.handle('applyMapping', { sheetId: other.id, name: 'Acme' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-mapping' },
    });
    writeFileSync(file, '{"mappings":[]}');
    await expect(elsewhere.importMappings(file)).rejects.toMatchObject({ code: 'not-mappings' });
  });
});
