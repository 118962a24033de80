import { describe, expect, it } from 'vitest';
import type { OrderState } from '../../app/ledger';
import { reconcile, resultsOf, type StopReason } from '../../app/runs';
import type { Fault } from '../../app/ycm';
import { clockAt, freshAccount, freshLedger, many, recordOrders, sit } from '../runs/world';

/** How long an answer is waited for: shortly where none comes. */
const patience = ({ kind }: Fault): number => (kind === 'hang' ? 150 : 5000);
const LATE_MS = 150;
const MIN_AGE_MS = 120_000;

/** What an order is after one sitting in which a fault met it, and why the run stopped. */
type Row = {
  title: string;
  fault: Fault;
  state: OrderState;
  /** Whether the PBX exists by then. */
  created: boolean;
  stopped?: StopReason['code'];
};
const row = (
  title: string,
  fault: Fault,
  state: OrderState,
  created: boolean,
  stopped?: StopReason['code'],
): Row => ({ title, fault, state, created, ...(stopped && { stopped }) });

/** The fault strikes before YCM does anything, while it does, or once it is done. */
const CREATES: readonly Row[] = [
  row('before: the connection is cut', { kind: 'drop-before' }, 'unconfirmed', false),
  row('before: no answer ever comes', { kind: 'hang' }, 'unconfirmed', false),
  row('before: the server is down for a moment', { kind: 'refuse', ms: 60 }, 'created', true),
  ...[500, 502, 503, 504].map((status) =>
    row(`before: HTTP ${status}`, { kind: 'status', status }, 'unconfirmed', false),
  ),
  ...[302, 403, 404, 407].map((status) =>
    row(`before: a page that is not YCM's, HTTP ${status}`, { kind: 'status', status }, 'unconfirmed', false),
  ),
  row('before: HTTP 429', { kind: 'status', status: 429 }, 'created', true),
  row('before: HTTP 429 with Retry-After', { kind: 'status', status: 429, retryAfter: '7' }, 'created', true),
  row('before: HTTP 401', { kind: 'status', status: 401 }, 'created', true),
  ...[1000001, 1000012, 1000030, 1000031].flatMap((code) => [
    row(`before: ${code} in HTTP 200`, { kind: 'failed-in-200', code }, 'unconfirmed', false),
    row(`before: ${code} in HTTP 500`, { kind: 'status', status: 500, code }, 'unconfirmed', false),
  ]),
  ...[1000002, 1000033, 1000042, 1000043].map((code) =>
    row(`before: ${code}, not allowed`, { kind: 'failed-in-200', code }, 'ready', false, 'denied'),
  ),
  ...[1000004, 1000005, 3000123].flatMap((code) => [
    row(`before: ${code} in HTTP 200`, { kind: 'failed-in-200', code }, 'rejected', false),
    row(`before: ${code} in HTTP 400`, { kind: 'status', status: 400, code }, 'rejected', false),
  ]),
  ...[1000035, 1000036, 1000011].map((code) =>
    row(`before: ${code}, the token is no good`, { kind: 'failed-in-200', code }, 'created', true),
  ),
  row('before: 1000040, too many requests', { kind: 'failed-in-200', code: 1000040 }, 'created', true),
  row('before: the token expires on its way', { kind: 'expire-token' }, 'created', true),
  row('during: the answer is late, but comes', { kind: 'delay', ms: 20 }, 'created', true),
  row('during: the answer is torn', { kind: 'tear' }, 'unconfirmed', true),
  row('during: no answer ever comes', { kind: 'hang', done: true }, 'unconfirmed', true),
  row('after: the connection is cut', { kind: 'drop-after' }, 'unconfirmed', true),
  row('after: an answer that is not YCM’s', { kind: 'garbage' }, 'unconfirmed', true),
  ...[500, 502, 503, 504].map((status) =>
    row(`after: HTTP ${status}`, { kind: 'status', status, done: true }, 'unconfirmed', true),
  ),
  ...[1000001, 1000012, 1000030, 1000031].map((code) =>
    row(`after: ${code} in HTTP 200`, { kind: 'failed-in-200', code, done: true }, 'unconfirmed', true),
  ),
];

/** Whether the token is good when the order is sent, or YCM has just let it expire. */
const TOKENS: readonly { title: string; before: readonly Fault[] }[] = [
  { title: 'a good token', before: [] },
  { title: 'a token that has just expired', before: [{ kind: 'expire-token' }] },
];

async function world(timeoutMs: number) {
  const clock = clockAt();
  const ledger = await freshLedger(undefined, clock.now);
  const account = await freshAccount(clock, { duplicates: true, timeoutMs });
  const batchId = await recordOrders(ledger, account.connection, many(2));
  await account.client.signIn();
  // Time passes only while a run waits, and so does the outage of a server that is down.
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(ms, 30)));
  const sitting = () => sit(ledger, account.client, batchId, { now: clock.now, sleep });
  const settle = () => reconcile({ ledger, client: account.client, batchId, now: clock.now });
  return { ...account, clock, ledger, batchId, sitting, settle };
}

