import * as fc from 'fast-check';
import type { Fault } from '../../../app/ycm';

/** What a person, the network or the machine may do next. Numbers choose among what there is. */
export type Action =
  | { do: 'submit'; sheet: number; interrupt: Interrupt }
  | { do: 'continue'; run: number; interrupt: Interrupt }
  | { do: 'reconcile'; run: number }
  | { do: 'decide'; run: number; row: number; choice: 'adopt' | 'adopt-wrong' | 'send-again' | 'leave' }
  | { do: 'edit'; sheet: number; row: number; field: 'name' | 'subDomain'; value: number }
  | { do: 'wait'; seconds: number }
  | { do: 'fault'; fault: Fault }
  | { do: 'restart' }
  | { do: 'stranger'; url: number };

/** What happens during a run at its nth order: a person pauses or stops, or the process dies at one of two moments. */
export type Interrupt = {
  at: number;
  how: 'pause' | 'stop' | 'die-before-answer' | 'die-before-intent';
} | null;

export const ROWS = 4;

const nth = (below: number): fc.Arbitrary<number> => fc.nat(below - 1);

const interrupt: fc.Arbitrary<Interrupt> = fc.option(
  fc.record({
    at: fc.integer({ min: 1, max: ROWS }),
    how: fc.constantFrom('pause', 'stop', 'die-before-answer', 'die-before-intent'),
  }),
);

const fault: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'tear' },
  { kind: 'garbage' },
  { kind: 'hang', done: true },
  { kind: 'delay', ms: 180 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 502, done: true },
  { kind: 'status', status: 429 },
  { kind: 'failed-in-200', code: 1000001, done: true },
  { kind: 'failed-in-200', code: 1000004 },
  { kind: 'failed-in-200', code: 1000043 },
  { kind: 'expire-token' },
  { on: 'token', kind: 'tear' },
  { on: 'lookup', kind: 'drop-before' },
  { on: 'list', kind: 'drop-before' },
);

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('submit' as const), sheet: nth(2), interrupt }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('continue' as const), run: fc.nat(9), interrupt }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reconcile' as const), run: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      run: fc.nat(9),
      row: nth(ROWS),
      choice: fc.constantFrom('adopt', 'adopt-wrong', 'send-again', 'leave'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      sheet: nth(2),
      row: nth(ROWS),
      field: fc.constantFrom('name', 'subDomain'),
      value: nth(8),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: nth(300) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('fault' as const), fault }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stranger' as const), url: nth(6) }) },
);

export const actions = fc.array(action, { minLength: 4, maxLength: 16 });
