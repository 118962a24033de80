import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../build/steps.mjs';

let folder;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cli(args, env = {}) {
  const script = path.join(ROOT, 'build', 'cli.mjs');
  return spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PBX_ORDERS_DATA: path.join(folder, 'data'), ...env },
  });
}

function check(file) {
  const { stdout, status } = cli(['check', path.join(ROOT, 'samples', file), '--json']);
  return { status, ...JSON.parse(stdout) };
}

const errors = ({ problems }) =>
  problems.filter((one) => one.level === 'error').map((one) => `${one.row} ${one.field}`);

describe('npm run cli', () => {
  it('leaves standard output to the command', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(cli(['--version']).stdout).toBe(`${version}\n`);
  });

  it('passes the exit code on', () => {
    expect(cli(['--version']).status).toBe(0);
    expect(cli(['no-such-command']).status).toBe(2);
  });

  it('finds files from where npm was called', () => {
    copyFileSync(path.join(ROOT, 'samples', 'new-branches.csv'), path.join(folder, 'mine.csv'));
    const asNpm = { npm_lifecycle_event: 'cli', INIT_CWD: folder };
    expect(cli(['check', 'mine.csv'], asNpm).status).toBe(0);
    expect(cli(['check', 'mine.csv']).status).toBe(2);
  });
});

describe('the samples', () => {
  it('new-branches.csv has nothing to say about', () => {
    expect(check('new-branches.csv')).toMatchObject({
      status: 0,
      rows: 9,
      ready: 9,
      invalid: 0,
      problems: [],
    });
  });

  it('needs-fixing.csv has one mistake in each row but the first and the last', () => {
    const report = check('needs-fixing.csv');
    expect(report).toMatchObject({ status: 1, rows: 10, ready: 2, invalid: 8 });
    expect(errors(report)).toEqual([
      '3 plan',
      '4 subDomain',
      '5 recordingCapacity',
      '6 expirationDate',
      '7 extensionCapacity',
      '8 allowRunAfterExpirationDate',
      '8 subDomain',
      '9 subDomain',
      '10 customerIds',
    ]);
  });

  it('order-form.xlsx has a misspelt plan and a sub-domain with a space, and its total is no order', () => {
    const report = check('order-form.xlsx');
    expect(report).toMatchObject({ status: 1, rows: 5, ready: 3, invalid: 2 });
    expect(errors(report)).toEqual(['7 plan', '8 subDomain']);
  });
});
