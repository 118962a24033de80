import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Which rooms a room may import (design.md, "Rooms"). */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'app/sheets': [],
  'app/orders': ['app/sheets'],
  'app/ycm': ['app/orders'],
  'app/ledger': ['app/orders'],
  'app/runs': ['app/ledger', 'app/ycm', 'app/sheets', 'app/orders'],
  'app/engine': ['app/runs', 'app/ledger', 'app/ycm', 'app/sheets', 'app/orders'],
  'app/desktop': ['app/engine'],
  'app/cli': ['app/engine'],
  renderer: ['app/engine', 'app/orders'],
};

/** Files other than a room's index.ts through which some rooms may enter it. */
const SIDE_DOORS: Record<string, readonly string[]> = {
  'app/sheets/cell': ['app/orders', 'app/runs', 'app/engine'],
  'app/engine/contract': ['renderer', 'app/desktop'],
  'app/engine/contract-limits': ['renderer'],
};

/** Rooms of which only the side door is open: orders knows cells, not files; the window knows messages, not Node. */
const SIDE_DOOR_ONLY: readonly (readonly [string, string])[] = [
  ['app/orders', 'app/sheets'],
  ['renderer', 'app/engine'],
];

const LONGEST_FILE = 250;

function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const pattern = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*['"]([^'"\n]+)['"]/g;
  return [...code.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

function roomOf(file: string): string | null {
  return Object.keys(MAY_IMPORT).find((room) => file === room || file.startsWith(`${room}/`)) ?? null;
}

/** What is wrong with one import of `file`, or null. Paths are relative to the checkout, with forward slashes. */
function problemWith(file: string, specifier: string): string | null {
  const from = roomOf(file);
  if (from === null) return null;
  if (!specifier.startsWith('.')) {
    const pure = from === 'app/orders' || from === 'renderer';
    return pure && specifier.startsWith('node:')
      ? `${file} must not import ${specifier}: ${from} is pure`
      : null;
  }
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const to = roomOf(target);
  if (to === from) return null;
  if (to === null) return `${file} imports ${target}, which is in no room`;
  if (!MAY_IMPORT[from]?.includes(to)) return `${file} imports ${target}: ${from} must not know ${to}`;
  if (SIDE_DOORS[target]?.includes(from)) return null;
  const sideDoorOnly = SIDE_DOOR_ONLY.some(([a, b]) => a === from && b === to);
  const atDoor = target === to || target === `${to}/index`;
  return atDoor && !sideDoorOnly ? null : `${file} imports ${target}: enter ${to} through its door`;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => /\.(ts|tsx|css)$/.test(name));
}

const sources = ['app', 'renderer']
  .flatMap(filesBelow)
  .map((file) => ({ file, source: readFileSync(path.join(ROOT, file), 'utf8') }));

describe('the rooms', () => {
  it('import one another only in the direction of the design, through their doors', () => {
    const problems = sources.flatMap(({ file, source }) =>
      importsOf(source).flatMap((specifier) => problemWith(file, specifier) ?? []),
    );
    expect(problems).toEqual([]);
  });

  it('have a door each', () => {
    const rooms = Object.keys(MAY_IMPORT).filter((room) => room.startsWith('app/'));
    expect(rooms.filter((room) => !existsSync(path.join(ROOT, room, 'index.ts')))).toEqual([]);
  });

  it(`hold no file of more than ${LONGEST_FILE} lines`, () => {
    const long = sources
      .map(({ file, source }) => ({ file, lines: source.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE);
    expect(long).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    ['app/sheets/read.ts', '../orders', 'must not know app/orders'],
    ['app/ycm/client.ts', '../ledger', 'must not know app/ledger'],
    ['app/runs/submit.ts', '../engine', 'must not know app/engine'],
    ['app/cli/main.ts', '../ledger', 'must not know app/ledger'],
    ['app/runs/submit.ts', '../ledger/open', 'through its door'],
    ['app/ycm/sandbox/server.ts', '../../orders/fields', 'through its door'],
    ['app/orders/match.ts', '../sheets', 'through its door'],
    ['app/orders/match.ts', 'node:fs', 'is pure'],
    ['renderer/grid.tsx', '../app/engine', 'through its door'],
    ['renderer/grid.tsx', '../app/runs', 'must not know app/runs'],
    ['app/engine/index.ts', '../../test/world', 'in no room'],
  ])('refuses %s importing %s', (file, specifier, why) => {
    expect(problemWith(file, specifier)).toContain(why);
  });

  it.each([
    ['app/orders/match.ts', '../sheets/cell'],
    ['app/orders/match.ts', './fields'],
    ['app/ycm/sandbox/server.ts', '../../orders'],
    ['app/desktop/preload.ts', '../engine/contract'],
    ['app/cli/main.ts', 'node:fs'],
    ['renderer/screens/review.tsx', '../../app/engine/contract'],
    ['renderer/screens/review.tsx', '../../app/orders'],
  ])('allows %s importing %s', (file, specifier) => {
    expect(problemWith(file, specifier)).toBeNull();
  });

  it('finds imports however they are written, and none in comments', () => {
    const source = [
      "import { a } from './a';",
      "import type {\n  B,\n} from './b';",
      "import './c.css';",
      "export * from './d';",
      "const e = await import('./e');",
      "// import './not-this';",
      "/* from './nor-this' */",
    ].join('\n');
    expect(importsOf(source)).toEqual(['./a', './b', './c.css', './d', './e']);
  });
});
