import type { Workbook, Worksheet } from 'exceljs';
import { writeSafely } from '../safe-file';
import { choiceLists } from './choice-lists';
import { fillCell, FONT, type FilledCell } from './filled-cells';
import { validationOf } from './validations';

/** One column of a form to fill in. */
export type FormColumn = {
  heading: string;
  /** Shown as a note on the heading. */
  note: string;
  required: boolean;
  width?: number;
  /** A drop-down; long lists are kept on a hidden sheet. `strict`: nothing else may be typed. */
  choices?: {
    values: readonly string[];
    strict: boolean;
    /** The choices depend on what another column (0-based) of the same row holds. */
    by?: { column: number; values: ReadonlyMap<string, readonly string[]> };
  };
  check?:
    | { kind: 'whole'; min?: number; max?: number; message: string; rule?: string }
    /** `future`: only days after today. */
    | { kind: 'date'; message: string; future?: boolean }
    | { kind: 'text'; maxLength?: number; message: string; rule?: string };
  // A `rule` is a spreadsheet formula that must be true, written for row 2: `F2>0`. It is checked together with the rest.
};

/** A workbook people fill in and send back. */
export type Form = {
  sheetName: string;
  columns: readonly FormColumn[];
  /** Filled-in rows under the headings, by column. */
  rows: readonly (readonly FilledCell[])[];
  /** How many empty rows under them have drop-downs and checks. */
  emptyRows: number;
  instructions: { sheetName: string; lines: readonly string[] };
};

const USUAL_WIDTH = 18;
const READING_WIDTH = 100;

/**
 * Writes a form as XLSX: headings in row 1 with notes, drop-downs, checks; cells with a `problem` marked and noted.
 * Safely, as results are. Throws SheetError; `cannot-write` when the file is open elsewhere.
 */
export async function writeForm(form: Form, to: string): Promise<void> {
  // Loaded when first needed: it takes time and memory that no other task should pay for.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  addForm(workbook, form);
  const written = new Uint8Array(await workbook.xlsx.writeBuffer());
  await writeSafely(to, once(written), { sibling: false });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function addForm(workbook: Workbook, { sheetName, columns, rows, emptyRows, instructions }: Form): void {
  const names = distinctNames([sheetName, instructions.sheetName, 'Choices']);
  const sheet = workbook.addWorksheet(names[0], {
    views: [{ state: 'frozen', ySplit: 1, activeCell: 'A2' }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = '1:1';
  addInstructions(workbook.addWorksheet(names[1]), instructions.lines);
  const lists = choiceLists(workbook, names[2] ?? 'Choices');
  const lastRow = 1 + rows.length + emptyRows;
  columns.forEach((column, at) => {
    addHeading(sheet, column, at + 1);
    const { letter } = sheet.getColumn(at + 1);
    const validation = validationOf(column, `${letter}2`, lists);
    if (validation && lastRow > 1) {
      sheet.dataValidations.add(`${letter}2:${letter}${lastRow}`, validation);
    }
  });
  rows.forEach((cells, at) => {
    cells.forEach((cell, column) => {
      const kind = columns[column]?.check?.kind ?? 'text';
      if (cell.text !== '' || cell.problem !== undefined)
        fillCell(sheet.getCell(at + 2, column + 1), cell, kind);
    });
  });
}

/** A heading; what the column's cells look like: text unless numbers or dates are checked for, so that ids stay whole. */
function addHeading(sheet: Worksheet, column: FormColumn, number: number): void {
  const formats = { whole: '0', date: 'yyyy-mm-dd', text: '@' };
  const whole = sheet.getColumn(number);
  whole.width = column.width ?? Math.max(USUAL_WIDTH, column.heading.length + 4);
  whole.numFmt = column.choices ? '@' : formats[column.check?.kind ?? 'text'];
  const heading = sheet.getCell(1, number);
  heading.value = column.heading;
  heading.numFmt = '@';
  heading.font = { ...FONT, bold: true, color: { argb: column.required ? 'FFFFFFFF' : 'FF1F3A5F' } };
  heading.fill = {
    type: 'pattern',
    pattern: 'solid',
    fgColor: { argb: column.required ? 'FF1F5F99' : 'FFDCE9F5' },
  };
  heading.alignment = { vertical: 'middle', wrapText: true };
  heading.border = { bottom: { style: 'thin', color: { argb: 'FF1F3A5F' } } };
  if (column.note !== '') heading.note = column.note;
}

function addInstructions(sheet: Worksheet, lines: readonly string[]): void {
  sheet.getColumn(1).width = READING_WIDTH;
  lines.forEach((line, at) => {
    const cell = sheet.getCell(at + 1, 1);
    cell.value = line;
    cell.alignment = { wrapText: true, vertical: 'top' };
    if (at === 0) cell.font = { ...FONT, bold: true, size: 14 };
  });
}

/** Names a workbook accepts: at most 31 characters, none of `[]:*?/\`, no two alike. */
function distinctNames(names: readonly string[]): string[] {
  const taken: string[] = [];
  for (const name of names) {
    const base =
      name
        .replace(/[[\]:*?/\\]|^'|'$/g, ' ')
        .trim()
        .slice(0, 27) || 'Sheet';
    let distinct = base;
    for (let number = 2; taken.some((one) => one.toLowerCase() === distinct.toLowerCase()); number++)
      distinct = `${base} ${number}`;
    taken.push(distinct);
  }
  return taken;
}
