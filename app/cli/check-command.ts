import {
  FIELD_NAMES,
  fieldOf,
  isFieldName,
  isResultField,
  type Engine,
  type OrderSheet,
  type ReadingChange,
} from '../engine';
import { EXIT } from './exit-codes';
import { harmless, type Terminal } from './terminal';
import { UsageError } from './usage-error';

/** How the operator said to read the file, from the command's options. */
export type ReadingOptions = {
  sheet?: string;
  encoding?: string;
  delimiter?: string;
  timeZone?: string;
  dates?: 'day-first' | 'month-first';
  decimal?: '.' | ',';
  map?: string[];
  constant?: string[];
  /** A mapping saved under a name. */
  mapping?: string;
};

/** Opens a file as the options say; the sheet is checked but nothing is sent anywhere. */
export async function openAs(
  engine: Engine,
  file: string,
  connection: string,
  options: ReadingOptions,
): Promise<OrderSheet> {
  const change: ReadingChange = {
    ...(options.sheet !== undefined && { sheetName: options.sheet }),
    ...(options.encoding !== undefined && { encoding: options.encoding }),
    ...(options.delimiter !== undefined && {
      delimiter: options.delimiter === '\\t' ? '\t' : options.delimiter,
    }),
    ...(options.timeZone !== undefined && { timeZone: options.timeZone }),
    ...(options.dates !== undefined && { dateOrder: options.dates }),
    ...(options.decimal !== undefined && { decimalMark: options.decimal }),
    ...(options.map && { map: Object.fromEntries(options.map.map(mapped)) }),
    ...(options.constant && { constants: Object.fromEntries(options.constant.map(constant)) }),
  };
  const sheet = await engine.open(file, { connection, change, useDraft: false });
  if (options.mapping !== undefined) {
    const reply = await engine.handle('applyMapping', { sheetId: sheet.id, name: options.mapping });
    if (!reply.ok) throw new UsageError(reply.error.message);
  }
  return sheet;
}

/** `subDomain=H`, `subDomain=Host name`, or `subDomain=` for "no column holds it". */
function mapped(pair: string): [string, string | null] {
  const [field, where] = splitPair(pair, '--map', 'subDomain=H');
  if (!isFieldName(field) && !isResultField(field)) throw unknownField(field);
  return [field, where === '' ? null : where];
}

function constant(pair: string): [string, string] {
  const [field, value] = splitPair(pair, '--constant', 'type=Commercial');
  if (!isFieldName(field)) throw unknownField(field);
  return [field, value];
}

function splitPair(pair: string, option: string, example: string): [string, string] {
  const at = pair.indexOf('=');
  if (at < 1) throw new UsageError(`${option} wants FIELD=VALUE, such as ${option} ${example}.`);
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

const unknownField = (field: string): UsageError =>
  new UsageError(`There is no field "${field}". The fields are ${FIELD_NAMES.join(', ')}.`);

type JsonProblem = {
  row: number;
  cell: string | null;
  field: string | null;
  code: string;
  level: string;
  message: string;
  repair?: { field: string; value: string; label: string };
};

/** What `check --json` prints. */
export function checkReport(sheet: OrderSheet, file: string): object {
  const problems: JsonProblem[] = [...sheet.table.problems, ...sheet.rows.flatMap((row) => row.problems)].map(
    (one) => ({
      row: one.row,
      cell: one.cell,
      field: one.field,
      code: one.code,
      level: one.level,
      message: one.message,
      ...(one.repair && {
        repair: { field: one.repair.field, value: one.repair.value, label: one.repair.label },
      }),
    }),
  );
  const { rows, ready, invalid, skipped } = sheet.counts;
  return { file, rows, ready, invalid, skipped, problems, leftOut: sheet.table.leftOut };
}

const MARK = { error: '✗', warning: '!', note: '·' } as const;

/** Whether a sheet has no orders at all, which is no matter of single rows. */
export const hasNoOrders = (sheet: OrderSheet): boolean => sheet.counts.rows === 0;

/** Prints what is wrong with a sheet; yields the exit code. */
export function printCheck(sheet: OrderSheet, file: string, terminal: Terminal, json: boolean): number {
  if (json) terminal.line(JSON.stringify(checkReport(sheet, file)));
  else printForPeople(sheet, terminal);
  if (hasNoOrders(sheet)) return EXIT.usage;
  const wrong = sheet.counts.invalid > 0 || sheet.table.problems.some((one) => one.level === 'error');
  return wrong ? EXIT.invalidOrRejected : EXIT.done;
}

function printForPeople(sheet: OrderSheet, terminal: Terminal): void {
  const { rows, ready, invalid, skipped } = sheet.counts;
  const where = sheet.file.sheets.length > 1 ? `, sheet "${harmless(sheet.table.sheetName)}"` : '';
  terminal.line(`${harmless(sheet.file.name)}${where}: ${rows} ${rows === 1 ? 'order' : 'orders'}`);
  if (sheet.file.dialect) {
    const { encoding, delimiter } = sheet.file.dialect;
    terminal.line(
      `Read as ${encoding}, columns separated by ${delimiter === '\t' ? 'tabs' : `"${delimiter}"`}.`,
    );
  }
  printColumns(sheet, terminal);
  const problems = [...sheet.table.problems, ...sheet.rows.flatMap((row) => row.problems)];
  if (problems.length > 0) terminal.line();
  for (const problem of problems) {
    const place = problem.cell ?? (problem.row > 0 ? `row ${problem.row}` : 'sheet');
    terminal.line(`${MARK[problem.level]} ${place.padEnd(7)} ${harmless(problem.message)}`);
    if (problem.repair) terminal.line(`          → ${harmless(problem.repair.label)}`);
  }
  for (const left of sheet.table.leftOut)
    terminal.line(`· row ${left.row}   left out: ${harmless(left.reason)}`);
  terminal.line();
  terminal.line(`${ready} ready, ${invalid} invalid, ${skipped} skipped.`);
}

/** Below this a column is taken for its field by likeness or by what is in it. */
const CERTAIN = 0.8;

/** Says which columns were guessed and which are left alone; the rest are what their headings say. */
function printColumns({ table }: OrderSheet, terminal: Terminal): void {
  for (const { letter, field, confidence, reason } of table.columns) {
    if (field !== null && confidence < CERTAIN)
      terminal.line(`Column ${letter} is taken for ${labelOf(field)}: ${harmless(reason)}.`);
  }
  const alone = table.columns.filter((column) => column.field === null);
  if (alone.length === 0) return;
  const named = alone.slice(0, NAMED).map(({ letter, header }) => `${letter} "${harmless(header)}"`);
  const more = alone.length > NAMED ? ` and ${alone.length - NAMED} more` : '';
  terminal.line(`Not used: ${named.join(', ')}${more}.`);
}

const NAMED = 10;
const labelOf = (field: string): string => (isFieldName(field) ? fieldOf(field).label : field);
