import type { RowResult } from '../../../app/sheets';

export type Job = { file: string; to: string; rows: number };
export type Written = { rows: number };

/** What a finished run of that many orders writes back; the first order is on row 2. */
export function resultRows(rows: number): RowResult[] {
  return Array.from({ length: rows }, (_, at) => ({
    row: at + 2,
    status: at % 10 === 0 ? 'rejected' : 'created',
    cloudPbxId: at % 10 === 0 ? null : String(42_100 + at),
    requestId: `44151421047434e0ef817a10fc5331${at}`,
    error: at % 10 === 0 ? '1000004 INVALID_PARAMETER' : null,
    processedAt: Date.UTC(2026, 10, 24) + at * 1000,
  }));
}

export const RESULT_HEADINGS = ['status', 'cloudPbxId', 'requestId', 'error', 'processedAt'];

/** The same row as the cells a library would be given. */
export const cellsOf = (one: RowResult): (string | null)[] => [
  one.status,
  one.cloudPbxId,
  one.requestId,
  one.error,
  new Date(one.processedAt ?? 0).toISOString(),
];
