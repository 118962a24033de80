import type { Fault } from '../../../app/ycm';
import type { KillRunFigures, KillRunOptions } from './kill-run';
import type { Step } from './steps';

/** Two orders whose outcome is unknown: one was created, one was not. */
const DOUBT: readonly Fault[] = [{ kind: 'drop-after' }, { kind: 'drop-before' }];

/** Kills the process once, at a step's nth time, while two orders meet a fault. */
export function atStep(step: Step, time: number): Pick<KillRunOptions, 'faults' | 'kill'> {
  return {
    faults: (start) => (start === 0 ? DOUBT : []),
    kill: (start) => (start === 0 ? { step, time } : null),
  };
}

const FAULTS: readonly Fault[] = [
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'tear' },
  { kind: 'garbage' },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 502, done: true },
  { kind: 'failed-in-200', code: 1000001, done: true },
  { kind: 'failed-in-200', code: 1000012 },
  { kind: 'failed-in-200', code: 1000004 },
  { kind: 'status', status: 429, code: 1000040 },
  { kind: 'expire-token' },
  { kind: 'delay', ms: 20 },
  { on: 'lookup', kind: 'status', status: 503 },
  { on: 'lookup', kind: 'drop-before' },
];

/** Kills the process at random instants of its life, `most` times at most, with some faults before each start. */
export function atRandom(
  random: () => number,
  lifeMs: number,
  most: number,
): Pick<KillRunOptions, 'faults' | 'kill'> {
  const pick = (): Fault => FAULTS[Math.floor(random() * FAULTS.length)] ?? { kind: 'tear' };
  return {
    faults: () => Array.from({ length: Math.floor(random() * 4) }, pick),
    kill: (start) => (start < most ? { afterMs: lifeMs * (0.2 + 0.8 * random()) } : null),
  };
}

/** Numbers from 0 up to 1 that a seed decides (mulberry32), so that a run can be had again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The figures of several runs as those of one. */
export function sum(runs: readonly KillRunFigures[]): KillRunFigures {
  const total = (of: (run: KillRunFigures) => number): number => runs.reduce((all, run) => all + of(run), 0);
  return {
    orders: total((run) => run.orders),
    kills: total((run) => run.kills),
    starts: total((run) => run.starts),
    accepted: total((run) => run.accepted),
    twice: total((run) => run.twice),
    lostInLedger: total((run) => run.lostInLedger),
    lostInResult: total((run) => run.lostInResult),
    wrongTotals: total((run) => run.wrongTotals),
    unsettled: total((run) => run.unsettled),
    chainBroken: runs.some((run) => run.chainBroken),
  };
}

export function isSound(figures: KillRunFigures): boolean {
  const { twice, lostInLedger, lostInResult, wrongTotals, unsettled, chainBroken } = figures;
  return twice + lostInLedger + lostInResult + wrongTotals + unsettled === 0 && !chainBroken;
}
