import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { alone } from '../../build/lock.mjs';
import { RUNTIME } from '../../build/steps.mjs';

const NAME = `test-${process.pid}`;
const LOCK = path.join(RUNTIME, `${NAME}.lock`);
const turn = () => new Promise((resolve) => setImmediate(resolve));

afterEach(() => rmSync(LOCK, { force: true }));

it('lets one piece of work in at a time and leaves nothing behind', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    for (let i = 0; i < 20; i += 1) await turn();
    inside -= 1;
  };
  await Promise.all([alone(NAME, work), alone(NAME, work), alone(NAME, work)]);
  expect(most).toBe(1);
  expect(existsSync(LOCK)).toBe(false);
});

it('opens again after work that failed', async () => {
  await expect(alone(NAME, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await alone(NAME, () => 'done')).toBe('done');
});

it('takes over from a process that died', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  mkdirSync(RUNTIME, { recursive: true });
  writeFileSync(LOCK, String(dead));
  expect(await alone(NAME, () => 'mine')).toBe('mine');
});
