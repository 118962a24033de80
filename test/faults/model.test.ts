import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultsOf, type Decision } from '../../app/runs';
import { actions, type Action } from './model/actions';
import { ModelWorld } from './model/model-world';

const SUB_DOMAINS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

async function act(world: ModelWorld, action: Action): Promise<void> {
  const runs = await world.runs();
  const run = 'run' in action ? runs[action.run % Math.max(1, runs.length)] : undefined;
  switch (action.do) {
    case 'submit':
      return world.submit(action.sheet, action.interrupt);
    case 'continue':
      return run && world.send(run.id, action.interrupt);
    case 'reconcile':
      await (run && world.reconcile(run.id));
      return;
    case 'decide':
      return run && decide(world, run.id, action);
    case 'edit': {
      const sheet = world.sheets[action.sheet];
      const value = action.field === 'name' ? `name ${action.value}` : SUB_DOMAINS[action.value];
      const row = String(action.row + 2);
      if (sheet && value)
        sheet.edits = { ...sheet.edits, [row]: { ...sheet.edits[row], [action.field]: value } };
      return;
    }
    case 'wait':
      return world.wait(action.seconds * 1000);
    case 'fault':
      return world.sandbox.push(action.fault);
    case 'restart':
      return world.restart();
    case 'stranger':
      return world.stranger(SUB_DOMAINS[action.url] ?? 'one');
  }
}

/** A person who has looked in YCM's own pages decides by what is there. */
async function decide(
  world: ModelWorld,
  runId: string,
  { row: at, choice }: Extract<Action, { do: 'decide' }>,
): Promise<void> {
  const doubtful = await world.ledger.orders(runId, { states: ['unconfirmed'] });
  const order = doubtful[at % Math.max(1, doubtful.length)];
  if (!order?.url) return;
  await world.allArrived();
  const there = world.found(order.url);
  const about = { row: order.row, by: 'Ben' };
  const decision: Decision | null =
    choice === 'leave'
      ? { choice, ...about }
      : choice === 'send-again'
        ? there === null
          ? { choice, ...about }
          : null
        : choice === 'adopt'
          ? there !== null && !world.isStrangers(there)
            ? { choice, cloudPbxId: there, ...about }
            : null
          : { choice: 'adopt', cloudPbxId: '42100', ...about };
  if (decision) await world.reconcile(runId, [decision]);
}

/** The network is well again and the person settles what they are asked, until nothing is left. */
async function untilSettled(world: ModelWorld): Promise<void> {
  for (let round = 0; round < 10; round++) {
    const open = (await world.runs()).filter((one) => one.state === 'open');
    if (open.length === 0) return;
    for (const { id } of open) {
      // Faults that were not struck yet strike in the first rounds.
      await world.wait(200_000);
      for (const { row, outcome, cloudPbxId } of await world.reconcile(id)) {
        if (outcome !== 'differs' || cloudPbxId === null) continue;
        const about = { row, by: 'Ben' };
        const ours = !world.isStrangers(cloudPbxId);
        await world.reconcile(id, [
          ours ? { choice: 'adopt', cloudPbxId, ...about } : { choice: 'send-again', ...about },
        ]);
      }
      await world.send(id, null);
    }
  }
}

async function check(world: ModelWorld, duplicates: boolean): Promise<void> {
  const ours = world.sandbox.accepted().filter((one) => !world.isStrangers(one.cloudPbxId));
  const runs = await world.runs();
  const inLedger = new Set<string>();
  const inResults = new Set<string>();
  for (const { id } of runs) {
    for (const order of await world.ledger.orders(id, { states: ['created'] }))
      inLedger.add(order.cloudPbxId ?? '');
    for (const result of await resultsOf(world.ledger, id)) inResults.add(result.cloudPbxId ?? '');
  }
  expect(world.truth.violations).toEqual([]);
  expect(world.wrongTotals).toEqual([]);
  expect(runs.filter((one) => one.state === 'open').map((one) => one.id)).toEqual([]);
  const urls = ours.map((one) => one.url.toLowerCase());
  expect(urls, `duplicates ${duplicates}`).toEqual([...new Set(urls)]);
  expect(ours.filter((one) => !inLedger.has(one.cloudPbxId))).toEqual([]);
  expect(ours.filter((one) => !inResults.has(one.cloudPbxId))).toEqual([]);
  expect(await world.ledger.verifyChain()).toMatchObject({ ok: true });
}

describe('whatever people, network and machine do', () => {
  it.each([
    ['a YCM that creates whatever it is asked to', true],
    ['a YCM that refuses a taken address', false],
  ])(
    'no order is created twice, no id is lost and the totals add up, with %s',
    async (_title, duplicates) => {
      await fc.assert(
        fc.asyncProperty(actions, async (sequence) => {
          const folder = mkdtempSync(path.join(tmpdir(), 'pbx-model-'));
          const world = await ModelWorld.open(folder, duplicates);
          try {
            for (const action of sequence)
              if (action.do !== 'stranger' || !duplicates) await act(world, action);
            world.sandbox.always(null);
            await untilSettled(world);
            await check(world, duplicates);
          } finally {
            await world.close();
            rmSync(folder, { recursive: true, force: true });
          }
        }),
        {
          numRuns: Number(process.env['MODEL_RUNS'] ?? 12),
          endOnFailure: false,
          interruptAfterTimeLimit: 600_000,
        },
      );
    },
    600_000,
  );
});
