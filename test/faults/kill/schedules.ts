import type { Fault } from '../../../app/ycm';
import type { KillRunFigures, KillRunOptions } from './kill-run';
import { SLOW_ANSWER_MS, type Step } from './steps';

export type Schedule = Pick<KillRunOptions, 'faults' | 'kill' | 'latencyMs'>;

const LATENCY_MS = 3;

/** Two orders are answered as they should be, then two are not: one was created, one was not. */
const DOUBT: readonly Fault[] = [
  { kind: 'delay', ms: 0 },
  { kind: 'delay', ms: 0 },
  { kind: 'drop-after' },
  { kind: 'drop-before' },
];

/** Kills the process once, at a step's nth time, while two orders meet a fault. */
export function atStep(step: Step, time: number): Schedule {
  return {
    latencyMs: step === 'the request is on its way' ? SLOW_ANSWER_MS : LATENCY_MS,
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

/** Kills at random instants of a process's life, whose length it learns from the lives that ended too soon. */
export class RandomKills {
  readonly #random: () => number;
  #lifeMs = 350;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** At most `most` kills, with some faults before each start. */
  schedule(most: number): Schedule {
    return {
      latencyMs: LATENCY_MS,
      faults: () => Array.from({ length: Math.floor(this.#random() * 4) }, () => this.#fault()),
      kill: (start) => (start < most ? { afterMs: this.#lifeMs * (0.2 + 0.8 * this.#random()) } : null),
    };
  }

  /** Call with what came of a schedule: half of the kills should fall into a life. */
  learn({ kills, starts }: KillRunFigures): void {
    this.#lifeMs *= kills * 2 < starts ? 0.75 : 1.1;
  }

  #fault(): Fault {
    return FAULTS[Math.floor(this.#random() * FAULTS.length)] ?? { kind: 'tear' };
  }
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
