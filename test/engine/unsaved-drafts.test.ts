import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Drafts, EMPTY_DRAFT, type Draft } from '../../app/engine/drafts';
import { unsavedWords } from '../../app/engine/failure-words';
import { ask, eventually, newFolder, sheetCopy, startEngine } from './started-engine';

const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
const named = (sheetName: string): Draft => ({ ...EMPTY_DRAFT, sheetName });

/** Drafts on a disk that is full until told otherwise. */
function onFullDisk() {
  const disk = { full: true, written: [] as (string | null)[], reports: 0, tries: 0 };
  const heard: unknown[] = [];
  const listeners = new Set<(why: unknown) => void>();
  const drafts = new Drafts(newFolder(), {
    told: (why) => {
      heard.push(why);
      for (const listener of listeners) listener(why);
    },
    report: () => void disk.reports++,
    retryAfterMs: 1,
    write: async (_file, draft) => {
      disk.tries++;
      if (disk.full) throw full;
      disk.written.push(draft.sheetName);
    },
  });
  onTestFinished(() => drafts.close());
  const next = (wanted: (why: unknown) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const listener = (why: unknown): void => {
        if (!wanted(why)) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  return { disk, drafts, heard, next };
}

describe('work that can’t be saved', () => {
  test('is told, tried again until it can, and then told to be safe; it is logged once', async () => {
    const { disk, drafts, heard, next } = onFullDisk();
    drafts.saveSoon('a', () => named('first'));
    await drafts.flush();
    expect(heard).toEqual([full]);
    await next((why) => why === full);
    const safe = next((why) => why === null);
    disk.full = false;
    await safe;
    expect(disk).toMatchObject({ written: ['first'], reports: 1 });
    expect(disk.tries).toBeGreaterThanOrEqual(3);
    drafts.saveSoon('a', () => named('second'));
    const before = heard.length;
    await drafts.flush();
    expect([disk.written.at(-1), heard.length]).toEqual(['second', before]);
  });

  test('is what is read when its file is opened again, and only the newest of it is written', async () => {
    const { disk, drafts, next } = onFullDisk();
    drafts.saveSoon('a', () => named('first'));
    await drafts.flush();
    expect((await drafts.load('a'))?.sheetName).toBe('first');
    drafts.saveSoon('a', () => named('second'));
    await drafts.flush();
    const safe = next((why) => why === null);
    disk.full = false;
    await safe;
    expect(disk.written).toEqual(['second']);
  });

  test('is safe only when all of it is', async () => {
    const { disk, drafts, heard, next } = onFullDisk();
    for (const sha256 of ['a', 'b', 'c']) drafts.saveSoon(sha256, () => named(sha256));
    await drafts.flush();
    const safe = next((why) => why === null);
    disk.full = false;
    await safe;
    expect(disk.written.toSorted()).toEqual(['a', 'b', 'c']);
    expect(heard.filter((why) => why === null)).toHaveLength(1);
  });

  test('is not tried again after the end', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { drafts } = onFullDisk();
    drafts.saveSoon('a', () => named('first'));
    await drafts.flush();
    expect(vi.getTimerCount()).toBe(1);
    await drafts.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is said to the operator in the window, and is there after a restart', async () => {
    const dataDir = newFolder();
    const drafts = path.join(dataDir, 'drafts');
    writeFileSync(drafts, 'where the folder should be');
    const engine = await startEngine(dataDir, { report: () => {} });
    const sheet = await ask(engine, 'openDropped', { path: sheetCopy('clean.csv') });
    const { folder } = sheet.file;
    const unsaved = eventually(engine, (event) => event.type === 'unsaved' && event.message !== null);
    await ask(engine, 'edit', { sheetId: sheet.id, cells: [{ row: 2, field: 'name', value: 'New name' }] });
    await ask(engine, 'closeSheet', { sheetId: sheet.id });
    expect(await unsaved).toMatchObject({ message: expect.stringContaining("can't be saved in") });
    const file = path.join(folder, 'clean.csv');
    expect((await ask(engine, 'openDropped', { path: file })).counts.edited).toBe(1);
    rmSync(drafts);
    const saved = eventually(engine, (event) => event.type === 'unsaved' && event.message === null);
    await ask(engine, 'openDropped', { path: file });
    await saved;
    await engine.close();
    const later = await startEngine(dataDir);
    expect((await ask(later, 'openDropped', { path: file })).counts.edited).toBe(1);
  });

  test('on a full disk is said so, with what to do', () => {
    expect(unsavedWords('/data', full)).toMatch(/^The disk with "\/data" is full.*Free some space/);
    expect(unsavedWords('/data', new Error('strange'))).toContain('unknown error');
  });
});
