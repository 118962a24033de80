/**
 * `npm run bench`: ours and its peers, alternating, each in a cold process; prints medians and ratios and writes
 * test/bench/results.json. `-- --quick`: 10,000 rows, three rounds, nothing written. Words choose comparisons.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BuildError, main, ROOT, run, say } from '../../build/steps.mjs';
import { COMPARISONS } from './comparisons.mjs';

const FOLDER = path.join(ROOT, 'test', 'bench');
const BUILT = path.join(ROOT, 'node_modules', '.pbx-orders-bench');

await main(async () => {
  const words = process.argv.slice(2);
  const quick = words.includes('--quick');
  const named = words.filter((word) => !word.startsWith('--'));
  const chosen = COMPARISONS.filter(
    ({ name }) => named.length === 0 || named.some((word) => name.includes(word)),
  );
  if (chosen.length === 0) throw new BuildError(`No comparison is named like ${named.join(', ')}.`);
  await build(chosen);
  const results = [];
  for (const comparison of chosen) results.push(...(await compare(comparison, quick)));
  print(results);
  if (!quick && named.length === 0) {
    const machine = { node: process.version, cores: os.cpus().length, cpu: os.cpus()[0]?.model ?? '' };
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(
      path.join(FOLDER, 'results.json'),
      `${JSON.stringify({ date, machine, results }, null, 1)}\n`,
    );
    say(`- written: test/bench/results.json`);
  }
  return 0;
});

async function build(comparisons) {
  const esbuild = await import('esbuild');
  const names = [...new Set(comparisons.flatMap(({ contenders }) => Object.values(contenders)))];
  mkdirSync(BUILT, { recursive: true });
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => `test/bench/contenders/${name}.ts`),
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

async function compare(comparison, quick) {
  const { name, title, sizes, contenders, aloneAt } = comparison;
  const results = [];
  for (const rows of quick ? [10_000] : sizes) {
    const input = await comparison.input(rows);
    const figures = Object.fromEntries(Object.keys(contenders).map((who) => [who, []]));
    const rounds = quick ? 3 : 5;
    for (let round = 1; round <= rounds; round++) {
      say(`- ${title}, ${rows.toLocaleString('en')} rows: round ${round} of ${rounds}`);
      for (const who of Object.keys(contenders)) figures[who].push(await measure(contenders[who], input));
    }
    agree(figures, title);
    for (const who of Object.keys(contenders)) {
      const { ms, peakMb } = medians(figures[who]);
      const ratio = medians(figures.ours).ms / ms;
      const goal = rows === 100_000 ? (comparison.goals[who] ?? null) : null;
      results.push({
        comparison: name,
        title,
        rows,
        who,
        ms,
        peakMb,
        oursIs: who === 'ours' ? null : ratio,
        goal,
        goalMb: who === 'ours' && rows === 100_000 ? comparison.goalMb : null,
      });
    }
  }
  if (aloneAt && !quick) {
    say(`- ${title}, ${aloneAt.toLocaleString('en')} rows, ours alone`);
    const { ms, peakMb } = await measure(contenders.ours, await comparison.input(aloneAt));
    results.push({
      comparison: name,
      title,
      rows: aloneAt,
      who: 'ours',
      ms,
      peakMb,
      oursIs: null,
      goal: null,
      goalMb: null,
    });
  }
  return results;
}

async function measure(contender, input) {
  const args = [
    path.join(FOLDER, 'measure.mjs'),
    path.join(BUILT, `${contender}.mjs`),
    JSON.stringify(input),
  ];
  const { code, stdout, stderr } = await run(process.execPath, ['--max-old-space-size=8192', ...args], {
    limitMs: 300_000,
  });
  if (code !== 0) throw new BuildError(`${contender} failed:\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** Faster is no good when it finds something else: the counts must be the same everywhere. */
function agree(figures, title) {
  const facts = Object.entries(figures).map(([who, rounds]) => [who, JSON.stringify(rounds[0].facts)]);
  const different = facts.filter(([, text]) => text !== facts[0][1]);
  if (different.length > 0) throw new BuildError(`${title}: ${facts.map((one) => one.join(' ')).join('; ')}`);
}

function medians(rounds) {
  return { ms: median(rounds.map((one) => one.ms)), peakMb: median(rounds.map((one) => one.peakMb)) };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function print(results) {
  const table = results.map(({ title, rows, who, ms, peakMb, oursIs, goal, goalMb }) => ({
    work: title,
    rows: rows.toLocaleString('en'),
    who,
    ms: Math.round(ms),
    'peak MB': Math.round(peakMb),
    'ours is': oursIs === null ? '' : `${oursIs.toFixed(2)} x`,
    goal: verdict(oursIs, goal) || verdict(peakMb, goalMb, ' MB'),
  }));
  process.stdout.write(`${markdown(table)}\n`);
}

function verdict(value, goal, unit = '') {
  return goal == null ? '' : `${value <= goal ? 'met' : 'MISSED'}: ${goal}${unit}`;
}

function markdown(rows) {
  const keys = Object.keys(rows[0]);
  const widths = keys.map((key) => Math.max(key.length, ...rows.map((row) => String(row[key]).length)));
  const line = (cells) => `| ${cells.map((cell, at) => String(cell).padEnd(widths[at])).join(' | ')} |`;
  return [
    line(keys),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map((row) => line(keys.map((key) => row[key]))),
  ].join('\n');
}
