import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openLog } from '../../app/desktop/log-file';
import { factsOf } from '../../app/desktop/trouble';

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pbx-orders-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

it('writes a line for each thing and begins a new file at a MiB, keeping three', () => {
  const folder = newFolder();
  const log = openLog(folder, () => 0);
  const text = 'x'.repeat(200_000);
  for (let i = 0; i < 40; i += 1) log(`thing ${i}`, { text });
  expect(readdirSync(folder).sort()).toEqual([
    'pbx-orders.1.log',
    'pbx-orders.2.log',
    'pbx-orders.3.log',
    'pbx-orders.log',
  ]);
  for (const name of readdirSync(folder)) {
    expect(statSync(path.join(folder, name)).size).toBeLessThan(1_300_000);
  }
  const last = readFileSync(path.join(folder, 'pbx-orders.log'), 'utf8').trimEnd().split('\n').at(-1) ?? '';
  expect(JSON.parse(last)).toMatchObject({ at: '1970-01-01T00:00:00.000Z', what: 'thing 39' });
});

it('stops nothing when it can’t write', () => {
  const folder = newFolder();
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(() => openLog(path.join(file, 'logs'), () => 0)('thing')).not.toThrow();
});

it('knows of an error what it was and where, and nothing of what a sheet or YCM said', () => {
  const cause = Object.assign(new Error('cell E7 says Kunde Müller'), { code: 'EIO', syscall: 'read' });
  const facts = factsOf(new TypeError('token eyJhb\n  of Müller', { cause }));
  expect(facts).toMatchObject({ name: 'TypeError', 'cause.code': 'EIO', 'cause.syscall': 'read' });
  expect(facts['at']).toContain('log-file.test');
  expect(JSON.stringify(facts)).not.toMatch(/Müller|eyJ|E7/);
});
