import { corpusFiles } from './corpus-files';
import { corpusOf, inputOf } from './inputs';
import { survive } from './survive';

/** A message to run.mjs: the figures of a batch of seeds, or the seed that failed. */
const tell = (message: object): void => void process.send?.(message);
const BATCH = 250;

/** `worker FIXTURES FIRST LAST STEP`: tries every STEPth seed. */
const [fixtures = '', first = '1', last = '1', step = '1'] = process.argv.slice(2);
const corpus = await corpusOf(corpusFiles(fixtures));
let batch = { count: 0, codes: {} as Record<string, number>, rows: 0, orders: 0, slowest: 0, slowestSeed: 0 };
for (let seed = Number(first); seed <= Number(last); seed += Number(step)) {
  const input = await inputOf(seed, corpus);
  tell({ trying: seed });
  const start = performance.now();
  try {
    const { code, rows, orders } = await survive(input);
    batch.codes[code ?? 'read'] = (batch.codes[code ?? 'read'] ?? 0) + 1;
    batch.rows += rows;
    batch.orders += orders;
  } catch (error) {
    tell({ failed: seed, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  const took = performance.now() - start;
  if (took > batch.slowest) batch = { ...batch, slowest: took, slowestSeed: seed };
  batch.count++;
  if (batch.count === BATCH || seed + Number(step) > Number(last)) {
    tell({ batch: { ...batch, peakMb: process.resourceUsage().maxRSS / 1024 } });
    batch = { count: 0, codes: {}, rows: 0, orders: 0, slowest: 0, slowestSeed: 0 };
  }
}
process.disconnect?.();
