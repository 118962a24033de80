import type { RepairPreview, RowFilter } from './contract';
import type { CellEdit, OrderSheet } from './order-sheet';

/** What repairing every problem of a kind would change. */
export function repairsFor(sheet: OrderSheet, code: string, field: string | null): RepairPreview[] {
  const previews: RepairPreview[] = [];
  for (const row of sheet.rows) {
    for (const { code: kind, field: of, cell, repair } of row.problems) {
      if (!repair || kind !== code || (field !== null && of !== field)) continue;
      const from = row.texts[repair.field] ?? '';
      previews.push({
        row: row.row,
        cell,
        field: repair.field,
        from,
        to: repair.value,
        safe: repair.safe,
      });
    }
  }
  return previews;
}

/** Applies the repairs the cells named still have, as one undo step. */
export function repairCells(sheet: OrderSheet, cells: readonly { row: number; field: string }[]): void {
  const edits = cells.flatMap(({ row, field }) => {
    const repairs = sheet
      .at(row)
      ?.problems.flatMap((one) => (one.repair ? [{ ...one.repair, of: one.field }] : []));
    const found = repairs?.find((one) => one.field === field) ?? repairs?.find((one) => one.of === field);
    return found ? [{ row, field: found.field, value: found.value }] : [];
  });
  sheet.edit(edits, edits.length === 1 ? 'repair' : `repair of ${edits.length} cells`);
}

/** Replaces text in cells, letter case ignored, as one undo step; yields how many cells changed. */
export function replaceText(
  sheet: OrderSheet,
  change: { find: string; replacement: string; field: string | null; filter: RowFilter },
): number {
  const needle = change.find.toLowerCase();
  const cells: CellEdit[] = [];
  for (const index of sheet.select(change.filter)) {
    const row = sheet.rows[index];
    // Of a row that exists already nothing is sent any more, so nothing of it is changed either.
    if (!row || row.state === 'skipped') continue;
    for (const [field, text] of Object.entries(row.texts)) {
      if ((change.field !== null && field !== change.field) || !text.toLowerCase().includes(needle)) continue;
      const value = replaceFolded(text, needle, change.replacement);
      if (value !== text) cells.push({ row: row.row, field, value });
    }
  }
  sheet.edit(cells, cells.length === 1 ? 'replacement' : `replacement in ${cells.length} cells`);
  return cells.length;
}

function replaceFolded(text: string, needle: string, replacement: string): string {
  const folded = text.toLowerCase();
  // Folding that changes the length (such as İ) would shift the positions: leave such a text alone.
  if (folded.length !== text.length) return text;
  let result = '';
  let from = 0;
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, from)) {
    result += text.slice(from, at) + replacement;
    from = at + needle.length;
  }
  return result + text.slice(from);
}
