import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  AUDIT_FORMATS,
  LedgerError,
  ledgerErrorMessage,
  saveAudit,
  type AuditFilter,
} from '../../app/ledger';
import { workbook } from '../../app/ledger/audit/workbook';
import { auditEntries } from '../../app/ledger/audit/audit-entries';
import { onSnapshot } from '../../app/ledger/snapshot';
import { busyLedger, exported, exportedLines } from './audit-world';
import { answer, BATCH, NOON, open, ready, send, tempFolder } from './world';

type Line = Record<string, unknown>;
const parsed = (lines: string[]): Line[] => lines.map((line): Line => JSON.parse(line));
const table = (csv: Buffer): Line[] =>
  Papa.parse<Line>(csv.toString().replace('\uFEFF', '').trimEnd(), { header: true }).data;

describe('the audit trail as CSV', () => {
  it('answers who, when, from which file and row, with which values and corrections, what was answered', async () => {
    const { ledger, first } = await busyLedger();
    const csv = await exported(ledger, 'csv');
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = table(csv);
    expect(rows.map((row) => row['What happened'])).toEqual([
      'Run recorded',
      ...Array.from({ length: 5 }, () => 'Order recorded'),
      'Sending',
      'Created',
      'Sending',
      'Rejected',
      'Sending',
      'Outcome unknown',
      'Decision',
      'Found and adopted',
      'Run changed',
      'Run recorded',
      'Order recorded',
      'Sending',
      'Created',
    ]);
    expect(rows[0]).toMatchObject({
      Run: first,
      Sheet: 'november.xlsx',
      'Sheet path': '/orders/november.xlsx',
      'Sheet SHA-256': BATCH.sha256,
      Tab: 'Orders',
      Connection: 'Sandbox',
      Operator: 'Ann Lee',
      'System user': 'ann',
    });
    expect(rows[2]).toMatchObject({
      Row: '3',
      Customer: 'Müller GmbH',
      Corrections: 'name: "PBX" → "=PBX 3"',
      To: 'ready',
    });
    expect(JSON.parse(String(rows[6]?.['Order']))).toMatchObject({
      name: 'PBX pbx-2',
      extensionCapacity: 20,
    });
    expect(rows[7]).toMatchObject({
      'Time (UTC)': '2026-11-24T12:00:00.000Z',
      'Local time (Europe/Berlin)': '2026-11-24 13:00:00',
      cloudPbxId: '2001',
      From: 'sending',
      To: 'created',
      Attempt: '1',
      Outcome: 'created',
      'HTTP status': '200',
      'Request ID': 'req-1',
      Answer: '{"errcode":0,"outcome":"created"}',
    });
    expect(rows[12]).toMatchObject({
      Decision: 'adopt',
      'Decided by': 'Bob Ray',
      Reason: 'seen in YCM',
      Operator: 'Bob Ray',
    });
  });

  it('holds nothing that a spreadsheet would take for a formula', async () => {
    const ledger = await open(tempFolder(), { operator: '=cmd()' });
    const names = ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1'];
    await ledger.createBatch(
      { ...BATCH, sheetName: '=november.csv' },
      names.map((name, row) => ready(row + 2, `pbx-${row}`, { name })),
    );
    const cells = table(await exported(ledger, 'csv')).flatMap((row) => Object.values(row).map(String));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toContain("'=1+1");
  });
});

