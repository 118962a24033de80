import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { isNewerThan } from '../../build/freshness.mjs';
import { ROOT } from '../../build/steps.mjs';

let folder;
let stamp;
const source = () => [path.relative(ROOT, path.join(folder, 'source'))];

function put(name, secondsAgo) {
  const file = path.join(folder, name);
  writeFileSync(file, '');
  age(file, secondsAgo);
}

function age(file, secondsAgo) {
  const at = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(file, at, at);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'freshness-'));
  stamp = path.join(folder, 'stamp');
  mkdirSync(path.join(folder, 'source', 'deep'), { recursive: true });
  put('source/deep/a.ts', 100);
  age(path.join(folder, 'source', 'deep'), 100);
  age(path.join(folder, 'source'), 100);
});

it('is due when never made', () => {
  expect(isNewerThan(stamp, source())).toBe(true);
});

it('is not due while nothing changed since', () => {
  put('stamp', 50);
  expect(isNewerThan(stamp, source())).toBe(false);
});

it('is due after a file deep inside changed, or was removed', () => {
  put('stamp', 50);
  age(path.join(folder, 'source/deep/a.ts'), 10);
  expect(isNewerThan(stamp, source())).toBe(true);
  put('stamp', 5);
  expect(isNewerThan(stamp, source())).toBe(false);
  rmSync(path.join(folder, 'source/deep/a.ts'));
  expect(isNewerThan(stamp, source())).toBe(true);
});
