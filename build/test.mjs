/** `npm test`: makes the machine ready and runs everything there is; the last line is `N passed, N failed`. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setUp } from './setup.mjs';
import { countStep, countTests } from './test-counts.mjs';
import { BuildError, inModules, main, OUT, run, say, seconds } from './steps.mjs';

const REPORTS = path.join(OUT, 'test-reports');
const minutes = (count) => count * 60_000;

const tool = (name, ...args) => ({
  command: process.execPath,
  args: [inModules(...name.split('/')), ...args],
});
const script = (name, ...args) => ({ command: process.execPath, args: [path.join('build', name), ...args] });
const vitest = (report, ...args) => ({
  ...tool(
    'vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile(report)}`,
    ...args,
  ),
  report,
});

const STEPS = [
  {
    title: 'Lint',
    limit: minutes(2),
    ...tool('oxlint/bin/oxlint', '--deny-warnings', 'app', 'renderer', 'test', 'build'),
  },
  { title: 'Format', limit: minutes(2), ...tool('oxfmt/bin/oxfmt', '--check', '.') },
  { title: 'Types', limit: minutes(5), ...script('types.mjs') },
  { title: 'Build', limit: minutes(5), ...script('bundle.mjs', '--force') },
  { title: 'Unit and integration tests', limit: minutes(15), ...vitest('unit') },
  { title: 'Packaged app', limit: minutes(5), ...script('package.mjs') },
  {
    title: 'End-to-end tests in the real app',
    limit: minutes(20),
    display: true,
    ...vitest('e2e', '--config', 'test/e2e/vitest.config.mts'),
  },
];

await main(async () => {
  const wanted = process.argv.slice(2);
  const steps = STEPS.filter((step) => wanted.length === 0 || wanted.some((word) => matches(step, word)));
  if (steps.length === 0) throw new BuildError(`No step is named like ${wanted.join(', ')}.`);
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  const setup = await prepare();
  const results = [setup];
  if (setup.usable) for (const step of steps) results.push({ title: step.title, ...(await runStep(step)) });
  return summarise(results, setup.missing);
});

/** What is missing on the machine fails only the steps that need it; without the dependencies there is no step. */
async function prepare() {
  const start = Date.now();
  const facts = { title: 'Setting up', usable: false, missing: [], passed: 0, failed: 1 };
  try {
    await setUp();
    facts.usable = true;
    facts.missing = (await setUp({ need: ['window', 'tests', 'electron'] })).missing;
    Object.assign(facts, { passed: 1, failed: 0 });
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    say(`\n${error.message}`);
  }
  return { ...facts, took: seconds(start) };
}

/** `npm test -- lint types` runs only the steps whose title contains one of the words. */
function matches(step, word) {
  return step.title.toLowerCase().includes(word.toLowerCase());
}

async function runStep(step) {
  say(`\n=== ${step.title}`);
  const start = Date.now();
  const { command, args } = step.display ? onVirtualDisplay(step) : step;
  const { code, timedOut } = await run(command, args, { show: 'all', limitMs: step.limit, env: { CI: '1' } });
  if (timedOut) say(`Stopped: it took longer than ${step.limit / 60_000} minutes.`);
  const counts = step.report ? countTests(readReport(step), code) : countStep(code);
  return { ...counts, took: seconds(start) };
}

/** A screen of its own for whatever opens windows, so that a test run never disturbs the person's. */
function onVirtualDisplay({ command, args }) {
  if (process.platform !== 'linux') return { command, args };
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1440x960x24', command, ...args] };
}

function readReport({ report }) {
  return existsSync(reportFile(report)) ? JSON.parse(readFileSync(reportFile(report), 'utf8')) : null;
}

function reportFile(name) {
  return path.join(REPORTS, `${name}.json`);
}

function summarise(results, missing) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const lines = results.map(({ title, passed, failed, took }) => {
    const verdict = failed === 0 ? 'ok    ' : 'FAILED';
    return `  ${verdict} ${title.padEnd(34)} ${`${passed} passed, ${failed} failed`.padEnd(24)} ${took}`;
  });
  const gaps =
    missing.length > 0 ? [`  Not installed, so some tests could not run: ${missing.join(' ')}`] : [];
  process.stdout.write(
    `\n${[...lines, ...gaps].join('\n')}\n\n${sum('passed')} passed, ${sum('failed')} failed\n`,
  );
  return sum('failed') === 0 ? 0 : 1;
}
