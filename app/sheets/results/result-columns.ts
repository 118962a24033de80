/** The columns a result adds, in this order, named so in the heading row. */
export const RESULT_COLUMNS = ['status', 'cloudPbxId', 'requestId', 'error', 'processedAt'] as const;
export type ResultColumn = (typeof RESULT_COLUMNS)[number];

/** What is written into one row. Absent or null cells are left empty. */
export type RowResult = {
  /** 1-based, as in the file. */
  row: number;
  status: string;
  /** Digits, written as text. */
  cloudPbxId: string | null;
  requestId: string | null;
  error: string | null;
  /** UTC milliseconds; written as ISO 8601 in UTC, to the second. */
  processedAt: number | null;
};

/** A text for a column (from 0). */
export type Placed = { column: number; text: string };

/** Where each result column is: one that the sheet has, else the next after the last used one. */
export function placeColumns(
  existing: Partial<Record<ResultColumn, number>>,
  firstFree: number,
): { columns: ReadonlyMap<ResultColumn, number>; added: Placed[] } {
  const columns = new Map<ResultColumn, number>();
  const added: Placed[] = [];
  for (const name of RESULT_COLUMNS) {
    const column = existing[name] ?? firstFree + added.length;
    if (existing[name] === undefined) added.push({ column, text: name });
    columns.set(name, column);
  }
  return { columns, added };
}

/** The texts of a row's result by column, ascending; an empty one clears what an earlier run wrote. */
export function placedTexts(result: RowResult, columns: ReadonlyMap<ResultColumn, number>): Placed[] {
  const texts: Record<ResultColumn, string> = {
    status: result.status,
    cloudPbxId: result.cloudPbxId ?? '',
    requestId: result.requestId ?? '',
    error: result.error ?? '',
    processedAt:
      result.processedAt === null ? '' : `${new Date(result.processedAt).toISOString().slice(0, 19)}Z`,
  };
  const placed: Placed[] = [];
  let ascending = true;
  for (const [name, column] of columns) {
    if (column < (placed.at(-1)?.column ?? 0)) ascending = false;
    placed.push({ column, text: texts[name] });
  }
  return ascending ? placed : placed.sort((a, b) => a.column - b.column);
}
