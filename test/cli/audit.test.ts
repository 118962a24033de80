import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCommand, ownFolder, run, sheetIn } from './command';

beforeAll(() => buildCommand(), 60_000);

describe('the audit trail', () => {
  test('is held against a head that an auditor kept; one that is not in it ends with 1, none at all with 2', async () => {
    const folder = ownFolder();
    const data = ['--data', path.join(folder, 'data')];
    await run(['submit', sheetIn(folder, 'clean.csv'), '--yes', ...data]);
    const head = await run(['audit', 'head', ...data]);
    expect([head.code, head.stdout]).toEqual([0, expect.stringMatching(/^\d+ [0-9a-f]{64}\n$/)]);
    const kept = path.join(folder, 'kept.txt');
    writeFileSync(kept, head.stdout);
    const trail = path.join(folder, 'trail.jsonl');
    await run(['audit', 'export', trail, ...data]);

    const verify = (...args: string[]) => run(['audit', 'verify', ...args, ...data]);
    const good = await verify('--head', kept, '--head', head.stdout.trim());
    expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('known from "kept.txt"')]);
    expect((await verify(trail, '--head', kept)).code).toBe(0);
    const forged = head.stdout.trim().replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const bad = await verify(trail, '--json', '--head', forged);
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({ ok: false, head: null });
    const none = await verify('--head', 'no such file');
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('neither a file nor a head')]);
  });
});
