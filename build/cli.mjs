/** `npm run cli -- ARGS`: makes the command ready, then becomes it. Every word of its own goes to standard error. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setUp } from './setup.mjs';
import { main, OUT, say } from './steps.mjs';

const COMMAND = path.join(OUT, 'cli.cjs');

await main(async () => {
  await setUp();
  const { bundle } = await import('./bundle.mjs');
  await bundle({ targets: ['cli'] });
  // Only the app's browser can print.
  if (process.argv.some((word) => word.toLowerCase().endsWith('.pdf'))) {
    const { electron } = await setUp({ need: ['modules', 'electron', 'window'] });
    await bundle({ targets: ['main'] });
    process.env.PBX_ORDERS_ELECTRON = electron.executable;
  }
  if (existsSync(COMMAND)) return 0;
  say('The command could not be built.');
  return 2;
});

// Loaded into this very process: its output, exit code and signals are then simply its own.
if (process.exitCode === 0) {
  process.exitCode = undefined;
  // npm runs scripts in the checkout; the files a person names are relative to where they stand.
  if (process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  process.argv[1] = COMMAND;
  createRequire(COMMAND)(COMMAND);
} else {
  process.exitCode = 2;
}
