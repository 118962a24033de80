/** `npm run faults -- --kills N [--seed N]`: kills a process N times in the middle of runs and prints what became of the orders. */
import { parseArgs } from 'node:util';
import { killRun, type KillRunFigures } from './kill-run';
import { atStep, isSound, RandomKills, seeded, sum, type Schedule } from './schedules';
import { STEPS, STEPS_OF_AN_ORDER } from './steps';

const ORDERS = 12;
const KILLS_A_RUN = 8;
const RANDOM = 'random instants';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    program: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
  },
});
const { program, folder } = values;
const wanted = Number(values.kills);
const randomKills = new RandomKills(seeded(Number(values.seed)));

/** Every step at its first and a later time, then random instants until there were enough kills. */
function* schedules(): Generator<{ title: string } & Schedule> {
  for (const time of [1, 2, 5, 9])
    for (const step of time === 1 ? STEPS : STEPS_OF_AN_ORDER)
      yield { title: `${step} (time ${time})`, ...atStep(step, time) };
  for (;;) yield { title: RANDOM, ...randomKills.schedule(KILLS_A_RUN) };
}

async function main(): Promise<void> {
  const runs: KillRunFigures[] = [];
  let kills = 0;
  let unsound = 0;
  console.log(`Seed ${values.seed}`);
  for (const { title, ...schedule } of schedules()) {
    if (kills >= wanted) break;
    const figures = await killRun({ program, folder, environment: process.env, orders: ORDERS, ...schedule });
    if (title === RANDOM) randomKills.learn(figures);
    runs.push(figures);
    kills += figures.kills;
    if (!isSound(figures)) {
      unsound++;
      console.log(`NOT SOUND, ${title}: ${JSON.stringify(figures)}`);
    }
    if (runs.length % 20 === 0) console.log(`${kills} kills in ${runs.length} runs …`);
  }
  const { twice, lostInLedger, lostInResult, wrongTotals, unsettled, chainBroken, ...all } = sum(runs);
  console.log(`
${runs.length} runs of ${ORDERS} orders: ${all.kills} kills, ${all.starts} starts, ${all.accepted} PBXs created
orders created more than once:          ${twice}
ids missing in the ledger:              ${lostInLedger}
ids missing in the result sheet:        ${lostInResult}
rows of results without a final status: ${unsettled}
runs whose totals don't add up:         ${wrongTotals}
audit trails that don't verify:         ${chainBroken ? 'some' : 0}`);
  process.exitCode = unsound > 0 ? 1 : 0;
}

void main();
