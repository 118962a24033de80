/** The window in the real Electron: on a virtual screen of its own where there can be one, in a process of its own. */
import path from 'node:path';
import { bundle } from '../../build/bundle.mjs';
import { ensureElectron } from '../../build/electron-runtime.mjs';
import { BuildError, ROOT, run, say } from '../../build/steps.mjs';
import { madeSheet } from './made-sheets.mjs';

export const WINDOW = 'window';

export async function measureWindow(quick) {
  await bundle();
  await ensureElectron();
  const rows = quick ? 10_000 : 100_000;
  const input = JSON.stringify({ file: await madeSheet('csv', rows), rows, rounds: quick ? 3 : 7 });
  say(`- the window, ${rows.toLocaleString('en')} rows`);
  const job = [process.execPath, path.join(ROOT, 'test', 'bench', 'window-speed.mjs'), input];
  const [command, ...args] =
    process.platform === 'linux' ? ['xvfb-run', '-a', '-s', '-screen 0 1440x960x24', ...job] : job;
  const { code, stdout, stderr } = await run(command, args, { limitMs: 300_000 });
  if (code !== 0) throw new BuildError(`The window could not be measured:\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
