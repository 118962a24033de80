import type { Cell } from 'exceljs';

/** What a form's cell holds; `problem`: what is wrong with it, in words. */
export type FilledCell = { text: string; problem?: string };

/** The font of all cells: one that is only bold gets another face in some programs. */
export const FONT = { name: 'Calibri', family: 2, size: 11 };
/** The most a cell can hold. */
const MOST_CHARACTERS = 32_767;
/** Whole numbers that a spreadsheet keeps exactly. */
const EXACT = /^(?:0|[1-9]\d{0,14})$/;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Fills a cell: a number or a date where the column asks for one and the text is one beyond doubt, else text. */
export function fillCell(cell: Cell, { text, problem }: FilledCell, kind: 'whole' | 'date' | 'text'): void {
  const value = valueOf(text, kind);
  if (text !== '') cell.value = value;
  if (typeof value === 'string') cell.numFmt = '@';
  if (problem === undefined) return;
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFD6D6' } };
  cell.font = { ...FONT, bold: true, color: { argb: 'FF9C0006' } };
  const edge = { style: 'medium' as const, color: { argb: 'FF9C0006' } };
  cell.border = { top: edge, bottom: edge, left: edge, right: edge };
  cell.note = problem;
}

function valueOf(text: string, kind: 'whole' | 'date' | 'text'): string | number | Date {
  if (kind === 'whole' && EXACT.test(text)) return Number(text);
  const day = kind === 'date' ? ISO_DAY.exec(text) : null;
  if (day) {
    const date = new Date(`${text}T00:00:00Z`);
    // The 31st of a month with 30 days stays what was typed.
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return date;
  }
  return text.slice(0, MOST_CHARACTERS);
}
