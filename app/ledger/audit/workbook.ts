import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { AUDIT_COLUMNS, auditRow, clockIn, type AuditValue } from './audit-columns';
import type { AuditEntry } from './audit-entries';
import type { Exported } from './json-lines';
import {
  SHEET_LIMITS,
  sheetEnd,
  sheetRow,
  sheetStart,
  workbookParts,
  type Sheet,
  type SheetColumn,
  type SheetLimits,
} from './workbook-parts';

/** A small table beside the events. */
export type SideTable = {
  name: string;
  columns: readonly SheetColumn[];
  rows: AuditValue[][];
  totals: boolean;
};

export type Workbook = {
  pages: AsyncIterable<AuditEntry[]>;
  timeZone: string;
  exported: Exported;
  /** Tests make them small. */
  limits?: SheetLimits;
  /** The other tables, asked for when all events are written. `runs`: ids of those that were included. */
  sides: (runs: ReadonlySet<string>) => Promise<SideTable[]>;
};

/** The trail as an Excel workbook, written as it is read, so that its length costs no memory. */
export function workbook(book: Workbook): Readable {
  const output = new PassThrough();
  const zip = new ZipFile();
  zip.on('error', (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  fill(zip, book).catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return output;
}

async function fill(zip: ZipFile, book: Workbook): Promise<void> {
  const sheets: Sheet[] = [];
  const runs = new Set<string>();
  const rows = eventRows(book, runs);
  const columns = AUDIT_COLUMNS.map(({ title, width, kind }): SheetColumn => {
    const local = kind === 'local';
    return { title: local ? `${title} (${book.timeZone})` : title, width, kind: local ? 'time' : kind };
  });
  const most = book.limits ?? SHEET_LIMITS;
  let next = await rows.next();
  do {
    const number = sheets.length + 1;
    const sheet: Sheet = {
      name: number === 1 ? 'Events' : `Events ${number}`,
      table: `Events${number}`,
      columns,
      rows: 0,
      totals: false,
    };
    sheets.push(sheet);
    await addSheet(
      zip,
      number,
      (async function* () {
        yield sheetStart(columns);
        for (let bytes = 0; !next.done && sheet.rows < most.rows - 1; next = await rows.next()) {
          const row = sheetRow(sheet.rows + 2, columns, next.value);
          bytes += Buffer.byteLength(row);
          if (bytes > most.bytes && sheet.rows > 0) break;
          sheet.rows++;
          yield row;
        }
        yield sheetEnd(sheet, []);
      })(),
    );
  } while (!next.done);
  for (const side of await book.sides(runs)) {
    const { name, columns: titles, totals } = side;
    const sheet: Sheet = {
      name,
      table: name.replaceAll(' ', ''),
      columns: titles,
      rows: side.rows.length,
      totals,
    };
    sheets.push(sheet);
    const sums = titles.map(({ kind }, at) =>
      kind === 'number' ? side.rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0) : null,
    );
    const lines = side.rows.length > 0 ? side.rows : [[]];
    const text = [
      sheetStart(titles),
      ...lines.map((row, at) => sheetRow(at + 2, titles, row)),
      sheetEnd(sheet, sums),
    ];
    await addSheet(zip, sheets.length, text);
  }
  for (const [path, content] of workbookParts(sheets)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
}

async function addSheet(
  zip: ZipFile,
  number: number,
  rows: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const stream = Readable.from(pieces(rows), { objectMode: false });
  const closed = once(stream, 'close');
  zip.addReadStream(stream, `xl/worksheets/sheet${number}.xml`);
  await closed;
}

const PIECE = 64 * 1024;

/** Rows in pieces worth a call of the compressor. */
async function* pieces(rows: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const row of rows) {
    text += row;
    if (text.length < PIECE) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

async function* eventRows(
  { pages, timeZone, exported }: Workbook,
  runs: Set<string>,
): AsyncGenerator<AuditValue[]> {
  const clock = clockIn(timeZone);
  for await (const page of pages) {
    for (const entry of page) {
      const { event } = entry;
      exported.head = { seq: event.seq, hash: event.hash };
      if (!entry.included) continue;
      exported.events++;
      if (event.batchId !== null) runs.add(event.batchId);
      yield auditRow(entry).map((value, at) =>
        AUDIT_COLUMNS[at]?.kind === 'local' && typeof value === 'number'
          ? Date.parse(`${clock(value)}Z`)
          : value,
      );
    }
  }
}
