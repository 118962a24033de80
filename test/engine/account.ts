import { afterEach } from 'vitest';
import type { Engine } from '../../app/engine';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../app/ycm';
import { memorySecrets, startEngine } from './started-engine';

const sandboxes: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of sandboxes.splice(0)) await sandbox.close();
});

/** A YCM that can be scripted, as the account "Acme" of engines. */
export async function startAccount(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  sandboxes.push(sandbox);
  return sandbox;
}

/** An engine that knows the account, with its lists fetched. */
export async function engineFor(
  sandbox: Sandbox,
  dataDir: string,
  options: Parameters<typeof startEngine>[1] = {},
): Promise<Engine> {
  const secrets = memorySecrets();
  secrets.stored.set('Acme', sandbox.clientSecret);
  const engine = await startEngine(dataDir, { secrets, ...options });
  engine.addConnection('Acme', sandbox.baseUrl, sandbox.clientId);
  await engine.syncCatalog('Acme');
  return engine;
}
