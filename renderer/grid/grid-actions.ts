import type { CellProblem, RowFilter, RowView } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { ask } from '../state/ask';
import { repairCells } from '../state/sheet-actions';
import { get, say } from '../state/window-store';
import { words } from '../words/words';
import { askFocus, columnOf, fieldAt, goTo, grid } from './grid-store';
import { rowPages } from './rows';

export { fillDown } from './edit-actions';

/** The problems of one cell; of the row number, those about the whole row. */
export const problemsAt = (row: RowView, field: string | null): CellProblem[] =>
  row.problems.filter((one) => one.field === field);

/** Columns of a row with a problem worth stopping at, left to right; a problem of a hidden column stops at the row. */
function stops(row: RowView, filter: RowFilter): number[] {
  const wanted = row.problems.filter((one) =>
    filter.code !== undefined
      ? one.code === filter.code && (filter.field === undefined || one.field === filter.field)
      : one.level !== 'note',
  );
  return [...new Set(wanted.map((one) => columnOf(one.field)))].sort((a, b) => a - b);
}

/** Goes to the next (or previous) cell with a problem, within the row first, and around at the end. */
export async function goToProblem(backwards: boolean): Promise<void> {
  const { sheet, filter } = get();
  if (!sheet) return;
  const { active } = grid();
  const here = rowPages.row(active.index);
  const inRow = here ? stops(here, filter) : [];
  const further = backwards
    ? inRow.findLast((column) => column < active.column)
    : inRow.find((column) => column > active.column);
  if (further !== undefined) {
    goTo({ index: active.index, column: further });
    askFocus();
    return;
  }
  const found = await ask(
    bridge().nextProblem({ sheetId: sheet.id, filter, afterIndex: active.index, backwards }),
  );
  if (!found) return;
  if (found.index === null) return say(words().gridNoProblem);
  const row = (await rowPages.rowsBetween(found.index, found.index))?.[0];
  const columns = row ? stops(row, filter) : [];
  goTo({ index: found.index, column: (backwards ? columns.at(-1) : columns[0]) ?? 1 });
  askFocus();
}

/** Takes the repair proposed for the active cell. */
export async function repairActiveCell(): Promise<void> {
  const { active } = grid();
  const row = rowPages.row(active.index);
  if (!row) return;
  const found = problemsAt(row, fieldAt(active.column)?.field ?? null).find((one) => one.repair);
  if (!found?.repair) return say(words().gridNoRepair);
  await repairCells([{ row: row.row, field: found.repair.field }]);
}
