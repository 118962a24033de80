import { SheetError } from '../sheet-error';
import { openPackage, partChunks } from '../workbook/package';
import { readStructure } from '../workbook/structure';
import { LAST_COLUMN } from './cell-references';
import { copyPackage } from './copy-package';
import { transformed } from './part-codec';
import { placeColumns } from './result-columns';
import { RowStream } from './row-stream';
import { surveySheet } from './sheet-survey';
import { SheetWithResults } from './sheet-with-results';
import type { ResultsRequest } from './write-results';

/**
 * A workbook's bytes with the results in one sheet. The sheet is read twice as a stream, once to learn which columns are
 * free and once to write it; every other part is copied. Throws SheetError, also while the chunks are read.
 */
export async function workbookWithResults(
  bytes: Buffer,
  { source, sheetName, headerRow, columns: existing, rows, to }: ResultsRequest,
): Promise<AsyncIterable<Buffer>> {
  const opened = await openPackage(bytes, source.path);
  const { sheets } = await readStructure(opened);
  const sheet = sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new SheetError('sheet-gone', source.path, { sheet: sheetName });
  const results = new Map(rows.map((result) => [result.row, result]));
  const asked = new Set([headerRow, ...results.keys()]);
  const { used, headingStyle, present } = await surveySheet(opened, sheet.part, headerRow, asked);
  const { columns, added } = placeColumns(existing, used);
  if (Math.max(...columns.values()) > LAST_COLUMN)
    throw new SheetError('cannot-write', to, { why: 'the sheet has no free columns' });
  const missing = [...asked].filter((row) => !present.has(row)).sort((a, b) => a - b);
  const visitor = new SheetWithResults({ headerRow, added, columns, rows: results, headingStyle, missing });
  const stream = new RowStream(visitor, source.path, sheet.part);
  return copyPackage(
    opened,
    new Map([
      [
        sheet.part,
        transformed(partChunks(opened, sheet.part), {
          write: (text) => stream.write(text),
          end: () => stream.end(),
        }),
      ],
    ]),
  );
}
