import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { EngineEvent } from '../../app/engine';
import { ask, newFolder, startEngine } from './started-engine';

/** What an engine tells while it opens a file. */
async function toldWhileOpening(file: string): Promise<EngineEvent[]> {
  const engine = await startEngine(newFolder());
  const events: EngineEvent[] = [];
  engine.listen((event) => void events.push(event));
  await ask(engine, 'openDropped', { path: file });
  return events;
}

const HEADINGS = ['Name', 'Plan', 'Sub-domain', 'Starts'];
/** Enough that a file of them is a large one, however well it is packed. */
const ROWS = Array.from({ length: 1200 }, (_, at) => [
  `Branch Straße ${at + 2}`,
  'Ultimate Plan',
  randomBytes(1000).toString('hex'),
]);

describe('the first rows of a large file', () => {
  test('of a text file are told as they are written, before any row was read', async () => {
    const file = path.join(newFolder(), 'large.csv');
    const lines = [HEADINGS, ...ROWS].map((cells) => cells.map((one) => `"${one}"`).join(';'));
    writeFileSync(file, Buffer.from(`sep=;\r\n${lines.join('\r\n')}\r\n`, 'latin1'));
    const events = await toldWhileOpening(file);
    const at = events.findIndex((one) => one.type === 'first-rows');
    expect(events.slice(0, at)).toEqual([{ type: 'loading', step: 'reading', rows: 0 }]);
    const { rows } = firstOf(events);
    expect(firstOf(events)).toMatchObject({ fileName: 'large.csv', sheetName: '' });
    expect(rows[0]).toEqual({ row: 1, texts: HEADINGS });
    expect(rows[1]).toEqual({ row: 2, texts: [ROWS[0]?.[0], 'Ultimate Plan', ROWS[0]?.[2]?.slice(0, 200)] });
    expect(rows.length).toBeGreaterThan(20);
    expect(events.filter((one) => one.type === 'first-rows')).toHaveLength(1);
  });

  test.each([
    { name: 'UTF-8', bytes: (text: string) => Buffer.from(text) },
    { name: 'UTF-16', bytes: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le') },
    {
      name: 'an older encoding that shows only far down',
      bytes: (text: string) => Buffer.from(text, 'latin1'),
      plain: 400,
    },
  ])('in $name are told as they will be in the table', async ({ bytes, plain = 0 }) => {
    const file = path.join(newFolder(), 'large.csv');
    const rows = ROWS.map((cells, at) => (at < plain ? ['Branch', ...cells.slice(1)] : cells));
    writeFileSync(file, bytes([HEADINGS, ...rows].map((cells) => cells.join(',')).join('\n')));
    const events = await toldWhileOpening(file);
    expect(firstOf(events).rows[1]?.texts[0]).toBe(rows[0]?.[0]);
    expect(events.filter((one) => one.type === 'first-rows')).toHaveLength(1);
  });

  test('of a workbook are those of its first visible tab', async () => {
    const file = path.join(newFolder(), 'large.xlsx');
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Lists', { state: 'hidden' }).addRow(['not to be seen']);
    const sheet = workbook.addWorksheet('Orders');
    sheet.addRow(HEADINGS);
    for (const cells of ROWS) sheet.addRow([...cells, new Date(Date.UTC(2026, 11, 24))]);
    await workbook.xlsx.writeFile(file);
    const first = firstOf(await toldWhileOpening(file));
    expect(first).toMatchObject({ fileName: 'large.xlsx', sheetName: 'Orders' });
    expect(first.rows).toHaveLength(40);
    expect(first.rows[0]).toEqual({ row: 1, texts: HEADINGS });
    expect(first.rows[39]?.texts).toEqual([
      'Branch Straße 40',
      'Ultimate Plan',
      ROWS[38]?.[2]?.slice(0, 200),
      '2026-12-24',
    ]);
  });

  test('of a small file, or of a large one that is no sheet, are not told', async () => {
    const small = path.join(newFolder(), 'small.csv');
    writeFileSync(small, `${HEADINGS.join(',')}\nBranch,Ultimate Plan,branch\n`);
    expect((await toldWhileOpening(small)).some((one) => one.type === 'first-rows')).toBe(false);

    const engine = await startEngine(newFolder());
    const events: EngineEvent[] = [];
    engine.listen((event) => void events.push(event));
    const noise = path.join(newFolder(), 'noise.csv');
    writeFileSync(noise, randomBytes(2 * 1024 * 1024));
    expect((await engine.handle('openDropped', { path: noise })).ok).toBe(false);
    expect(events.some((one) => one.type === 'first-rows')).toBe(false);
  });
});

function firstOf(events: readonly EngineEvent[]): Extract<EngineEvent, { type: 'first-rows' }>['first'] {
  const event = events.find((one) => one.type === 'first-rows');
  if (event?.type !== 'first-rows') throw new Error('No first rows were told.');
  return event.first;
}
