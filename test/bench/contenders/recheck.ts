import type { Engine } from '../../../app/engine';
import { benchEngine, removeFolders } from './bench-engine';

const EDITS = 200;
const PAGE = 60;

type Ready = { engine: Engine; sheetId: string; rows: number };

/** A sheet that is open and was worked on a little, as one is after the first minute. */
export async function prepare({ file }: { file: string }): Promise<Ready> {
  const engine = await benchEngine();
  const opened = await engine.handle('openDropped', { path: file });
  if (!opened.ok) throw new Error(opened.error.message);
  const ready = { engine, sheetId: opened.value.id, rows: opened.value.counts.rows };
  for (let at = 0; at < EDITS; at++) await editOnce(ready, at);
  return ready;
}

/** A cell is changed and the window gets its sheet and its rows again: the median of many. */
export async function run(_input: unknown, ready: Ready): Promise<{ ms: number; facts: { edits: number } }> {
  const times: number[] = [];
  for (let at = 0; at < EDITS; at++) {
    const start = performance.now();
    await editOnce(ready, EDITS + at);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { ms: times[EDITS / 2] ?? Number.NaN, facts: { edits: EDITS } };
}

export async function finish({ engine }: Ready): Promise<void> {
  await engine.close();
  removeFolders();
}

/** Now a name, now an address that nobody has: the ledger is asked about it. */
async function editOnce({ engine, sheetId, rows }: Ready, at: number): Promise<void> {
  const row = 2 + ((at * 37) % rows);
  const [field, value] = at % 2 ? ['name', `Branch ${at} renamed`] : ['subDomain', `moved-${at}`];
  const edited = await engine.handle('edit', { sheetId, cells: [{ row, field, value }] });
  const from = Math.max(0, row - PAGE);
  const page = await engine.handle('rows', { sheetId, filter: {}, from, count: PAGE });
  if (!edited.ok || !page.ok) throw new Error('An edit was refused.');
}
