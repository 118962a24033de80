/** What is compared with what, and the goals of shared performance targets: ours / peer, medians of one run. */
import os from 'node:os';
import path from 'node:path';
import { madeSheet } from './made-sheets.mjs';

const opening = (kind) => async (rows) => ({ file: await madeSheet(kind, rows) });

export const COMPARISONS = [
  {
    name: 'open-csv',
    title: 'open, match and check a CSV',
    sizes: [1_000, 10_000, 100_000],
    input: opening('csv'),
    contenders: { ours: 'open-ours', 'papaparse stream + zod': 'open-papaparse' },
    goals: { 'papaparse stream + zod': 0.8 },
    goalMb: 250,
    /** Ours alone at a size nobody sends, to see that the cost grows with the rows. */
    aloneAt: 1_000_000,
  },
  {
    name: 'open-xlsx',
    title: 'open, match and check an XLSX',
    sizes: [1_000, 10_000, 100_000],
    input: opening('xlsx'),
    contenders: {
      ours: 'open-ours',
      'exceljs + zod': 'open-exceljs',
      'read-excel-file + zod': 'open-read-excel-file',
      'SheetJS + zod': 'open-sheetjs',
    },
    goals: { 'exceljs + zod': 0.25, 'read-excel-file + zod': 0.5 },
    goalMb: 350,
  },
  {
    name: 'results-xlsx',
    title: 'write results into an XLSX',
    sizes: [1_000, 10_000, 100_000],
    input: async (rows) => ({
      file: await madeSheet('xlsx', rows),
      to: path.join(os.tmpdir(), `pbx-orders-bench-${process.pid}.xlsx`),
      rows,
    }),
    contenders: { ours: 'results-ours', exceljs: 'results-exceljs', SheetJS: 'results-sheetjs' },
    goals: { exceljs: 0.1, SheetJS: 0.25 },
    goalMb: 200,
  },
];
