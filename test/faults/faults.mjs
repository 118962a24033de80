/** `npm run faults -- --kills 1000`: the kill test at length. Bundles it, runs it, and leaves nothing behind. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleProgram, programEnvironment } from './kill/bundle-program.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'pbx-faults-'));
try {
  const program = await bundleProgram('test/faults/kill/child.ts', folder);
  const command = await bundleProgram('test/faults/kill/kill-command.ts', folder);
  const args = [command, '--program', program, '--folder', folder, ...process.argv.slice(2)];
  const running = spawn(process.execPath, args, { stdio: 'inherit', env: programEnvironment() });
  const [code] = await once(running, 'close');
  process.exitCode = code ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
