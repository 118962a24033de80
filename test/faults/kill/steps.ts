import type { Ledger, OrderState } from '../../../app/ledger';
import type { Client } from '../../../app/ycm';

/** Every instant at which the kill test can end a process, in the order a run passes them. */
export const STEPS = [
  'before the batch is recorded',
  'the batch is recorded',
  'before the intent is recorded',
  'the intent is recorded',
  'the request is on its way',
  'the answer is here',
  'the answer is recorded',
  'looked up',
  'before the id is adopted',
  'the id is adopted',
  'ready again',
  'before the run is finished',
  'the run is finished',
  'before the result is written',
  'the result is written',
] as const;
export type Step = (typeof STEPS)[number];

/** Those that each order passes. */
export const STEPS_OF_AN_ORDER: readonly Step[] = STEPS.slice(2, 7);

const ON_ITS_WAY_MS = 15;
/** How slowly the sandbox must answer for a request to be seen on its way. */
export const SLOW_ANSWER_MS = 40;

export type OnStep = (step: Step) => void;

/** The ledger, telling when it is about to do something and when that is on disk. */
export function steppingLedger(ledger: Ledger, onStep: OnStep): Ledger {
  const around = async <T>(before: Step | null, after: Step | null, work: () => Promise<T>): Promise<T> => {
    if (before) onStep(before);
    const result = await work();
    if (after) onStep(after);
    return result;
  };
  const calls: Partial<Ledger> = {
    createBatch: (...given) =>
      around('before the batch is recorded', 'the batch is recorded', () => ledger.createBatch(...given)),
    transition: (batchId, row, from, to, facts) =>
      around(...aroundChange(from, to), () => ledger.transition(batchId, row, from, to, facts)),
    setBatch: (id, changes) =>
      changes.state === 'finished'
        ? around('before the run is finished', 'the run is finished', () => ledger.setBatch(id, changes))
        : ledger.setBatch(id, changes),
  };
  return new Proxy(ledger, {
    get(target, name, receiver) {
      const stepping: unknown = Reflect.get(calls, name, receiver);
      if (stepping !== undefined) return stepping;
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

function aroundChange(from: OrderState, to: OrderState): [Step | null, Step | null] {
  if (to === 'sending') return ['before the intent is recorded', 'the intent is recorded'];
  if (from === 'sending') return [null, 'the answer is recorded'];
  if (from === 'unconfirmed' && to === 'created') return ['before the id is adopted', 'the id is adopted'];
  if (from === 'unconfirmed' && to === 'ready') return [null, 'ready again'];
  return [null, null];
}

/** The client, telling when a request is on its way and when its answer is here. */
export function steppingClient(client: Client, onStep: OnStep): Client {
  return {
    ...client,
    async createCloudPbx(order, signal) {
      const answer = client.createCloudPbx(order, signal);
      // Once the sandbox, in another process, has it and before it answers.
      const flying = setTimeout(() => onStep('the request is on its way'), ON_ITS_WAY_MS);
      const known = await answer;
      clearTimeout(flying);
      onStep('the answer is here');
      return known;
    },
    async findByUrl(url) {
      const found = await client.findByUrl(url);
      onStep('looked up');
      return found;
    },
  };
}
