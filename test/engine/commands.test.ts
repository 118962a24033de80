import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, newFolder, sheetCopy, startEngine } from './started-engine';

describe('commands', () => {
  test('what is unknown or malformed is refused, and nothing throws', async () => {
    const engine = await startEngine(newFolder());
    const refused = { ok: false, error: { code: 'bad-request' } };
    expect(await engine.handle('format-disk', {})).toMatchObject(refused);
    expect(await engine.handle('constructor', {})).toMatchObject(refused);
    expect(await engine.handle('rows', { sheetId: 'x', filter: {}, from: -1, count: 10 })).toMatchObject(
      refused,
    );
    expect(await engine.handle('openDropped', { path: 7 })).toMatchObject(refused);
    expect(await engine.handle('openDropped', { path: 'a.csv', extra: true })).toMatchObject(refused);
    expect(await engine.handle('undo', { sheetId: 'gone' })).toMatchObject({
      error: { code: 'unknown-sheet' },
    });
    expect(await engine.handle('run', { runId: 'gone' })).toMatchObject({ error: { code: 'unknown-run' } });
  });

  test('files that are no order sheets get one clear sentence each', async () => {
    const engine = await startEngine(newFolder());
    const folder = newFolder();
    const made: [string, string | Buffer][] = [
      ['empty.csv', ''],
      ['really.xlsx', '%PDF-1.7 …'],
    ];
    for (const [name, content] of made) writeFileSync(path.join(folder, name), content);
    for (const name of ['missing.csv', '.', 'empty.csv', 'really.xlsx']) {
      const reply = await engine.handle('openDropped', { path: path.join(folder, name) });
      expect(reply).toMatchObject({ ok: false });
      expect(JSON.stringify(reply)).not.toMatch(/ at .*\.ts|Error:/);
    }
    expect((await ask(engine, 'home', {})).recent).toEqual([]);
  });

  test('every sample opens as a copy in the data folder, where results can be written, and a sheet whose file was moved is said to be gone', async () => {
    const dataDir = newFolder();
    const engine = await startEngine(dataDir);
    for (const name of ['new-branches', 'needs-fixing', 'order-form'] as const) {
      const view = await ask(engine, 'openSample', { name });
      expect(view.file.folder).toBe(path.join(dataDir, 'samples'));
      expect(view.counts.rows).toBeGreaterThan(0);
    }
    const file = sheetCopy('clean.csv');
    const { file: opened } = await ask(engine, 'openDropped', { path: file });
    rmSync(file);
    expect((await ask(engine, 'home', {})).recent[0]).toMatchObject({ name: 'clean.csv', found: false });
    expect(await engine.handle('openRecent', { sha256: opened.sha256 })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});
