import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine, OrderSheet } from '../../../app/engine';
import { benchEngine, newFolder, removeFolders } from './bench-engine';
import { startedSandbox, type SandboxAddress } from './sandbox-process';

type Ready = { engine: Engine; sheet: OrderSheet; server: SandboxAddress };
export type Sent = { ms: number; facts: { created: number } };

export async function prepare({ file }: { file: string }): Promise<Ready> {
  const server = await startedSandbox();
  const engine = await benchEngine(newFolder(), server.clientSecret);
  engine.addConnection('Acme', server.baseUrl, server.clientId);
  await engine.syncCatalog('Acme');
  const copy = path.join(newFolder(), path.basename(file));
  copyFileSync(file, copy);
  const sheet = await engine.open(copy, { connection: 'Acme', useDraft: false });
  return { engine, sheet, server };
}

/** A whole run, from the plan to the finished result file: what one order of it takes. */
export async function run(_input: unknown, { engine, sheet }: Ready): Promise<Sent> {
  const start = performance.now();
  const { totals, stopReason } = await engine.submit(sheet, 'Acme', { canary: false });
  if (stopReason !== null) throw new Error(stopReason);
  const { created } = totals;
  return { ms: (performance.now() - start) / created, facts: { created } };
}

export async function finish({ engine, server }: Ready): Promise<void> {
  await engine.close();
  server.process.disconnect();
  removeFolders();
}
