import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  openSheetFile,
  RESULT_COLUMNS,
  writeResults,
  type RawSheet,
  type ResultsRequest,
  type RowResult,
} from '../../app/sheets';
import { partsOf, writePackage } from './packages';
import { plainWorkbook, type PlainOptions } from './plain-workbook';
import { shown } from './shown';

/** The headings that results add. */
export const HEADINGS = [...RESULT_COLUMNS];

export const freshFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'results-'));

export const created = (row: number, more: Partial<RowResult> = {}): RowResult => ({
  row,
  status: 'created',
  cloudPbxId: '4210042100421',
  requestId: '44151421047434e0ef817a10fc5331a0',
  error: null,
  processedAt: Date.UTC(2026, 10, 24, 8, 9, 10, 987),
  ...more,
});
export const CREATED = [
  'created',
  '4210042100421',
  '44151421047434e0ef817a10fc5331a0',
  '',
  '2026-11-24T08:09:10Z',
];
export const rejected = (row: number, error: string): RowResult =>
  created(row, { status: 'rejected', cloudPbxId: null, error });

/** Row number to its cells, each as `shown`; `hidden` rows have a `~` behind the number. */
export const cellsByRow = (sheet: RawSheet | undefined): Record<string, string[]> =>
  Object.fromEntries(
    (sheet?.rows ?? []).map(({ row, cells, hidden }) => [hidden ? `${row}~` : row, cells.map(shown)]),
  );

/** Opens a file as the app does and writes results beside it; yields where. */
export async function resultsOf(
  file: string,
  request: Partial<ResultsRequest> & Pick<ResultsRequest, 'rows'>,
): Promise<string> {
  const source = await openSheetFile(file);
  const { dir, name, ext } = path.parse(file);
  const to = path.join(dir, `${name}.results${ext}`);
  const first = { source, sheetName: source.sheets[0]?.name ?? '', headerRow: 1, columns: {}, to };
  return (await writeResults({ ...first, ...request })).path;
}

/** Writes a result into row 2 of a sheet written by hand; yields what each row then shows. */
export async function withResult(
  sheet: string | Buffer,
  more: Partial<ResultsRequest> = {},
  parts: Partial<PlainOptions> = {},
): Promise<{ rows: Record<string, string[]>; part: string; result: string; source: string }> {
  const source = path.join(await freshFolder(), 'orders.xlsx');
  await writePackage(source, plainWorkbook({ sheet, ...parts }));
  const result = await resultsOf(source, { rows: [created(2)], ...more });
  const opened = await openSheetFile(result);
  const part = (await partsOf(result)).get(parts.sheetPart ?? 'xl/worksheets/sheet1.xml');
  return { rows: cellsByRow(opened.sheets[0]), part: String(part), result, source };
}
export const inline = (cell: string, text: string): string =>
  `<c${cell && ` r="${cell}"`} t="inlineStr"><is><t>${text}</t></is></c>`;

/** Writes a file and results for its row 2; yields the bytes before and after. */
export async function textWithResult(
  content: Buffer | string,
  more: Partial<ResultsRequest> = {},
): Promise<{ text: string; bytes: Buffer; file: string; source: string }> {
  const source = path.join(await freshFolder(), 'orders.csv');
  await writeFile(source, content);
  const file = await resultsOf(source, { rows: [created(2)], ...more });
  const bytes = await readFile(file);
  return { text: bytes.toString('utf8'), bytes, file, source };
}
