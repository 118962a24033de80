import type { RawSheet } from '../cell';
import { ReadingBudget } from '../reading-budget';
import { SharedCells } from '../shared-cells';
import { CellMaker } from './cell-value';
import { fillMergedRows } from './merged-cells';
import { openPackage, scanPart } from './package';
import { SheetCells } from './sheet-cells';
import { readSharedStrings } from './strings';
import { readStructure } from './structure';
import { readStyles } from './styles';

/** Every sheet of a workbook, in the order of its tabs. Nothing in it is run or looked up elsewhere. Throws SheetError. */
export async function readWorkbook(
  bytes: Buffer,
  path: string,
  onRows: (rows: number) => void,
  budget = new ReadingBudget(path),
): Promise<RawSheet[]> {
  const opened = await openPackage(bytes, path);
  const structure = await readStructure(opened);
  const shared = new SharedCells(budget);
  const strings = await readSharedStrings(opened, structure.sharedStrings, shared, budget);
  const { kinds, struck } = await readStyles(opened, structure.styles);
  const maker = new CellMaker(strings, kinds, structure.date1904, shared);
  const sheets: RawSheet[] = [];
  let before = 0;
  for (const { name, hidden, part } of structure.sheets) {
    const cells = new SheetCells(maker, budget, path, part, (rows) => onRows(before + rows), struck);
    await scanPart(opened, part, cells);
    cells.finish();
    before += cells.rows.length;
    onRows(before);
    const merged = fillMergedRows(cells.rows, cells.merged, budget);
    const hiddenColumns = cells.hiddenColumns();
    sheets.push({
      name,
      hidden,
      rows: cells.rows,
      ...(hiddenColumns.length > 0 && { hiddenColumns }),
      ...(merged.length > 0 && { merged }),
    });
  }
  return sheets;
}
