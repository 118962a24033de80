import type { Cell, RawRow } from '../cell';
import type { ReadingBudget } from '../reading-budget';
import { EMPTY, isBlank, SharedCells } from '../shared-cells';
import { fieldText, type FieldSink } from './records';

const PROGRESS = 5_000;
/** After so many lookups it shows whether a column's values repeat at all: names and addresses don't. */
const TRIED = 500;

type Column = { raw: string; cell: Cell; lookups: number; found: number };

/** Makes rows of the fields of a text; blank ones are counted and left out. */
export class RowCollector implements FieldSink {
  readonly rows: RawRow[] = [];
  /** Of the last record. */
  row = 0;
  private column = 0;
  private filled = 0;
  private readonly cells: Cell[] = [];
  /** What each column held last: most order columns repeat it, and comparing costs less than making a string. */
  private readonly columns: Column[] = [];
  private readonly shared: SharedCells;

  constructor(
    private readonly text: string,
    private readonly budget: ReadingBudget,
    private readonly onRows: (rows: number) => void,
  ) {
    this.shared = new SharedCells(budget);
  }

  field(start: number, end: number): void {
    const column = this.column++;
    const cell = start === end ? EMPTY : this.cellOf(column, start, end);
    this.cells[column] = cell;
    if (cell !== EMPTY) this.filled = column + 1;
  }

  record(): void {
    this.row++;
    const cells = this.cells.slice(0, this.filled);
    this.column = this.filled = 0;
    if (cells.every(isBlank)) return;
    this.budget.row(cells.length);
    this.rows.push({ row: this.row, cells });
    if (this.rows.length % PROGRESS === 0) this.onRows(this.rows.length);
  }

  private cellOf(at: number, start: number, end: number): Cell {
    const column = (this.columns[at] ??= { raw: '', cell: EMPTY, lookups: 0, found: 0 });
    if (column.raw.length === end - start && this.text.startsWith(column.raw, start)) return column.cell;
    const raw = this.text.slice(start, end);
    const text = withoutFormula(fieldText(raw));
    const repeats = column.lookups < TRIED || column.found * 4 > column.lookups;
    const known = repeats ? this.shared.knownText(text) : undefined;
    if (repeats) column.lookups++;
    if (known) column.found++;
    column.raw = raw;
    column.cell = known ?? this.shared.newText(text, repeats);
    return column.cell;
  }
}

const EQUALS = 0x3d;

/** `="0049"`: how programs write a text that spreadsheet programs shall leave as it is. No other formula is looked into. */
function withoutFormula(text: string): string {
  if (text.charCodeAt(0) !== EQUALS) return text;
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text;
}
