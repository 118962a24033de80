/** `npm start`: makes the machine ready, builds, and opens the window; without a display, works in the terminal. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setUp } from './setup.mjs';
import { BuildError, main, OUT, ROOT, run, RUNTIME, say } from './steps.mjs';

await main(async () => {
  const display = hasDisplay();
  const { electron, missing } = await setUp({
    need: display ? ['modules', 'electron', 'window'] : ['modules'],
  });
  if (missing.length > 0) throw new BuildError('The window needs the system packages named above.');
  const { bundle } = await import('./bundle.mjs');
  await bundle({ targets: display ? ['main', 'preload', 'engine', 'cli', 'renderer'] : ['cli'] });
  return display ? openWindow(electron) : workInTerminal();
});

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function openWindow(electron) {
  if (!existsSync(path.join(OUT, 'main.cjs')))
    throw new BuildError('The desktop app is not built; see above.');
  say('- Opening the window. Close it, or press Ctrl-C here, to end.');
  // Chromium's sandbox can't be set up by root.
  const asRoot = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  const { code, signal } = await run(electron.executable, [...asRoot, ROOT, ...process.argv.slice(2)], {
    show: 'all',
  });
  return signal ? 1 : code;
}

/** The whole job on the sample sheet and the built-in sandbox, in a data folder made anew each time. */
async function workInTerminal() {
  if (!existsSync(path.join(OUT, 'cli.cjs'))) throw new BuildError('The command is not built; see above.');
  const demo = path.join(RUNTIME, 'demo');
  const sample = path.join('samples', 'new-branches.csv');
  const result = path.join(demo, 'new-branches.results.csv');
  rmSync(demo, { recursive: true, force: true });
  mkdirSync(demo, { recursive: true });
  say(
    '\nThis machine has no display, so the same job is done here in the terminal, on the built-in sandbox.',
  );

  const checked = await command('check', sample, '--data', path.join(demo, 'data'));
  if (checked !== 0) return checked;
  const target = ['--connection', 'sandbox', '--yes', '--data', path.join(demo, 'data'), '--out', result];
  const submitted = await command('submit', sample, ...target);
  if (submitted !== 0) return submitted;

  say(
    `\nDone in the terminal, because there is no display: ${sample} was checked and its orders were created on`,
  );
  say(`the sandbox (no real Cloud PBX). The sheet with their ids: ${path.relative(ROOT, result)}`);
  say('Next: npm run --silent cli -- --help');
  return 0;
}

async function command(...args) {
  say(
    `\n$ pbx-orders ${args.map((arg) => (path.isAbsolute(arg) ? path.relative(ROOT, arg) : arg)).join(' ')}`,
  );
  const { code } = await run(process.execPath, [path.join(OUT, 'cli.cjs'), ...args], { show: 'all' });
  return code;
}
