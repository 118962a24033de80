import path from 'node:path';
import type { Engine } from '../../../app/engine';
import { benchEngine, newFolder, removeFolders } from './bench-engine';

type Input = { dataDir: string; format: 'csv' | 'xlsx' };

export const prepare = ({ dataDir }: Input): Promise<Engine> => benchEngine(dataDir);

/** Exports the whole audit trail of a ledger. */
export async function run({ format }: Input, engine: Engine): Promise<{ exported: true }> {
  await engine.exportAudit({ filter: {}, format, to: path.join(newFolder(), `audit.${format}`) });
  return { exported: true };
}

export async function finish(engine: Engine): Promise<void> {
  await engine.close();
  removeFolders();
}
