import type { Facts } from './bare-schema';
import { benchEngine, removeFolders } from './bench-engine';

/** Opens, matches and checks a sheet as the window and the command do. */
export async function run({ file }: { file: string }): Promise<Facts> {
  const engine = await benchEngine();
  const { rows, invalid } = (await engine.open(file, { connection: 'sandbox', useDraft: false })).counts;
  await engine.close();
  return { rows, invalid };
}

export const finish = removeFolders;
