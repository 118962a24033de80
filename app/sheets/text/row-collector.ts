import type { Cell, RawRow } from '../cell';
import type { ReadingBudget } from '../reading-budget';
import { EMPTY, isBlank, SharedCells } from '../shared-cells';
import type { CodeUnits } from './code-units';
import { fieldText, type FieldSink } from './records';

const PROGRESS = 5_000;
/** After so many lookups it shows whether a column's values repeat at all: names and addresses don't. */
const TRIED = 500;
/** A column's cells that may come again. */
const KEPT = 4_096;

/** A cell and where in the text it was read. */
type Seen = { start: number; end: number; cell: Cell };
type Column = { last: Seen; seen: Map<number, Seen>; lookups: number; found: number };

/** Makes rows of the fields of a text; blank ones are counted and left out. */
export class RowCollector implements FieldSink {
  readonly rows: RawRow[] = [];
  /** Of the last record. */
  row = 0;
  private column = 0;
  private filled = 0;
  private readonly cells: Cell[] = [];
  private readonly columns: Column[] = [];
  private readonly shared: SharedCells;

  constructor(
    private readonly units: CodeUnits,
    private readonly written: (start: number, end: number) => string,
    private readonly budget: ReadingBudget,
    private readonly onRows: (rows: number) => void,
    /** So many rows are enough. */
    private readonly most = Infinity,
  ) {
    this.shared = new SharedCells(budget);
  }

  field(start: number, end: number): void {
    const column = this.column++;
    const cell = start === end ? EMPTY : this.cellOf(column, start, end);
    this.cells[column] = cell;
    if (cell !== EMPTY) this.filled = column + 1;
  }

  record(): boolean {
    this.row++;
    const cells = this.cells.slice(0, this.filled);
    this.column = this.filled = 0;
    if (cells.every(isBlank)) return true;
    this.budget.row(cells.length);
    this.rows.push({ row: this.row, cells });
    if (this.rows.length % PROGRESS === 0) this.onRows(this.rows.length);
    return this.rows.length < this.most;
  }

  /** Most cells of an order column repeat the one above or another one: comparing characters costs less than making a string. */
  private cellOf(at: number, start: number, end: number): Cell {
    const column = (this.columns[at] ??= newColumn());
    const { last } = column;
    if (this.isSame(last, start, end)) return last.cell;
    if (column.lookups >= TRIED && column.found * 4 <= column.lookups) {
      return this.remember(last, start, end, this.shared.newText(this.textOf(start, end), false));
    }
    column.lookups++;
    const key = this.keyOf(start, end);
    const seen = column.seen.get(key);
    if (seen && this.isSame(seen, start, end)) {
      column.found++;
      return this.remember(last, start, end, seen.cell);
    }
    const cell = this.shared.text(this.textOf(start, end));
    if (seen) this.remember(seen, start, end, cell);
    else if (column.seen.size < KEPT) column.seen.set(key, { start, end, cell });
    return this.remember(last, start, end, cell);
  }

  private remember(seen: Seen, start: number, end: number, cell: Cell): Cell {
    seen.start = start;
    seen.end = end;
    seen.cell = cell;
    return cell;
  }

  private textOf(start: number, end: number): string {
    return withoutFormula(fieldText(this.written(start, end)));
  }

  private isSame(seen: Seen, start: number, end: number): boolean {
    const { units } = this;
    let other = seen.start;
    if (seen.end - other !== end - start) return false;
    for (let at = start; at < end; at++, other++) if (units[at] !== units[other]) return false;
    return true;
  }

  /** Nearly always another for other characters; a small integer. */
  private keyOf(start: number, end: number): number {
    const { units } = this;
    let key = end - start;
    for (let at = start; at < end; at++) key = (Math.imul(key, 31) + (units[at] ?? 0)) & 0x3fff_ffff;
    return key;
  }
}

const newColumn = (): Column => ({
  last: { start: 0, end: 0, cell: EMPTY },
  seen: new Map(),
  lookups: 0,
  found: 0,
});

const EQUALS = 0x3d;

/** `="0049"`: how programs write a text that spreadsheet programs shall leave as it is. No other formula is looked into. */
function withoutFormula(text: string): string {
  if (text.charCodeAt(0) !== EQUALS) return text;
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text;
}
