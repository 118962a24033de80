/**
 * What is measured and compared, and the goals. `contenders` run in turn on the same input; times are milliseconds, of
 * the whole or of one unit of it (`per`). `goals(at)`: `at(who, rows)` yields medians, or undefined when not measured.
 */
import path from 'node:path';
import { OUT } from '../../build/steps.mjs';
import { madeLedger } from './made-ledger.mjs';
import { madeSheet } from './made-sheets.mjs';

const sheet = (kind) => async (rows) => ({ file: await madeSheet(kind, rows) });

/** Ours by the clock as a part of another's time, at most. */
const ratio = (at, rows, who, peer, most, peerRows = rows) =>
  goal(rows, who, `of ${peerRows === rows ? peer : `${peerRows.toLocaleString('en')} rows`}`, most, [
    at(who, rows)?.ms / at(peer, peerRows)?.ms,
  ]);
const memory = (at, rows, most) => goal(rows, 'ours', 'MB', most, [at('ours', rows)?.peakMb]);
const goal = (rows, who, what, most, [value]) =>
  value === undefined || Number.isNaN(value) ? [] : [{ rows, who, what, value, most, met: value <= most }];

const LARGE = 100_000;
const audit = (format) => ({
  name: `audit-${format}`,
  title: `export the audit trail, ${format.toUpperCase()}`,
  unit: 'events',
  sizes: [1_000, 100_000, 1_000_000],
  quickSizes: [1_000, 10_000],
  rounds: 3,
  input: async (events, measured) => ({ dataDir: await madeLedger(events, measured), format }),
  contenders: { ours: 'export-audit' },
  /** Flat: ten times the events in no more memory. (A thousand events end before memory is used up to be collected.) */
  goals: (at) => memory(at, 1_000_000, 1.1 * (at('ours', LARGE)?.peakMb ?? Number.NaN)),
});

export const COMPARISONS = [
  {
    name: 'open-csv',
    title: 'open, match and check a CSV',
    sizes: [1_000, 10_000, LARGE],
    input: sheet('csv'),
    contenders: { ours: 'open-ours', 'papaparse stream + zod': 'open-papaparse' },
    goals: (at) => [...ratio(at, LARGE, 'ours', 'papaparse stream + zod', 0.8), ...memory(at, LARGE, 250)],
    /** Ours alone at a size nobody sends, to see that the cost grows with the rows. */
    aloneAt: 1_000_000,
  },
  {
    name: 'open-xlsx',
    title: 'open, match and check an XLSX',
    sizes: [1_000, 10_000, LARGE],
    rounds: 3,
    input: sheet('xlsx'),
    contenders: {
      ours: 'open-ours',
      'exceljs + zod': 'open-exceljs',
      'read-excel-file + zod': 'open-read-excel-file',
      'SheetJS + zod': 'open-sheetjs',
    },
    goals: (at) => [
      ...ratio(at, LARGE, 'ours', 'exceljs + zod', 0.25),
      ...ratio(at, LARGE, 'ours', 'read-excel-file + zod', 0.5),
      ...memory(at, LARGE, 350),
    ],
  },
  {
    name: 'results-xlsx',
    title: 'write results into an XLSX',
    sizes: [1_000, 10_000, LARGE],
    rounds: 3,
    input: async (rows) => ({
      file: await madeSheet('xlsx', rows),
      to: path.join(OUT, 'bench', 'results.xlsx'),
      rows,
    }),
    contenders: { ours: 'results-ours', exceljs: 'results-exceljs', SheetJS: 'results-sheetjs' },
    goals: (at) => [
      ...ratio(at, LARGE, 'ours', 'exceljs', 0.1),
      ...ratio(at, LARGE, 'ours', 'SheetJS', 0.25),
      ...memory(at, LARGE, 200),
    ],
  },
  {
    name: 'orders',
    title: 'create an order, of a run of them',
    per: 'order',
    sizes: [1_000],
    quickSizes: [200],
    input: sheet('csv'),
    contenders: {
      ours: 'orders-ours',
      'bare fetch, kept alive': 'orders-fetch',
      'bare fetch, a connection each': 'orders-fetch-closing',
      'the same and two fsyncs': 'orders-fetch-durable',
    },
    goals: (at, sizes) =>
      sizes.flatMap((rows) =>
        goal(rows, 'ours', 'ms more than kept alive', 2, [
          at('ours', rows)?.ms - at('bare fetch, kept alive', rows)?.ms,
        ]),
      ),
  },
  {
    name: 'recheck',
    title: 'check again after an edit',
    per: 'edit',
    sizes: [1_000, LARGE],
    quickSizes: [1_000, 10_000],
    input: sheet('csv'),
    contenders: { ours: 'recheck' },
    goals: (at) => [
      ...ratio(at, LARGE, 'ours', 'ours', 1.5, 1_000),
      ...goal(LARGE, 'ours', 'ms, one frame', 16.6, [at('ours', LARGE)?.ms]),
    ],
  },
  ...['csv', 'xlsx'].map((kind) => ({
    name: `first-rows-${kind}`,
    title: `first rows of ${kind === 'csv' ? 'a CSV' : 'an XLSX'}`,
    sizes: [LARGE],
    quickSizes: [LARGE],
    input: sheet(kind),
    contenders: { 'first rows': 'first-rows', 'the whole load': 'open-ours' },
    goals: (at) => ratio(at, LARGE, 'first rows', 'the whole load', 0.1),
  })),
  audit('csv'),
  audit('xlsx'),
];