describe('the audit trail as a workbook', () => {
  it('has tables of events, runs with totals that add up, and what the export is', async () => {
    const { ledger } = await busyLedger();
    const bytes = await exported(ledger, 'xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Events', 'Runs', 'About']);
    const events = book.getWorksheet('Events');
    expect(events?.rowCount).toBe(20);
    const titles = events?.getRow(1).values as unknown[];
    const cell = (row: number, title: string): ExcelJS.Cell | undefined =>
      events?.getRow(row).getCell(titles.indexOf(title));
    expect(cell(9, 'Event')?.value).toBe(8);
    expect(cell(9, 'Time (UTC)')?.value).toEqual(new Date(NOON));
    expect(cell(9, 'Local time (Europe/Berlin)')?.value).toEqual(new Date(NOON + 3600_000));
    expect(cell(9, 'cloudPbxId')?.value).toBe('2001');
    expect(cell(11, 'Message')?.value).toBe('+1 is "taken", sorry');
    expect(cell(11, 'Answer')?.value).toBe('{"errmsg":"<b>é</b>"}');
    expect(events?.getTable('Events1')).toBeTruthy();
    const runs = book.getWorksheet('Runs');
    const totals = runs?.getRow(4).values as unknown[];
    expect(totals[1]).toBe('Total');
    const sums = totals.slice(9).map((value) => (value as { result?: number }).result ?? 0);
    expect(sums).toEqual([6, 3, 1, 1, 0, 0, 1]);
    expect(sums.slice(1).reduce((sum, count) => sum + count)).toBe(sums[0]);
    const head = await ledger.events({ kind: 'audit-exported' });
    expect(book.getWorksheet('About')?.getRow(7).getCell(2).value).toBe(
      JSON.parse(head[0]?.data ?? '{}').head.hash,
    );
  });

  it('opens in LibreOffice with the same cells', async () => {
    const { ledger } = await busyLedger();
    const dir = tempFolder();
    const file = path.join(dir, 'audit.xlsx');
    await saveAudit(ledger, file, { filter: {}, format: 'xlsx', timeZone: 'UTC' });
    const office = spawnSync('soffice', [
      '--headless',
      `-env:UserInstallation=file://${dir}/profile`,
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      dir,
      file,
    ]);
    // A machine without LibreOffice still has exceljs as its witness, above.
    if (office.error) return;
    const rows = table(fs.readFileSync(path.join(dir, 'audit.csv')));
    expect(rows).toHaveLength(19);
    expect(rows[7]).toMatchObject({
      Event: '8',
      'What happened': 'Created',
      'Time (UTC)': '2026-11-24 12:00:00',
    });
    expect(rows[2]?.['Corrections']).toBe('name: "PBX" → "=PBX 3"');
  }, 60_000);

  it.each([
    ['rows', { rows: 8, bytes: 4e9 }, 7],
    ['bytes', { rows: 1e6, bytes: 30_000 }, null],
  ])('goes on on a further sheet where a sheet has no more %s', async (_, limits, perSheet) => {
    const { dir } = await busyLedger();
    const output = await onSnapshot(path.join(dir, 'ledger.db'), async (queries) => {
      const head = { seq: 0, hash: '' };
      const pages = auditEntries(queries, {});
      const exportedSoFar = { events: 0, head };
      const stream = workbook({
        pages,
        timeZone: 'UTC',
        exported: exportedSoFar,
        limits,
        sides: async () => [],
      });
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      return Buffer.concat(chunks);
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(output as never);
    expect(book.worksheets.length).toBeGreaterThan(1);
    expect(book.worksheets[1]?.name).toBe('Events 2');
    if (perSheet !== null) expect(book.worksheets.map(({ rowCount }) => rowCount)).toEqual([8, 8, 6]);
    const seqs = book.worksheets.flatMap((sheet) => sheet.getColumn(1).values.slice(2));
    expect(seqs).toEqual(Array.from({ length: 19 }, (__, index) => index + 1));
  });

  it('keeps every character, and of a text too long for a cell as much as fits', async () => {
    const ledger = await open(tempFolder());
    const odd = 'a\u0001b _x0041_ <&"> \u{1F600} \ud800 ü\n\t.';
    const id = await ledger.createBatch(BATCH, [ready(2, 'x', { name: odd })]);
    await send(ledger, id, 2);
    const long = answer('rejected', { raw: 'y'.repeat(60_000) });
    await ledger.transition(id, 2, 'sending', 'rejected', { at: NOON, answer: long });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await exported(ledger, 'xlsx')) as never);
    const texts = book.getWorksheet('Events')?.getColumn(8).values;
    // exceljs leaves the standard's escapes as they are; Excel and LibreOffice read them.
    expect(texts?.[3]).toBe('a_x0001_b _x005F_x0041_ <&"> \u{1F600} \uFFFD ü\n\t.');
    const body = String(book.getWorksheet('Events')?.getRow(5).getCell(27).value);
    expect(body).toHaveLength(32_767);
    expect(body).toMatch(/^y+ … \(cut here; the JSON lines have all of it\)$/);
    const lines = parsed(await exportedLines(ledger));
    expect(lines.find((line) => line['kind'] === 'sending > rejected')?.['answer']).toBe(long.raw);
  });
});

