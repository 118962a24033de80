import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../app/engine';
import { ResultMarks } from '../../app/engine/result-marks';
import { engineFor, startAccount } from './account';
import { ask, eventually, newFolder, runEnded, sheetCopy } from './started-engine';

const read = (file: string): string => readFileSync(file, 'utf8');
const note = (file: string): string => {
  const noted = read(file).replace('Acme Branch 1,', 'Call her back,');
  writeFileSync(file, noted);
  return noted;
};
const names = (file: string): string[] =>
  readdirSync(path.dirname(file)).filter((name) => name.includes('.results'));
const submit = async (engine: Engine, file: string, out?: string) =>
  engine.submit(
    await engine.open(file, { connection: 'Acme', useDraft: false }),
    'Acme',
    out === undefined ? {} : { out },
  );

describe('a result that somebody wrote into', () => {
  test('is left as it is while its run goes on beside it, and the operator is told', async () => {
    const engine = await engineFor(await startAccount({ latencyMs: 5 }), newFolder());
    const file = sheetCopy('clean.csv');
    const result = file.replace('.csv', '.results.csv');
    const third = eventually(engine, (event) => event.type === 'run-row' && event.row.row === 4);
    const sheet = await ask(engine, 'openDropped', { path: file });
    const { create } = await ask(engine, 'plan', { sheetId: sheet.id, connection: 'Acme' });
    const ended = runEnded(engine);
    const asked = { sheetId: sheet.id, connection: 'Acme', confirmed: create };
    const { runId } = await ask(engine, 'create', asked);
    await third;
    await ask(engine, 'stopRun', { runId });
    await ended;
    const theirs = note(result);

    const outcome = await engine.resume(runId);
    expect(read(result)).toBe(theirs);
    const sibling = file.replace('.csv', '.results.2.csv');
    expect(outcome).toMatchObject({ result: sibling, totals: { created: 12 } });
    expect(outcome.resultNote).toBe(
      '"clean.results.csv" is not as PBX Orders wrote it, so this was written: "clean.results.2.csv".',
    );
    expect(read(sibling).match(/,created,/g)).toHaveLength(12);
    expect((await ask(engine, 'run', { runId })).result?.name).toBe('clean.results.2.csv');
  });

  test('asked for by name replaces what was there, and is left alone once somebody wrote into it', async () => {
    const account = await startAccount({ latencyMs: 1 });
    const engine = await engineFor(account, newFolder());
    const file = sheetCopy('clean.csv');
    const out = path.join(newFolder(), 'asked for.csv');
    writeFileSync(out, 'replaced, as a person asked for this very file');
    let theirs = '';
    const stop = engine.listen((event) => {
      if (event.type !== 'run-result' || theirs !== '') return;
      theirs = note(out);
      stop();
    });
    account.push({ kind: 'drop-after' });
    const first = await submit(engine, file, out);
    expect([first.result, first.totals.unconfirmed]).toEqual([out, 1]);
    expect(theirs).toContain('Call her back');
    await engine.reconcile(first.runId ?? '');
    expect(read(out)).toBe(theirs);
    const { path: again } = await engine.results(first.runId ?? '');
    expect(path.basename(again)).toBe('asked for.2.csv');
    expect(read(again).match(/,created,/g)).toHaveLength(12);
    expect(readdirSync(path.dirname(out)).sort()).toEqual(['asked for.2.csv', 'asked for.csv']);
  });

  test.each([
    ['in a byte alone, within the same moment', true],
    ['whatever it is now', false],
  ])('is known after a restart, changed %s', async (_how, sameSize) => {
    const account = await startAccount();
    const dataDir = newFolder();
    const first = await engineFor(account, dataDir);
    const { runId = '', result } = await submit(first, sheetCopy('clean.csv'));
    await first.close();
    const file = result ?? '';
    const theirs = sameSize ? read(file).replace('Acme Branch 1,', 'Acme Branch X,') : 'my notes';
    writeFileSync(file, theirs);
    const later = await engineFor(account, dataDir);
    expect(path.basename((await later.results(runId)).path)).toBe('clean.results.2.csv');
    expect(read(file)).toBe(theirs);
    // Its sibling is the run's own and is written anew; changed, it is left alone, too.
    expect(path.basename((await later.results(runId)).path)).toBe('clean.results.2.csv');
    expect(names(file)).toEqual(['clean.results.2.csv', 'clean.results.csv']);
  });

  test('is ours again when only its time differs, as of a copy put back', async () => {
    const engine = await engineFor(await startAccount(), newFolder());
    const { runId = '', result } = await submit(engine, sheetCopy('clean.csv'));
    utimesSync(result ?? '', new Date(0), new Date(0));
    expect(await engine.results(runId)).toMatchObject({ path: result, note: null });
  });

  test('does not make its run write over the result of another', async () => {
    const account = await startAccount();
    const engine = await engineFor(account, newFolder());
    const file = sheetCopy('clean.csv');
    const first = await submit(engine, file);
    const lines = read(file).replaceAll('acme-', 'zenith-');
    writeFileSync(file, lines);
    const second = await submit(engine, file);
    expect(path.basename(second.result ?? '')).toBe('clean.results.2.csv');
    const theirs = read(second.result ?? '');
    // The sheet of the first run is back, and its result has somebody's work in it.
    writeFileSync(file, lines.replaceAll('zenith-', 'acme-'));
    note(first.result ?? '');
    expect(path.basename((await engine.results(first.runId ?? '')).path)).toBe('clean.results.3.csv');
    expect(read(second.result ?? '')).toBe(theirs);
  });

  test('after it stood in for one that was open elsewhere gets the next plain name', async () => {
    const engine = await engineFor(await startAccount(), newFolder());
    const file = sheetCopy('clean.csv');
    const { runId = '', result } = await submit(engine, file);
    const mark = path.join(path.dirname(file), '.~lock.clean.results.csv#');
    writeFileSync(mark, '');
    const { path: meanwhile } = await engine.results(runId);
    expect(path.basename(meanwhile)).toBe('clean.results (2).csv');
    const [theirs, both] = [note(result ?? ''), note(meanwhile)];
    rmSync(mark);
    expect(path.basename((await engine.results(runId)).path)).toBe('clean.results.2.csv');
    expect([read(result ?? ''), read(meanwhile)]).toEqual([theirs, both]);
  });

  test('made from the ledger alone: the next one is a copy of the sheet again, under its name', async () => {
    const engine = await engineFor(await startAccount(), newFolder());
    const file = sheetCopy('clean.csv');
    const sheet = read(file);
    const { runId = '', result } = await submit(engine, file);
    rmSync(file);
    const { path: own } = await engine.results(runId);
    expect(path.basename(own)).toBe('clean.results.from-ledger.csv');
    const theirs = note(own);
    expect(path.basename((await engine.results(runId)).path)).toBe('clean.results.from-ledger.2.csv');
    expect(read(own)).toBe(theirs);
    writeFileSync(file, sheet);
    expect((await engine.results(runId)).path).toBe(result);
  });
});

