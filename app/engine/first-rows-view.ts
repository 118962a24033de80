import { cellText } from '../orders';
import type { FirstRows } from '../sheets';
import type { FirstRowsView } from './contract';

/** Of a row and of a cell no more is looked at in passing. */
const [COLUMNS, CHARACTERS] = [60, 200];

/** The first rows of a file as a window shows them. */
export const firstRowsView = (fileName: string, { sheetName, rows }: FirstRows): FirstRowsView => ({
  fileName,
  sheetName,
  rows: rows.map(({ row, cells }) => ({
    row,
    texts: cells.slice(0, COLUMNS).map((cell) => cellText(cell).slice(0, CHARACTERS)),
  })),
});
