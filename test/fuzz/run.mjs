/**
 * `npm run fuzz`: 100,000 inputs, real sheets with something changed and random bytes, read and checked in two
 * processes. Each must give rows or one clear error; a crash, a hang or any other error fails and names its seed.
 * `-- --inputs 5000 --first 70001` tries others; `-- --inputs 1 --first SEED` one again.
 */
import { fork } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main, ROOT, say, seconds } from '../../build/steps.mjs';

const BUILT = path.join(ROOT, 'node_modules', '.pbx-orders-fuzz', 'worker.mjs');
const FIXTURES = path.join(ROOT, 'test', 'fixtures', 'sheets');
const PROCESSES = 2;
/** An input that takes longer hangs. */
const LIMIT_MS = 30_000;
const TOLD_EVERY = 10_000;

await main(async () => {
  const { values } = parseArgs({
    options: { inputs: { type: 'string', default: '100000' }, first: { type: 'string', default: '1' } },
  });
  const first = Number(values.first);
  const last = first + Number(values.inputs) - 1;
  await build();
  const start = Date.now();
  const total = { count: 0, codes: {}, rows: 0, orders: 0, slowest: 0, slowestSeed: 0, peakMb: 0 };
  const failures = [];
  const lanes = Array.from({ length: PROCESSES }, (_, lane) => tryAll(first + lane, last, total, failures));
  await Promise.all(lanes);
  print(total, failures, seconds(start));
  return failures.length === 0 && total.count === last - first + 1 ? 0 : 1;
});

async function build() {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['test/fuzz/worker.ts'],
    outfile: BUILT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
}

/** Tries every other seed in processes of its own, a new one after each that died. */
async function tryAll(first, last, total, failures) {
  for (let seed = first; seed <= last;) {
    const { stoppedAt, why } = await tryIn(seed, last, total, failures);
    if (stoppedAt === null) return;
    failures.push({ seed: stoppedAt, error: why });
    total.count++;
    seed = stoppedAt + PROCESSES;
  }
}

function tryIn(first, last, total, failures) {
  return new Promise((resolve) => {
    const args = [FIXTURES, first, last, PROCESSES].map(String);
    const child = fork(BUILT, args, { execArgv: ['--max-old-space-size=1500'] });
    let trying = first;
    let why = null;
    const hang = () => {
      why = `nothing after ${LIMIT_MS / 1000} s`;
      child.kill('SIGKILL');
    };
    let watch = setTimeout(hang, LIMIT_MS);
    child.on('message', (message) => {
      clearTimeout(watch);
      watch = setTimeout(hang, LIMIT_MS);
      if ('trying' in message) trying = message.trying;
      if ('failed' in message) failures.push({ seed: message.failed, error: message.error });
      if ('batch' in message) add(total, message.batch);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(watch);
      const died = code !== 0 || signal !== null;
      resolve({ stoppedAt: died ? trying : null, why: why ?? `the process ended with ${signal ?? code}` });
    });
  });
}

function add(total, batch) {
  if (Math.floor(total.count / TOLD_EVERY) < Math.floor((total.count + batch.count) / TOLD_EVERY)) {
    say(`- ${(total.count + batch.count).toLocaleString('en')} inputs`);
  }
  total.count += batch.count;
  total.rows += batch.rows;
  total.orders += batch.orders;
  total.peakMb = Math.max(total.peakMb, batch.peakMb);
  for (const [code, count] of Object.entries(batch.codes))
    total.codes[code] = (total.codes[code] ?? 0) + count;
  if (batch.slowest > total.slowest)
    Object.assign(total, { slowest: batch.slowest, slowestSeed: batch.slowestSeed });
}

function print(total, failures, took) {
  const figures = Object.entries(total.codes).toSorted((a, b) => b[1] - a[1]);
  console.log(`${total.count.toLocaleString('en')} inputs in ${took}, ${failures.length} failures`);
  for (const [code, count] of figures) console.log(`  ${count.toLocaleString('en').padStart(8)}  ${code}`);
  console.log(
    `  ${total.rows.toLocaleString('en')} rows read, ${total.orders.toLocaleString('en')} orders checked`,
  );
  console.log(
    `  slowest ${Math.round(total.slowest)} ms (input ${total.slowestSeed}), peak ${Math.round(total.peakMb)} MB`,
  );
  for (const { seed, error } of failures.slice(0, 20)) console.log(`\ninput ${seed}: ${error}`);
}
