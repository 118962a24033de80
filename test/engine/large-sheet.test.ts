import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EngineEvent } from '../../app/engine';
import { ask, newFolder, startEngine } from './started-engine';

const ROWS = 100_000;
const HEADINGS =
  'name,plan,extensionCapacity,concurrentCallCapacity,recordingStatus,recordingCapacity,regionId,subDomain,domainId,type,versionId,customerIds,upgradeInPbx,im,passwordlessLogin,allowSuperiorPasswordlessLogin';

let lines: string[];
beforeAll(() => {
  // One in ten rows is wrong.
  lines = Array.from({ length: ROWS }, (_, at) => {
    const plan = at % 10 === 9 ? 'Enterprize Plan' : 'Enterprise Plan';
    return `Branch ${at},${plan},20,10,Enabled,500,4,br-${at},4,Commercial,764,50086182,Enabled,Enabled,Enabled,Enabled`;
  });
});

async function largeSheet(): Promise<string> {
  const file = path.join(newFolder(), 'large.csv');
  const stream = createWriteStream(file);
  stream.end(`${HEADINGS}\n${lines.join('\n')}\n`);
  await once(stream, 'finish');
  return file;
}

describe('a hundred thousand rows', () => {
  test('open with progress, and edits, filters, repairs and undo are exact on all of them', async () => {
    const dataDir = newFolder();
    const engine = await startEngine(dataDir);
    const events: EngineEvent[] = [];
    engine.listen((event) => void events.push(event));
    const file = await largeSheet();
    const sheet = await ask(engine, 'openDropped', { path: file });
    const { id: sheetId } = sheet;
    expect(sheet.counts).toMatchObject({ rows: ROWS, ready: 90_000, invalid: 10_000 });
    expect(new Set(events.flatMap((one) => (one.type === 'loading' ? one.step : [])))).toEqual(
      new Set(['reading', 'matching', 'checking']),
    );

    const filter = { states: ['invalid' as const], sort: { by: 'name', descending: true } };
    const first = await ask(engine, 'rows', { sheetId, filter, from: 0, count: 2 });
    expect(first).toMatchObject({
      total: 10_000,
      rows: [{ texts: { name: 'Branch 99999' } }, { texts: { name: 'Branch 99989' } }],
    });
    // Edits one after the other, as a person types: the fixed rows leave the filter.
    for (const { row } of first.rows)
      await ask(engine, 'edit', { sheetId, cells: [{ row, field: 'plan', value: 'Ultimate Plan' }] });
    const then = await ask(engine, 'rows', { sheetId, filter, from: 0, count: 1 });
    expect(then).toMatchObject({ total: 9998, rows: [{ texts: { name: 'Branch 99979' } }] });

    const preview = await ask(engine, 'previewRepairs', { sheetId, code: 'unknown-choice', field: 'plan' });
    expect(preview).toHaveLength(9998);
    const repaired = await ask(engine, 'repair', {
      sheetId,
      cells: preview.map(({ row, field }) => ({ row, field })),
    });
    expect(repaired).toMatchObject({ counts: { ready: ROWS, invalid: 0, edited: 10_000 }, groups: [] });

    // All of them get one address, and it is taken back in one step.
    const cells = Array.from({ length: ROWS }, (_, at) => ({
      row: at + 2,
      field: 'subDomain',
      value: 'same',
    }));
    const same = await ask(engine, 'edit', { sheetId, cells });
    expect(same.counts).toMatchObject({ ready: 0, invalid: ROWS });
    expect(same.groups).toMatchObject([{ code: 'duplicate-url', count: ROWS, firstRow: 2 }]);
    const undone = await ask(engine, 'undo', { sheetId });
    expect(undone.counts).toEqual(repaired.counts);

    const plan = await ask(engine, 'plan', { sheetId, connection: 'sandbox' });
    expect(plan).toMatchObject({ create: ROWS, totals: { extensions: 20 * ROWS } });
    await engine.close();
    const later = await startEngine(dataDir);
    expect((await ask(later, 'openDropped', { path: file })).counts).toEqual(repaired.counts);
  });
});
