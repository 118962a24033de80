import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { SANDBOX_CATALOG, type Catalog, type OrderRequest } from '../../orders';
import type { Capacity } from '../answers';
import { Account } from './account';
import { adminAnswer, type Admin } from './admin';
import { answerCall, type Answering } from './answer-call';
import type { HttpAnswer } from './envelope';
import { FaultQueue } from './fault-queue';
import { faultSchema, type Fault } from './faults';
import { Listener } from './listener';
import { PbxStore } from './pbx-store';
import { rateLimiter, type RateLimit } from './rate-limit';
import { readCall, targetOf } from './read-call';
import type { Call } from './routes';
import { strike } from './strike';
import { SandboxTokens } from './tokens';

/** A create the sandbox carried out. */
export type AcceptedCreate = { cloudPbxId: string; url: string; at: number; order: OrderRequest };

export type SandboxOptions = {
  /** 0 or absent: any free one. */
  port?: number;
  catalog?: Catalog;
  tokenLifetimeMs?: number;
  now?: () => number;
  /** Where its PBXs are kept from one start to the next; absent: in memory. */
  storeFile?: string;
  /** How long every answer takes at least. */
  latencyMs?: number;
  clientId?: string;
  clientSecret?: string;
  /** What the account has in all. */
  capacity?: { [Of in keyof Capacity]: number };
  /** Absent: none. */
  rateLimit?: RateLimit;
  /** Answers errors with HTTP 200 and status Failed, as YCM may: its HTTP status of an error is not documented. */
  errorsInOk?: boolean;
  /** Creates a second PBX at a taken address instead of refusing it, so that a test sees an order that was sent twice. */
  duplicates?: boolean;
};

/** A YCM of one's own on this machine, where nothing costs money. */
export type Sandbox = {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Every create it carried out since it was started, in order. */
  accepted(): AcceptedCreate[];
  /** Something goes wrong with the next call the fault is for. */
  push(fault: Fault): void;
  /** Something goes wrong with every such call; null: no more. */
  always(fault: Fault | null): void;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
};

/**
 * Starts a sandbox on the loopback interface. Rejects with the system's error when the port is taken or the store can't be read, with
 * SandboxStoreError when the store is damaged.
 *
 * Another process scripts it over HTTP, with `Authorization: Bearer CLIENT_SECRET`:
 * - `POST /sandbox/faults` with `{ "push": FAULT }` or `{ "always": FAULT or null }`;
 * - `GET /sandbox/accepted` yields `{ "accepted": [...] }`, as `accepted()`.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? Date.now;
  const clientId = options.clientId ?? 'sandbox';
  const clientSecret = options.clientSecret ?? randomBytes(16).toString('hex');
  const store = new PbxStore(options.storeFile);
  const { catalog = SANDBOX_CATALOG, capacity, duplicates } = options;
  const account = new Account(store, catalog, now, capacity, duplicates);
  const answering: Answering = {
    account,
    tokens: new SandboxTokens({ clientId, clientSecret, now, lifetimeMs: options.tokenLifetimeMs }),
    limit: options.rateLimit ? rateLimiter(options.rateLimit, now) : () => undefined,
    now,
    errorsInOk: options.errorsInOk ?? false,
  };
  const faults = new FaultQueue();
  const closing = new AbortController();
  const listener = new Listener((request, response) => {
    const answered = readCall(request).then((call) => handle(call, response));
    // A request that breaks off, or one that was waiting when the sandbox closed: nobody is there to be told.
    answered.catch(() => response.destroy());
  });
  const admin: Admin = {
    clientSecret,
    push(fault) {
      const read = faultSchema.parse(fault);
      if (read.kind === 'refuse') listener.goAway(read.ms ?? 1000);
      else faults.push(read);
    },
    always(fault) {
      const read = fault === null ? null : faultSchema.parse(fault);
      faults.always(read);
      if (read?.kind === 'refuse') listener.goAway(read.ms ?? null);
      else listener.comeBack();
    },
    accepted: () => account.accepted,
  };
  const wait = (ms: number): Promise<void> => sleep(ms, undefined, { signal: closing.signal });

  async function handle(call: Call, response: ServerResponse): Promise<void> {
    const administered = adminAnswer(call, admin);
    if (administered) return write(response, administered);
    const fault = faults.next(targetOf(call));
    const carryOut = (): HttpAnswer => answerCall(call, answering);
    const answer = fault
      ? await strike({
          fault,
          response,
          carryOut,
          expireToken: () => answering.tokens.expire(call.authorization),
          wait,
          now,
        })
      : carryOut();
    if (options.latencyMs) await wait(options.latencyMs);
    if (answer) write(response, answer);
  }

  let baseUrl: string;
  try {
    baseUrl = await listener.open(options.port ?? 0);
  } catch (error) {
    store.close();
    throw error;
  }
  return {
    baseUrl,
    clientId,
    clientSecret,
    accepted: () => [...account.accepted],
    push: admin.push,
    always: admin.always,
    async close() {
      closing.abort();
      await listener.close();
      store.close();
    },
  };
}

function write(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
