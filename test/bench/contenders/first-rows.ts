import { benchEngine, removeFolders } from './bench-engine';
import type { Facts } from './bare-schema';

/** From choosing a file until its first rows are on their way to the window; then the rest, so that the same is done. */
export async function run({ file }: { file: string }): Promise<{ ms: number; facts: Facts }> {
  const start = performance.now();
  let ms = Number.NaN;
  const engine = await benchEngine();
  engine.listen((event) => {
    if (event.type === 'first-rows') ms = performance.now() - start;
  });
  const { rows, invalid } = (await engine.open(file, { connection: 'sandbox', useDraft: false })).counts;
  await engine.close();
  return { ms, facts: { rows, invalid } };
}

export const finish = removeFolders;
