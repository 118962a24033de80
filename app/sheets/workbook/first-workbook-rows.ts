import type { Cell } from '../cell';
import type { FirstRows } from '../first-rows';
import { ReadingBudget } from '../reading-budget';
import { SharedCells } from '../shared-cells';
import { CellMaker } from './cell-value';
import { openPackage, scanPart } from './package';
import { SheetCells } from './sheet-cells';
import { readSharedStrings } from './strings';
import { readStructure } from './structure';
import { readStyles } from './styles';

/** Programs number texts in the order in which they come, so the first rows have the first ones. */
const STRINGS = 10_000;
const FURTHER_BACK: Cell = { kind: 'text', text: '…' };

/** The first rows of the first tab that can be seen, unpacking no more than they need. A text that is kept far from the others shows as `…`. */
export async function firstWorkbookRows(
  bytes: Buffer,
  path: string,
  count: number,
): Promise<FirstRows | null> {
  const opened = await openPackage(bytes, path);
  const { sheets, sharedStrings, styles, date1904 } = await readStructure(opened);
  const tab = sheets.find((one) => !one.hidden);
  if (!tab) return null;
  const budget = new ReadingBudget(path);
  const shared = new SharedCells(budget);
  const strings = await readSharedStrings(opened, sharedStrings, shared, budget, STRINGS);
  const { kinds } = await readStyles(opened, styles);
  const maker = new CellMaker(strings, kinds, date1904, shared, FURTHER_BACK);
  const cells = new SheetCells(maker, budget, path, tab.part, () => {});
  await scanPart(opened, tab.part, cells, () => cells.rows.length >= count);
  return { sheetName: tab.name, rows: cells.rows.slice(0, count) };
}
