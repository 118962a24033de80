/**
 * Builds out/: main, preload, engine and command with esbuild, the window with Vite. `--force` rebuilds all;
 * names, such as `cli`, choose what is built.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isNewerThan } from './freshness.mjs';
import { alone } from './lock.mjs';
import { BuildError, isRunItself, main, OUT, ROOT, say, timed } from './steps.mjs';

/** What can be built: each target's entry, what it becomes, and the folders its freshness depends on. */
const TARGETS = {
  main: { entry: 'app/desktop/index.ts', out: 'main.cjs', sources: ['app'] },
  preload: { entry: 'app/desktop/preload.ts', out: 'preload.cjs', sources: ['app'] },
  engine: { entry: 'app/desktop/engine-process.ts', out: 'engine.cjs', sources: ['app'] },
  cli: { entry: 'app/cli/index.ts', out: 'cli.cjs', sources: ['app'], banner: '#!/usr/bin/env node' },
  // Loaded when first needed, by the engine and the command: half of either would be this.
  exceljs: { entry: 'node_modules/exceljs/excel.js', out: 'exceljs.cjs', sources: ['package-lock.json'] },
  renderer: {
    entry: 'renderer/index.html',
    out: 'renderer',
    sources: ['app/orders', 'app/engine', 'renderer'],
  },
};
const ALL = Object.keys(TARGETS);

/** Builds those of `targets` whose sources are newer than what they became; yields the names of those built. */
export async function bundle({ targets = ALL, force = false } = {}) {
  return alone('build', async () => {
    const due = targets.filter((name) => force || isDue(name));
    for (const name of due.filter((each) => !hasEntry(each))) {
      say(`- Not built: ${TARGETS[name].out}, because ${TARGETS[name].entry} does not exist (yet)`);
    }
    const able = due.filter(hasEntry);
    if (able.length === 0) return [];
    await timed(`Building ${able.map((name) => TARGETS[name].out).join(', ')}`, async () => {
      mkdirSync(path.join(OUT, '.built'), { recursive: true });
      const endings = await Promise.allSettled(able.map(build));
      const reasons = endings.flatMap((each) => (each.status === 'rejected' ? [each.reason.message] : []));
      if (reasons.length > 0) throw new BuildError(reasons.join('\n'));
    });
    return able;
  });
}

function hasEntry(name) {
  return existsSync(path.join(ROOT, TARGETS[name].entry));
}

function isDue(name) {
  const { out, sources } = TARGETS[name];
  return !existsSync(path.join(OUT, out)) || isNewerThan(stamp(name), [...sources, 'build', 'package.json']);
}

function stamp(name) {
  return path.join(OUT, '.built', name);
}

async function build(name) {
  const begun = new Date();
  await (name === 'renderer' ? buildRenderer() : buildScript(TARGETS[name]));
  // What is saved while the build runs counts as newer than it.
  writeFileSync(stamp(name), '');
  utimesSync(stamp(name), begun, begun);
}

async function buildScript({ entry, out, banner }) {
  const esbuild = await import('esbuild');
  const result = await esbuild
    .build({
      absWorkingDir: ROOT,
      entryPoints: [entry],
      outfile: path.join(OUT, out),
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      // Electron 25's Node, the oldest that runs this; the same files run on the newest.
      target: 'node18',
      external: ['electron', '@photostructure/sqlite'],
      define: await defines(),
      plugins: [exceljsApart],
      // As `require`, which reads from a packaged app too.
      supported: { 'dynamic-import': false },
      // Half of what is read at every start is comments and spaces. Names stay: the log tells where an error was.
      minifyWhitespace: true,
      banner: banner ? { js: banner } : {},
      sourcemap: 'linked',
      legalComments: 'none',
      logLevel: 'silent',
    })
    .catch(async (error) => {
      const told = await esbuild.formatMessages(error.errors ?? [], { kind: 'error' });
      throw new Error(told.join('\n') || String(error));
    });
  for (const file of result.outputFiles) replace(file.path, file.contents);
  if (banner) chmodSync(path.join(OUT, out), 0o755);
}

const exceljsApart = {
  name: 'exceljs-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^exceljs$/ }, () => ({ path: `./${TARGETS.exceljs.out}`, external: true })),
};

/** Whoever runs the old file meanwhile keeps it whole. */
function replace(file, contents) {
  writeFileSync(`${file}.part`, contents);
  renameSync(`${file}.part`, file);
}

async function buildRenderer() {
  const vite = await import('vite');
  const part = path.join(OUT, 'renderer.part');
  await vite.build({
    configFile: path.join(ROOT, 'build', 'vite.config.mjs'),
    logLevel: 'error',
    define: await defines(),
    build: { outDir: part, emptyOutDir: true },
  });
  rmSync(path.join(OUT, 'renderer'), { recursive: true, force: true });
  renameSync(part, path.join(OUT, 'renderer'));
}

async function defines() {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return { __VERSION__: JSON.stringify(version) };
}

if (isRunItself(import.meta.url)) {
  const { setUp } = await import('./setup.mjs');
  await main(async () => {
    await setUp();
    const named = process.argv.slice(2).filter((word) => ALL.includes(word));
    const force = process.argv.includes('--force');
    const built = await bundle({ targets: named.length > 0 ? named : ALL, force });
    if (built.length === 0) say('- out/ is up to date');
  });
}
