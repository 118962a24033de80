/** The column of a repair workbook that says which order a row belongs to, whatever is done to the workbook. */
export const REPAIR_HEADING = 'Repair of';

export type RepairTag = { runId: string; row: number };

/** `20261124-7 row 12` */
export const tagOf = ({ runId, row }: RepairTag): string => `${runId} row ${row}`;

export function readTag(text: string): RepairTag | null {
  const match = /^(\d{8}-\d+) row (\d{1,7})$/.exec(text.trim());
  return match?.[1] && match[2] ? { runId: match[1], row: Number(match[2]) } : null;
}
