/** Keeps two build scripts of one checkout from doing the same work at the same time. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BuildError, RUNTIME, say } from './steps.mjs';

const PATIENCE_MS = 15 * 60_000;

/** Runs `work` while no other process of this checkout is in a section of the same name; waits its turn. */
export async function alone(name, work) {
  const lock = path.join(RUNTIME, `${name}.lock`);
  mkdirSync(RUNTIME, { recursive: true });
  const start = Date.now();
  for (let told = false; !take(lock); told = true) {
    if (!told) say(`- Waiting for another "${name}" in this checkout (process ${holder(lock)}) ...`);
    if (Date.now() - start > PATIENCE_MS) {
      throw new BuildError(`Gave up waiting for process ${holder(lock)}, which holds ${lock}.`);
    }
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isAbandoned(lock)) rmSync(lock, { force: true });
  return false;
}

function holder(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAbandoned(lock) {
  const pid = holder(lock);
  try {
    // Without a number in it yet, it is being written this instant, unless it stays so.
    if (!pid) return Date.now() - statSync(lock).mtimeMs > 10_000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
