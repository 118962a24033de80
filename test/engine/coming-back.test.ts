import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import exceljs from 'exceljs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../app/engine';
import { engineFor, startAccount } from './account';
import { ask, newFolder, sheetCopy, startEngine } from './started-engine';

let dataDir: string;
let engine: Engine;
beforeEach(async () => {
  dataDir = newFolder();
  engine = await startEngine(dataDir);
});

const open = (file: string) => ask(engine, 'openDropped', { path: file });
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

  test('opened again at once, what was just typed is there', async () => {
    const file = sheetCopy('clean.csv');
    const sheet = await open(file);
    await ask(engine, 'edit', { sheetId: sheet.id, cells: [{ row: 2, field: 'name', value: 'New name' }] });
    expect((await open(file)).counts.edited).toBe(1);
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
    const mapped = await ask(engine, 'read', {
      sheetId: first.id,
      change: { map, constants: { transcriptionCapacity: '0' } },
    });
    expect(mapped.counts).toMatchObject({ rows: 1, ready: 1 });
    // The columns in another order: the headings count, not the letters.
    const turned = path.join(newFolder(), 'two.csv');
    const reverse = (line: string): string => line.split(',').reverse().join(',');
    writeFileSync(turned, [reverse(headings), reverse(row('2')), reverse(row('3')), ''].join('\n'));
    expect(await open(turned)).toMatchObject({ counts: { rows: 2, ready: 2 }, columnsCertain: true });
    expect((await open(sheetCopy('clean.csv'))).constants).toEqual({});
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
    const [headings = '', ...rows] = readFileSync(sheetCopy('clean.csv'), 'utf8').trim().split('\n');
    const workbook = new exceljs.Workbook();
    for (const [name, row = ''] of [
      ['North', rows[0]],
      ['South', rows[1]],
    ] as const)
      workbook.addWorksheet(name).addRows([headings.split(','), row.split(',')]);
    const file = path.join(newFolder(), 'two.xlsx');
    await workbook.xlsx.writeFile(file);

    const north = await open(file);
    const sheetId = north.id;
    expect(north.sheetName).toBe('North');
    await ask(engine, 'edit', { sheetId, cells: [{ row: 2, field: 'name', value: 'Nord' }] });
    await ask(engine, 'read', { sheetId, change: { constants: { type: 'Trial' }, map: { type: null } } });
    const south = await ask(engine, 'read', { sheetId, change: { sheetName: 'South' } });
    expect(south).toMatchObject({
      sheetName: 'South',
      undo: null,
      constants: {},
      counts: { rows: 1, edited: 0 },
    });
    const back = await ask(engine, 'read', { sheetId, change: { sheetName: 'North' } });
    expect(back).toMatchObject({ constants: { type: 'Trial' }, counts: { edited: 1 } });
    const missing = await engine.handle('read', { sheetId, change: { sheetName: 'West' } });
    expect(missing).toMatchObject({ ok: false, error: { code: 'unknown-tab' } });
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

describe('a result that became an order sheet', () => {
  test('is not written over by the run it came from, so that its own results can still be made', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    account.push({ kind: 'drop-after' });
    account.push({ kind: 'failed-in-200', code: 1000004 });
    const submit = async (file: string) =>
      engine.submit(await engine.open(file, { connection: 'Acme', useDraft: false }), 'Acme');
    const first = await submit(sheetCopy('clean.csv'));
    expect(first.totals).toMatchObject({ unconfirmed: 1, rejected: 1 });
    const corrected = first.result ?? '';
    writeFileSync(corrected, readFileSync(corrected, 'utf8').replace(',acme-2,', ',acme-two,'));
    const theirs = readFileSync(corrected, 'utf8');
    const second = await submit(corrected);
    expect(second.totals).toMatchObject({ created: 1 });

    await engine.reconcile(first.runId ?? '');
    expect(readFileSync(corrected, 'utf8')).toBe(theirs);
    const anew = await engine.results(first.runId ?? '');
    expect(anew.path).not.toBe(corrected);
    expect(readFileSync(anew.path, 'utf8')).toContain(account.accepted()[0]?.cloudPbxId);
    expect((await engine.results(second.runId ?? '')).path).toBe(second.result);
  });
});
