import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterEach, beforeAll } from 'vitest';
import { tempFolder } from '../world';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
let script = '';
const running = new Set<ChildProcess>();

beforeAll(async () => {
  script = path.join(tempFolder('all'), 'child.cjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'ledger-child.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    alias: { '@photostructure/sqlite': path.join(import.meta.dirname, 'kill-at-step.ts') },
  });
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

export type Child = {
  /** Resolves with the first line that begins so. */
  saying(start: string): Promise<string>;
  /** Ends it as a power cut would. Resolves with all it said, when it is gone. */
  kill(): Promise<string[]>;
  ended: Promise<string[]>;
};

/** Starts a process that works with a ledger; `limit` is the largest file it may write, in KiB. */
export function startChild(dataDir: string, task: string, limit?: number, ...more: string[]): Child {
  const command = limit === undefined ? 'exec "$@"' : `ulimit -f ${limit}; exec "$@"`;
  const child = spawn('bash', ['-c', command, 'bash', process.execPath, script, dataDir, task, ...more], {
    env: { ...process.env, NODE_PATH: path.join(ROOT, 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const said: string[] = [];
  const waiting: { start: string; resolve: (line: string) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    for (const { start, resolve } of waiting) if (line.startsWith(start)) resolve(line);
  });
  const ended = new Promise<string[]>((resolve) => {
    child.on('close', () => {
      running.delete(child);
      resolve(said);
    });
  });
  const saying = (start: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const already = said.find((line) => line.startsWith(start));
      if (already) return resolve(already);
      waiting.push({ start, resolve });
      void ended.then(() => reject(new Error(`ended without "${start}": ${said.join(' | ')}`)));
    });
  return {
    saying,
    ended,
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