test('made from the ledger alone: a name like a formula stays a text for spreadsheet programs', async () => {
  const engine = await engineFor(await startAccount(), newFolder());
  const file = sheetCopy('clean.csv');
  writeFileSync(file, read(file).replace('Acme Branch 1,', '=1+1,'));
  const { runId = '' } = await submit(engine, file);
  rmSync(file);
  const { path: own } = await engine.results(runId);
  expect(read(own)).toContain(",'=1+1,");
  expect(read(own)).not.toContain(',=1+1,');
});

describe('after a crash', () => {
  const contents = (text: string): { size: number; mtimeMs: number; sha256: string } => ({
    size: text.length,
    mtimeMs: 1,
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  test.each(['before the new file has its name', 'after it has'])('%s, the result is ours', async (when) => {
    const [dataDir, folder] = [newFolder(), newFolder()];
    const file = path.join(folder, 'orders.results.csv');
    const marks = new ResultMarks(dataDir).of('run-1');
    writeFileSync(file, 'old');
    await marks.record(file, contents('old'));
    await marks.record(file, contents('newer'));
    if (when.startsWith('after')) writeFileSync(file, 'newer');
    const later = new ResultMarks(dataDir).of('run-2');
    expect(await later.ownerOf(file)).toBe('run-1');
    // The same once more: what is there stays known, however often it ended before the name was given.
    await later.record(file, contents('newest'));
    expect(await new ResultMarks(dataDir).of('run-2').ownerOf(file)).toBe('run-2');
    writeFileSync(file, 'other');
    expect(await new ResultMarks(dataDir).of('run-2').ownerOf(file)).toBeNull();
  });
});