describe('the filter of an export', () => {
  const kinds = async (
    filter: (world: Awaited<ReturnType<typeof busyLedger>>) => AuditFilter,
  ): Promise<unknown[]> => {
    const world = await busyLedger();
    const lines = parsed(await exportedLines(world.ledger, filter(world)));
    return lines.filter((line) => line['type'] === 'event').map((line) => line['seq']);
  };

  it.each<[string, (world: Awaited<ReturnType<typeof busyLedger>>) => AuditFilter, number[]]>([
    ['by run', ({ second }) => ({ runId: second }), [16, 17, 18, 19]],
    ['by connection, whatever the letter case', () => ({ connection: 'LIVE' }), [16, 17, 18, 19]],
    ['by part of the sheet name', () => ({ sheet: 'December' }), [16, 17, 18, 19]],
    [
      'by operator, with where the runs came from',
      () => ({ operator: 'bob ray' }),
      [1, 13, 14, 15, 16, 17, 18, 19],
    ],
    ['by state of the order', () => ({ state: 'rejected' }), [1, 3, 9, 10]],
    ['by customer name', () => ({ customer: 'MÜLLER' }), [1, 3, 9, 10]],
    ['by date, both ends included', () => ({ from: NOON + 1, to: NOON + 1 }), [1, 13, 14]],
    [
      'by several things at once',
      ({ first }) => ({ runId: first, state: 'created', operator: 'Bob Ray' }),
      [1, 13, 14],
    ],
    ['that nothing meets', () => ({ customer: 'nobody' }), []],
  ])('%s', async (_, filter, expected) => {
    expect(await kinds(filter)).toEqual(expected);
  });

  it('finds a customer by id, but no PBX by its name', async () => {
    const { ledger } = await busyLedger();
    const of = async (customer: string): Promise<number> =>
      parsed(await exportedLines(ledger, { customer })).filter((line) => line['type'] === 'event').length;
    expect(await of('501')).toBeGreaterThan(10);
    expect(await of('PBX pbx-2')).toBe(0);
  });
});

describe('an export', () => {
  it('is recorded in the trail, with its head', async () => {
    const { ledger } = await busyLedger();
    const before = await ledger.head();
    await exported(ledger, 'csv', { sheet: 'dec' });
    const [event] = await ledger.events({ kind: 'audit-exported' });
    expect(JSON.parse(event?.data ?? '')).toEqual({
      format: 'csv',
      filter: { sheet: 'dec' },
      events: 4,
      head: before,
    });
  });

  it('is as of one moment, while a run goes on', async () => {
    const { ledger, second } = await busyLedger();
    const sink = new PassThrough({ highWaterMark: 10 });
    const exporting = ledger.exportAudit({ filter: {}, format: 'jsonl', sink, timeZone: 'UTC' });
    const id = await ledger.createBatch(BATCH, [ready(2, 'later')]);
    await send(ledger, id, 2);
    let text = '';
    for await (const chunk of sink) text += String(chunk);
    await exporting;
    expect(text).toContain(second);
    expect(text).not.toContain(`"run":"${id}"`);
  });

  it.each(AUDIT_FORMATS)(
    'says when the %s file can not be written, and leaves no half of it',
    async (format) => {
      const { ledger } = await busyLedger();
      const place = path.join(tempFolder(), 'no', 'audit');
      const request = { filter: {}, format, timeZone: 'UTC' } as const;
      const error = await saveAudit(ledger, place, request).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'not-saved' });
      expect(error instanceof LedgerError && ledgerErrorMessage(error)).toContain('Choose another place');
      const full = new Writable({ write: (_, __, done) => done(new Error('full')) });
      await expect(ledger.exportAudit({ ...request, sink: full })).rejects.toThrow('full');
      expect(await ledger.events({ kind: 'audit-exported' })).toEqual([]);
    },
  );
});
