import type { CheckedRow } from './checked-row';
import { createChecker, type CheckOptions } from './checker';
import type { Problem } from './problems';
import type { OrderTable } from './table';

/** Every row of a table checked once; `problems` are the sheet's own and all rows', in the sheet's order. */
export function checkOrders(
  table: OrderTable,
  options: CheckOptions,
): { rows: readonly CheckedRow[]; problems: Problem[] } {
  const { rows } = createChecker(table, options);
  return { rows, problems: [...table.problems, ...rows.flatMap((row) => row.problems)] };
}
