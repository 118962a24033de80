import { SheetError } from '../sheet-error';
import { openPackage, partChunks } from '../workbook/package';
import { readStructure } from '../workbook/structure';
import { LAST_COLUMN } from './cell-references';
import { copyPackage } from './copy-package';
import { droppedCalculationChain } from './dropped-calculation-chain';
import { grownTables } from './grown-tables';
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
  const { sheets, workbook } = await readStructure(opened);
  const sheet = sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new SheetError('sheet-gone', source.path, { sheet: sheetName });
  const results = new Map(rows.map((result) => [result.row, result]));
  const filledIn = new Set(Object.values(existing));
  const survey = await surveySheet(opened, sheet.part, {
    headerRow,
    rows: new Set(results.keys()),
    columns: filledIn,
  });
  const { columns, added } = placeColumns(existing, survey.used);
  if (Math.max(...columns.values()) > LAST_COLUMN)
    throw new SheetError('cannot-write', to, { why: 'the sheet has no free columns' });
  const visitor = new SheetWithResults({
    headerRow,
    added,
    columns,
    rows: results,
    headingStyle: survey.headingStyle,
    sharedFormulas: survey.formulas === 'shared' ? filledIn : new Set(),
    missing: [headerRow, ...results.keys()].filter((row) => !survey.present.has(row)).sort((a, b) => a - b),
  });
  const stream = new RowStream(visitor, source.path, sheet.part);
  const chain = survey.formulas === 'none' ? null : await droppedCalculationChain(opened, workbook);
  const small = [...(await grownTables(opened, sheet.part, headerRow, added)), ...(chain?.changed ?? [])];
  const replaced = new Map<string, AsyncIterable<Buffer>>(small.map(([name, whole]) => [name, once(whole)]));
  replaced.set(
    sheet.part,
    transformed(partChunks(opened, sheet.part), {
      write: (text) => stream.write(text),
      end: () => stream.end(),
    }),
  );
  return copyPackage(opened, replaced, chain?.dropped);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
