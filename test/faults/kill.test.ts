import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram, programEnvironment } from './kill/bundle-program.mjs';
import { killRun } from './kill/kill-run';
import { atStep, RandomKills, seeded, sum } from './kill/schedules';
import { STEPS } from './kill/steps';

const environment = programEnvironment();
let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pbx-kill-'));
  program = await bundleProgram('test/faults/kill/child.ts', folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SOUND = {
  twice: 0,
  lostInLedger: 0,
  lostInResult: 0,
  wrongTotals: 0,
  unsettled: 0,
  chainBroken: false,
};

describe('a process killed in the middle of a run, started again until it is done', () => {
  it.each(STEPS)('creates each PBX once and loses no id: %s', async (step) => {
    const figures = await killRun({ program, environment, folder, orders: 4, ...atStep(step, 1) });
    expect(figures).toMatchObject({ ...SOUND, accepted: 4, kills: 1 });
  });

  it.each(['the intent is recorded', 'the answer is here', 'the answer is recorded'] as const)(
    'creates each PBX once and loses no id: %s, for a later order',
    async (step) => {
      const figures = await killRun({ program, environment, folder, orders: 4, ...atStep(step, 2) });
      expect(figures).toMatchObject({ ...SOUND, accepted: 4, kills: 1 });
    },
  );

  it('creates each PBX once and loses no id: at random instants, with a bad network', async () => {
    const randomKills = new RandomKills(seeded(20261124));
    let figures = sum([]);
    while (figures.kills < 10) {
      const run = await killRun({ program, environment, folder, orders: 8, ...randomKills.schedule(6) });
      randomKills.learn(run);
      figures = sum([figures, run]);
      expect(figures).toMatchObject(SOUND);
    }
  }, 120_000);
});
