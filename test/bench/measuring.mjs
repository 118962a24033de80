/** Runs contenders in turn, each time in a cold process, and yields the medians. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { BuildError, OUT, ROOT, run, say } from '../../build/steps.mjs';

const FOLDER = path.join(ROOT, 'test', 'bench');
const BUILT = path.join(OUT, 'bench', 'contenders');
/** What others need beside themselves. */
const HELPERS = ['serve-sandbox', 'make-ledger'];

export async function buildContenders(comparisons) {
  const esbuild = await import('esbuild');
  const names = new Set(comparisons.flatMap(({ contenders }) => Object.values(contenders)));
  mkdirSync(BUILT, { recursive: true });
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [...names, ...HELPERS].map((name) => `test/bench/contenders/${name}.ts`),
    outdir: BUILT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    define: { __VERSION__: '"0"' },
    logLevel: 'error',
  });
}

/** Every size and contender of a comparison as rows of results, those that have goals with what came of them. */
export async function compare(comparison, quick) {
  const { name, title, per = null, unit = 'rows', contenders, aloneAt } = comparison;
  const sizes = quick ? (comparison.quickSizes ?? [10_000]) : comparison.sizes;
  const rounds = quick ? 3 : (comparison.rounds ?? 5);
  const results = [];
  const add = (rows, who, figures) =>
    results.push({ comparison: name, title, per, rows, who, ...medians(figures) });
  const inputs = new Map();
  for (const rows of sizes) inputs.set(rows, await comparison.input(rows, measure));
  const figures = new Map();
  for (let round = 1; round <= rounds; round++) {
    say(`- ${title}: round ${round} of ${rounds}`);
    for (const rows of sizes) {
      for (const [who, contender] of Object.entries(contenders)) {
        const key = `${who} ${rows}`;
        if (!figures.has(key)) figures.set(key, []);
        figures.get(key).push(await measure(contender, inputs.get(rows)));
      }
    }
  }
  for (const rows of sizes) {
    const ofSize = Object.keys(contenders).map((who) => [who, figures.get(`${who} ${rows}`)]);
    agree(ofSize, title);
    for (const [who, rounds] of ofSize) add(rows, who, rounds);
  }
  if (aloneAt && !quick) {
    say(`- ${title}: ours alone, ${aloneAt.toLocaleString('en')} ${unit}`);
    add(aloneAt, 'ours', [await measure(contenders.ours, await comparison.input(aloneAt, measure))]);
  }
  const at = (who, rows) => results.find((one) => one.who === who && one.rows === rows);
  const goals = comparison.goals?.(at, sizes) ?? [];
  return results.map((one) => ({
    ...one,
    goals: goals.filter(({ who, rows }) => who === one.who && rows === one.rows),
  }));
}

async function measure(contender, input) {
  const args = [
    path.join(FOLDER, 'measure.mjs'),
    path.join(BUILT, `${contender}.mjs`),
    JSON.stringify(input),
  ];
  const { code, stdout, stderr } = await run(process.execPath, ['--max-old-space-size=8192', ...args], {
    limitMs: 600_000,
  });
  if (code !== 0) throw new BuildError(`${contender} failed:\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** Faster is no good when it finds something else: the counts must be the same everywhere. */
function agree(ofSize, title) {
  const facts = ofSize.map(([who, rounds]) => [who, JSON.stringify(rounds[0].facts)]);
  const different = facts.filter(([, text]) => text !== facts[0][1]);
  if (different.length > 0) throw new BuildError(`${title}: ${facts.map((one) => one.join(' ')).join('; ')}`);
}

const medians = (rounds) => ({
  ms: median(rounds.map((one) => one.ms)),
  cpuMs: median(rounds.map((one) => one.cpuMs)),
  peakMb: median(rounds.map((one) => one.peakMb)),
});

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
