import { expect, it } from 'vitest';
import type { RunSummary, Totals } from '../../app/engine/contract';
import { RunWatch } from '../../app/desktop/run-watch';

const totals: Totals = {
  rows: 4,
  created: 0,
  rejected: 0,
  skipped: 0,
  unconfirmed: 0,
  notSent: 4,
  invalid: 0,
};
const run = (state: RunSummary['state'], more: Partial<Totals> = {}, id = 'r1'): RunSummary => ({
  id,
  createdAt: 0,
  sheetName: 'a.csv',
  connection: 'sandbox',
  connectionKind: 'sandbox',
  operator: 'me',
  totals: { ...totals, ...more },
  state,
  stopReason: null,
});

function watched(): { watch: RunWatch; told: unknown[][] } {
  const told: unknown[][] = [];
  const watch = new RunWatch({
    keepAwake: (on) => told.push(['awake', on]),
    progress: (share, paused) => told.push(['progress', share, paused]),
    ended: ({ id, state }) => told.push(['ended', id, state]),
  });
  return { watch, told };
}

it('keeps the machine awake while a run goes on, but not while it is paused', () => {
  const { watch, told } = watched();
  watch.hear({ type: 'run-state', run: run('running'), message: '' });
  watch.hear({ type: 'run-state', run: run('paused', { created: 1, notSent: 3 }), message: '' });
  watch.hear({ type: 'run-state', run: run('finished', { created: 4, notSent: 0 }), message: '' });
  expect(told).toEqual([
    ['awake', true],
    ['progress', 0, false],
    ['awake', false],
    ['progress', 0.25, true],
    ['awake', false],
    ['progress', null, false],
    ['ended', 'r1', 'finished'],
  ]);
  expect(watch.runs).toEqual([]);
});

it('tells the end of no run it did not see going on, nor of one whose engine is gone', () => {
  const { watch, told } = watched();
  watch.hear({ type: 'run-state', run: run('stopped'), message: '' });
  watch.hear({ type: 'run-state', run: run('running'), message: '' });
  watch.forget();
  watch.hear({ type: 'run-state', run: run('stopped'), message: '' });
  expect(told.filter(([what]) => what === 'ended')).toEqual([]);
  expect(watch.runs).toEqual([]);
});
