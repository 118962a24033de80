import { onTestFinished } from 'vitest';
import {
  createClient,
  startSandbox,
  type Client,
  type ClientOptions,
  type Sandbox,
  type SandboxOptions,
} from '../../app/ycm';

/** A clock that stands still until it is told otherwise. */
export type Clock = { now: () => number; advance: (ms: number) => void };

export function aClock(start = Date.UTC(2026, 10, 24, 12)): Clock {
  let at = start;
  return {
    now: () => at,
    advance: (ms) => {
      at += ms;
    },
  };
}

/** A sandbox that is gone when the test is. */
export async function aSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A client of it, whose waits take no time. */
export function aClient(
  sandbox: Pick<Sandbox, 'baseUrl' | 'clientId' | 'clientSecret'>,
  options: Partial<ClientOptions> = {},
): Client {
  const { baseUrl, clientId, clientSecret } = sandbox;
  return createClient({
    connection: { name: 'test', kind: 'sandbox', baseUrl, clientId },
    secret: clientSecret,
    sleep: () => Promise.resolve(),
    ...options,
  });
}