describe.each(TOKENS)('creating a PBX with $title', ({ before }) => {
  it.each(CREATES)('$title: once, and its id is known in the end', async (one) => {
    const { sandbox, ledger, batchId, clock, sitting, settle } = await world(patience(one.fault));
    for (const fault of before) sandbox.push(fault);
    sandbox.push(one.fault);
    const { outcome } = await sitting();
    expect((await ledger.order(batchId, 2))?.state).toBe(one.state);
    expect(outcome.stopped?.code).toBe(one.stopped);
    const first = () => sandbox.accepted().filter((pbx) => pbx.url.startsWith('pbx-1.'));
    expect(first()).toHaveLength(one.created ? 1 : 0);

    clock.advance(MIN_AGE_MS);
    await settle();
    await sitting();
    const results = await resultsOf(ledger, batchId);
    expect(await ledger.batch(batchId)).toMatchObject({ state: 'finished', stopReason: null });
    expect(
      results
        .map((result) => result.cloudPbxId)
        .filter(Boolean)
        .sort(),
    ).toEqual(
      sandbox
        .accepted()
        .map((pbx) => pbx.cloudPbxId)
        .sort(),
    );
    expect(first()).toHaveLength(one.state === 'rejected' ? 0 : 1);
    expect(results[1]?.status).toBe('created');
  });
});

describe('an order that is carried out after its sender gave up', () => {
  it('is neither sent again nor lost', async () => {
    const { sandbox, ledger, batchId, clock, sitting, settle } = await world(LATE_MS);
    sandbox.push({ kind: 'delay', ms: LATE_MS * 2 });
    await sitting();
    expect((await ledger.order(batchId, 2))?.state).toBe('unconfirmed');
    expect(await settle()).toMatchObject([{ outcome: 'too-recent' }]);
    await expect.poll(() => sandbox.accepted().length).toBe(2);
    clock.advance(MIN_AGE_MS);
    expect(await settle()).toMatchObject([{ outcome: 'adopted' }]);
    await sitting();
    expect(sandbox.accepted()).toHaveLength(2);
  });
});

const TOKEN_FAULTS: readonly [string, Fault, StopReason['code'] | undefined][] = [
  ['the connection is cut', { kind: 'drop-before' }, undefined],
  ['the answer is torn', { kind: 'tear' }, undefined],
  ['the connection is cut after the answer', { kind: 'drop-after' }, undefined],
  ['no answer ever comes', { kind: 'hang' }, undefined],
  ['HTTP 503', { kind: 'status', status: 503 }, undefined],
  ['HTTP 429', { kind: 'status', status: 429, code: 1000040 }, undefined],
  ['a page that is not YCM’s', { kind: 'garbage' }, undefined],
  ['1000033, the secret is wrong', { kind: 'failed-in-200', code: 1000033 }, 'denied'],
  ['1000042, not allowed', { kind: 'failed-in-200', code: 1000042 }, 'denied'],
];

describe('getting a token in the middle of a run', () => {
  it.each(TOKEN_FAULTS)(
    '%s: nothing is sent without one, nothing is unconfirmed',
    async (_title, fault, stopped) => {
      const { sandbox, ledger, batchId, sitting } = await world(patience(fault));
      sandbox.push({ kind: 'expire-token' });
      // A refused refresh is tried once more with the secret, so what shall stop the run must last.
      if (stopped) sandbox.always({ on: 'token', ...fault });
      else sandbox.push({ on: 'token', ...fault });
      const { outcome } = await sitting();
      expect(outcome.unconfirmed).toBe(0);
      expect(outcome.stopped?.code).toBe(stopped);
      sandbox.always(null);
      if (stopped) await sitting();
      expect(await ledger.counts(batchId)).toMatchObject({ created: 2 });
      expect(sandbox.accepted()).toHaveLength(2);
    },
  );
});

const LOOKUP_FAULTS: readonly Fault[] = [
  { kind: 'drop-before' },
  { kind: 'tear' },
  { kind: 'hang' },
  { kind: 'garbage' },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 503 },
  { kind: 'failed-in-200', code: 1000001 },
  { kind: 'failed-in-200', code: 1000043 },
];

describe.each([
  ['the question by address', 'lookup', 'adopted'],
  ['the list', 'list', 'adopted'],
  ['every question', 'any', 'unknown'],
] as const)('%s failing while reconciling', (_title, on, outcome) => {
  it.each(LOOKUP_FAULTS)('is never taken for an absent PBX: %o', async (fault) => {
    const { sandbox, ledger, batchId, clock, sitting, settle } = await world(patience(fault));
    sandbox.push({ kind: 'drop-after' });
    await sitting();
    clock.advance(MIN_AGE_MS);
    sandbox.always({ ...fault, on });
    expect(await settle()).toMatchObject([{ row: 2, outcome }]);
    sandbox.always(null);
    await settle();
    await sitting();
    expect(sandbox.accepted()).toHaveLength(2);
    expect(await ledger.counts(batchId)).toMatchObject({ created: 2 });
  });
});
