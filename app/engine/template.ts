import { writeForm, type Form } from '../sheets';
import type { Catalog } from '../orders';
import { exampleRow, formColumns } from './order-form';
import type { Parts } from './parts';

/** Rows to fill in that have drop-downs and checks. */
const EMPTY_ROWS = 1000;

/** Writes an empty order form with the choices of a connection's catalog. Throws EngineError, SheetError. */
export async function writeTemplate(parts: Parts, connection: string, to: string): Promise<void> {
  const catalog = await parts.catalogs.get(parts.connections.describe(connection));
  await writeForm(templateForm(catalog, connection), to);
}

/** The form itself: headings, one example row to overwrite, instructions. */
export function templateForm(catalog: Catalog, connection: string): Form {
  const columns = formColumns(catalog);
  const fetched = catalog.fetchedAt === 0 ? null : new Date(catalog.fetchedAt).toISOString().slice(0, 10);
  return {
    sheetName: 'Orders',
    columns,
    rows: [exampleRow(catalog)],
    emptyRows: EMPTY_ROWS,
    instructions: {
      sheetName: 'Instructions',
      lines: [
        'How to order Cloud PBXs',
        'Fill in one row of the sheet "Orders" for each PBX. Row 2 is an example: overwrite it. While it keeps its name it is never ordered.',
        'Columns with a dark heading are needed; those with a light one may be left empty.',
        'Point at a heading to read what the column means. Most cells have a list to choose from.',
        'Choose the region before the domain and the firmware: the lists show only what the region offers.',
        'Several customers go into one cell, separated by commas.',
        'An expiry date needs an answer to "Keep running after expiry".',
        fetched === null
          ? `The lists of the account "${connection}" were not fetched yet, so numbers are needed where a name would do.`
          : `The choices are those of the account "${connection}" on ${fetched}.`,
        'Save the file as an Excel workbook (.xlsx) and send it back. Do not change the headings.',
      ],
    },
  };
}
