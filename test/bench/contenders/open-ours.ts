import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Engine } from '../../../app/engine';
import type { Facts } from './bare-schema';

/** Opens, matches and checks a sheet as the window and the command do. */
export async function run({ file }: { file: string }): Promise<Facts> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'pbx-orders-bench-'));
  const engine = await Engine.start({
    dataDir,
    version: '0',
    secrets: NO_SECRETS,
    osUser: 'bench',
    timeZone: 'UTC',
  });
  const { rows, invalid } = (await engine.open(file, { connection: 'sandbox', useDraft: false })).counts;
  await engine.close();
  rmSync(dataDir, { recursive: true });
  return { rows, invalid };
}

const NO_SECRETS = {
  available: async () => false,
  get: async () => null,
  set: async () => {},
  remove: async () => {},
};
