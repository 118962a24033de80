import { rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { buildCommand, finishedOf, ownFolder, run, sheetIn, textOf } from './command';

beforeAll(() => buildCommand(), 60_000);

const runs = z.array(z.object({ createdAt: z.number() }));

test('an export up to a day has the whole of that day, and one up to the day before has none of it', async () => {
  const folder = ownFolder();
  const data = ['--data', path.join(folder, 'data'), '--json'];
  const submitted = await run(['submit', sheetIn(folder, 'clean.csv'), '--yes', ...data]);
  expect(finishedOf(submitted.stdout).created).toBe(12);
  const [begun] = runs.parse(JSON.parse((await run(['runs', ...data])).stdout));
  const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const day = dayOf(begun?.createdAt ?? 0);
  const before = dayOf((begun?.createdAt ?? 0) - 86_400_000);
  const to = path.join(folder, 'audit.jsonl');
  const exported = async (...limits: string[]): Promise<string> => {
    expect((await run(['audit', 'export', to, ...limits, ...data])).code).toBe(0);
    return textOf(to);
  };
  expect(await exported('--from', day, '--to', day)).toContain('"kind":"batch-created"');
  expect(await exported('--to', before)).not.toContain('"kind":"batch-created"');
  expect((await run(['audit', 'export', to, '--to', 'someday', ...data])).code).toBe(2);
});

test('reading back PBXs that are gone ends with 1 and names each', async () => {
  const folder = ownFolder();
  const data = ['--data', path.join(folder, 'data'), '--json'];
  const { run: id = '' } = finishedOf(
    (await run(['submit', sheetIn(folder, 'clean.csv'), '--yes', ...data])).stdout,
  );
  expect((await run(['read-back', id, ...data])).code).toBe(0);
  rmSync(path.join(folder, 'data', 'sandbox.jsonl'));
  const gone = await run(['read-back', id, ...data]);
  expect(gone.code).toBe(1);
  expect(gone.stdout.split('"outcome":"absent"')).toHaveLength(13);
});
