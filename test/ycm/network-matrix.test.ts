import { describe, expect, it } from 'vitest';
import { startSandbox, type Client, type CreateAnswer, type Fault, type Sandbox } from '../../app/ycm';
import { anOrder, urlOf } from './orders';
import { leaked, watchedFetch } from './watched-fetch';
import { aClient, aClock, type Clock } from './world';

/** Faults that a client has to sit out with its own patience. */
const SILENT: Fault[] = [{ kind: 'hang' }, { kind: 'hang', done: true }, { kind: 'delay', ms: 60_000 }];
const CODES = {
  server: [1000001, 1000012, 1000030, 1000031],
  no: [
    1000002, 1000033, 1000042, 1000043, 1000004, 1000005, 1000007, 3000123, 1000040, 1000035, 1000036,
    1000011,
  ],
};
const FAULTS: Fault[] = [
  { kind: 'delay', ms: 1 },
  { kind: 'refuse', ms: 60_000 },
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'tear' },
  { kind: 'garbage' },
  { kind: 'expire-token' },
  ...[500, 502, 503, 504, 302, 307, 404, 403, 407].flatMap((status): Fault[] => [
    { kind: 'status', status },
    { kind: 'status', status, done: true },
  ]),
  ...[401, 429].map((status): Fault => ({ kind: 'status', status })),
  { kind: 'status', status: 429, retryAfter: '7' },
  { kind: 'status', status: 503, retryAfter: '7' },
  ...CODES.server.flatMap((code): Fault[] => [
    { kind: 'failed-in-200', code },
    { kind: 'failed-in-200', code, done: true },
    { kind: 'status', status: 400, code, done: true },
    { kind: 'status', status: 500, code, done: true },
  ]),
  ...CODES.no.flatMap((code): Fault[] => [
    { kind: 'failed-in-200', code },
    { kind: 'status', status: 400, code },
  ]),
  { kind: 'status', status: 500, code: 1000004 },
  { kind: 'status', status: 500, code: 1000035 },
];

/** What the client holds when the order comes: nothing, a good token, one that ran out, one that YCM alone knows to be bad. */
const TOKENS = {
  none: async () => undefined,
  good: async ({ client }) => client.signIn(),
  'run out': async ({ client, clock }) => {
    await client.signIn();
    clock.advance(3_600_000);
  },
  refused: async ({ client, sandbox }) => {
    await client.signIn();
    sandbox.push({ on: 'create', kind: 'expire-token' });
  },
} satisfies Record<string, (world: World) => Promise<void>>;

type World = { sandbox: Sandbox; client: Client; clock: Clock; secrets: Set<string> };

async function inAWorld(timeoutMs: number, act: (world: World) => Promise<void>): Promise<void> {
  const clock = aClock();
  const sandbox = await startSandbox({ now: clock.now });
  const watched = watchedFetch();
  const client = aClient(sandbox, { now: clock.now, fetch: watched.fetch, timeoutMs });
  try {
    await act({ sandbox, client, clock, secrets: watched.secrets });
    expect(watched.secrets).toContain(sandbox.clientSecret);
  } finally {
    await sandbox.close();
  }
}

/** What is wrong with an answer, the sandbox having carried out `made` creates meanwhile; null: nothing. */
function untruth(answer: CreateAnswer, made: readonly string[]): string | null {
  if (made.length > 1) return `created ${made.length} times`;
  if (answer.outcome === 'created') {
    return made[0] === answer.cloudPbxId ? null : `says ${answer.cloudPbxId}, created was ${made[0]}`;
  }
  if (answer.outcome === 'unconfirmed' || made.length === 0) return null;
  return `says ${answer.outcome}, but ${made[0]} was created`;
}

const describeFault = ({ on, kind, ...rest }: Fault): string => `${on}: ${kind} ${JSON.stringify(rest)}`;

async function tryOrder(world: World, fault: Fault, token: keyof typeof TOKENS): Promise<CreateAnswer> {
  const { sandbox, client, secrets } = world;
  await TOKENS[token](world);
  sandbox.push(fault);
  const answer = await client.createCloudPbx(anOrder('acme-1'));
  const made = sandbox.accepted().map((one) => one.cloudPbxId);
  expect(untruth(answer, made)).toBeNull();
  expect(leaked(secrets, answer)).toEqual([]);

  // Afterwards the lookups tell what is so, and that nothing else is there.
  sandbox.always(null);
  const truth =
    made[0] === undefined ? { outcome: 'absent' } : { outcome: 'found', value: { cloudPbxId: made[0] } };
  if (fault.kind !== 'refuse') {
    expect(await client.findByUrl(urlOf('ACME-1'))).toMatchObject(truth);
    expect(await client.searchByUrl(urlOf('acme-1'))).toMatchObject(truth);
  }
  return answer;
}

const targets = ['create', 'token'] as const;
const table = FAULTS.flatMap((fault) => targets.map((on): Fault => ({ ...fault, on })));

describe('whatever goes wrong while an order is sent, the answer is true', () => {
  it.each(table.map((fault) => [describeFault(fault), fault] as const))('%s', async (_name, fault) => {
    // With a good token there is no token call that a fault could strike.
    const needed = ['none', 'run out', 'refused'] as const;
    for (const token of fault.on === 'create' ? ([...needed, 'good'] as const) : needed) {
      await inAWorld(20_000, async (world) => {
        await tryOrder(world, fault, token);
      });
    }
  });

  it.each(
    SILENT.flatMap((fault) =>
      targets.map((on): [string, Fault] => [describeFault({ ...fault, on }), { ...fault, on }]),
    ),
  )('%s', async (_name, fault) => {
    await inAWorld(150, async (world) => {
      const answer = await tryOrder(world, fault, 'none');
      expect(['unconfirmed', 'not-sent', 'created']).toContain(answer.outcome);
    });
  });
});

describe('a question that fails says so, and never that there is no PBX', () => {
  const questions = {
    findByUrl: (client: Client, subDomain: string) => client.findByUrl(urlOf(subDomain)),
    searchByUrl: (client: Client, subDomain: string) => client.searchByUrl(urlOf(subDomain)),
  };
  // DATA_NOT_FOUND is how YCM says that there is none.
  const faults = FAULTS.filter((fault) => fault.kind !== 'refuse' && fault.code !== 1000005);

  it.each(faults.map((fault) => [describeFault({ ...fault, on: 'any' }), fault] as const))(
    '%s',
    async (_name, fault) => {
      await inAWorld(20_000, async ({ sandbox, client, secrets }) => {
        await client.createCloudPbx(anOrder('here'));
        for (const question of Object.values(questions)) {
          for (const on of ['lookup', 'list', 'token'] as const) {
            sandbox.always({ ...fault, on });
            const there = await question(client, 'here');
            const notThere = await question(client, 'nowhere');
            expect(['found', 'failed']).toContain(there.outcome);
            expect(['absent', 'failed']).toContain(notThere.outcome);
            expect(leaked(secrets, [there, notThere])).toEqual([]);
            sandbox.always(null);
          }
        }
      });
    },
  );
});
