import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../app/ycm';
import { buildCommand, COMMAND, ownFolder, ROOT, sheetIn } from './command';

beforeAll(() => buildCommand(), 60_000);

/** util-linux's, which runs a command in a terminal of its own. */
const hasTerminals = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

/** Runs the command where a person can be asked, who answers the question `answer`. */
function asked(
  args: readonly string[],
  env: Record<string, string>,
  answer: string,
): Promise<{ code: number | null; shown: string }> {
  const words = [process.execPath, COMMAND, ...args].map(
    (word) => `'${word.replaceAll("'", String.raw`'\''`)}'`,
  );
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qefc', words.join(' '), '/dev/null'], {
      cwd: ROOT,
      env: { ...process.env, PBX_ORDERS_DATA: '', ...env },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let shown = '';
    let answered = false;
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      if (answered || !/to go on:|\[y\/N\]/.test(shown)) return;
      answered = true;
      child.stdin.write(`${answer}\n`);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, shown }));
  });
}

describe.skipIf(!hasTerminals)('the question before anything is paid for', () => {
  test.each([
    ['11', false],
    ['y', false],
    ['', false],
    ['12', true],
  ])('production wants the very number of PBXs typed: %j', async (answer, goesOn) => {
    const folder = ownFolder();
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    const address = ['--base-url', sandbox.baseUrl, '--client-id', sandbox.clientId];
    const args = ['submit', sheetIn(folder, 'clean.csv'), ...address, '--data', path.join(folder, 'data')];
    const { code, shown } = await asked(args, { PBX_ORDERS_CLIENT_SECRET: sandbox.clientSecret }, answer);
    expect(shown).toContain('This creates 12 PBXs that cost money on "command line". Type 12 to go on:');
    expect([code, sandbox.accepted().length]).toEqual(goesOn ? [0, 12] : [2, 0]);
  });

  test.each([
    ['n', 2],
    ['', 2],
    ['y', 0],
  ])('the sandbox wants a yes: %j', async (answer, ends) => {
    const folder = ownFolder();
    const args = ['submit', sheetIn(folder, 'clean.csv'), '--data', path.join(folder, 'data')];
    const { code, shown } = await asked(args, {}, answer);
    expect(shown).toContain('Create 12 PBXs on "sandbox"? [y/N]');
    expect(code).toBe(ends);
  });
});
