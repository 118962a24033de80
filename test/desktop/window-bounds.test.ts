import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { firstSize, readBounds, writeBounds } from '../../app/desktop/window-bounds';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };

function newFile(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pbx-orders-bounds-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, 'window.json');
}

it('puts the window where it was', () => {
  const file = newFile();
  expect(readBounds(file, [screen])).toBeNull();
  const bounds = { x: 2000, y: 40, width: 1000, height: 700, maximized: true };
  writeBounds(file, bounds);
  expect(readBounds(file, [screen, second])).toEqual(bounds);
});

it('does not put it on a screen that is gone, nor where its title can’t be grasped', () => {
  const file = newFile();
  const bounds = { x: 2000, y: 40, width: 1000, height: 700, maximized: false };
  writeBounds(file, bounds);
  expect(readBounds(file, [screen])).toBeNull();
  for (const place of [
    { x: -950, y: 40 },
    { x: 100, y: 1070 },
    { x: 100, y: -300 },
  ]) {
    writeBounds(file, { ...bounds, ...place });
    expect(readBounds(file, [screen])).toBeNull();
  }
});

it('makes nothing of a file that holds something else', () => {
  const file = newFile();
  for (const text of ['', 'null', '{"x":"1"}', '{"x":0,"y":0,"width":1,"height":1,"maximized":false}']) {
    writeFileSync(file, text);
    expect(readBounds(file, [screen])).toBeNull();
  }
});

it('is at first no larger than the screen', () => {
  expect(firstSize(screen)).toEqual({ width: 1280, height: 840 });
  expect(firstSize({ ...screen, width: 1024, height: 700 })).toEqual({ width: 1024, height: 700 });
});
