import { describe, expect, test } from 'vitest';
import type { Engine, RunOutcome } from '../../app/engine';
import { newFolder, sheetCopy, startEngine } from './started-engine';

const submit = async (engine: Engine, file: string): Promise<RunOutcome> =>
  engine.submit(await engine.open(file, { connection: 'sandbox', useDraft: false }), 'sandbox');

describe('the main job: open, plan, create, get the sheet back', () => {
  test('clean.csv comes back with an id on every row', async () => {
    const engine = await startEngine(newFolder());
    const file = sheetCopy('clean.csv');
    const outcome = await submit(engine, file);
    expect(outcome.totals).toMatchObject({ created: outcome.totals.rows, notSent: 0 });
  });
});
