import type { Cell, CellRange, RawRow } from '../cell';
import type { ReadingBudget } from '../reading-budget';
import { EMPTY, isBlank } from '../shared-cells';
import { SheetError } from '../sheet-error';
import { CellAttributes, digits } from './cell-attributes';
import type { CellContent, CellMaker } from './cell-value';
import { cellRange } from './merged-cells';
import { RichText } from './strings';
import type { TagHandler } from './tag-scanner';
import { attributesOf, isTrue, xmlText } from './xml-values';

const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;
const PROGRESS = 2_000;

const NO_STYLES: ReadonlySet<number> = new Set();

type Target = 'value' | 'formula' | 'inline' | null;

/** Collects the rows of a sheet part as its tags pass by. Throws `damaged` where they contradict one another. */
export class SheetCells implements TagHandler {
  wantsText = false;
  readonly rows: RawRow[] = [];
  readonly merged: CellRange[] = [];
  /** First and last column, 0-based. */
  private readonly hiddenSpans: (readonly [number, number])[] = [];
  private inData = false;
  private ordered = true;
  private row = 0;
  private rowHidden = false;
  /** Whether the row's own tag gave its number. */
  private rowNumbered = false;
  private cells: Cell[] = [];
  private filled = 0;
  private struckCells = 0;
  private column = -1;
  private target: Target = null;
  private readonly at = new CellAttributes();
  private readonly rich = new RichText();
  private readonly content: CellContent = {
    type: 'n',
    style: 0,
    integer: -1,
    value: null,
    inline: null,
    formula: null,
  };

  constructor(
    private readonly maker: CellMaker,
    private readonly budget: ReadingBudget,
    private readonly path: string,
    private readonly part: string,
    private readonly onRows: (rows: number) => void,
    /** Styles whose text is struck through. */
    private readonly struckStyles: ReadonlySet<number> = NO_STYLES,
  ) {}

  open(name: string, bytes: Buffer, from: number, to: number): void {
    if (!this.inData) return this.openOutside(name, bytes, from, to);
    switch (name) {
      case 'c':
        return this.openCell(bytes, from, to);
      case 'v':
        this.content.value ??= '';
        return this.want('value');
      case 'f':
        this.content.formula ??= '';
        return this.want('formula');
      case 'row':
        return this.openRow(attributesOf(bytes, from, to));
      case 'is':
        this.target = 'inline';
        return;
      default:
        if (this.target !== 'inline') return;
        this.rich.open(name);
        this.wantsText = this.rich.inText;
    }
  }

  close(name: string): void {
    if (!this.inData) return;
    switch (name) {
      case 'c':
        return this.closeCell();
      case 'v':
      case 'f':
        return this.want(null);
      case 'row':
        return this.closeRow();
      case 'is':
        this.content.inline = (this.content.inline ?? '') + this.rich.take();
        return this.want(null);
      case 'sheetData':
        this.inData = false;
        return;
      default:
        if (this.target !== 'inline') return;
        this.rich.close(name);
        this.wantsText = this.rich.inText;
    }
  }

  text(bytes: Buffer, from: number, to: number, raw: boolean): void {
    const { content } = this;
    if (this.target === 'value') {
      const { type } = content;
      if (content.integer < 0 && content.value === '' && (type === 's' || type === 'n')) {
        content.integer = digits(bytes, from, to);
        if (content.integer >= 0) return;
      }
      // A comment or CDATA in the middle: the digits so far are text after all.
      if (content.integer >= 0) content.value = String(content.integer);
      content.integer = -1;
      content.value += xmlText(bytes, from, to, raw);
    } else if (this.target === 'formula') content.formula += xmlText(bytes, from, to, raw);
    else this.rich.add(xmlText(bytes, from, to, raw));
  }

  /** Rows in the order of their numbers. */
  finish(): void {
    if (!this.ordered) this.rows.sort((a, b) => a.row - b.row);
    if (this.rows.some((one, at) => one.row === this.rows[at - 1]?.row)) {
      throw this.damaged('a row occurs twice');
    }
  }

  /** 0-based; only those that hold something. */
  hiddenColumns(): number[] {
    const columns: number[] = [];
    const width = this.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    for (let column = 0; column < width; column++) {
      const hidden = this.hiddenSpans.some(([first, last]) => first <= column && column <= last);
      if (hidden && this.rows.some(({ cells }) => !isBlank(cells[column] ?? EMPTY))) columns.push(column);
    }
    return columns;
  }

  private openOutside(name: string, bytes: Buffer, from: number, to: number): void {
    if (name === 'sheetData') this.inData = true;
    else if (name === 'mergeCell') {
      const range = cellRange(attributesOf(bytes, from, to)['ref'] ?? '');
      this.budget.own(0);
      if (range) this.merged.push(range);
    } else if (name === 'col') {
      const { min, max, hidden } = attributesOf(bytes, from, to);
      this.budget.own(0);
      if (isTrue(hidden)) this.hiddenSpans.push([Number(min) - 1, Number(max) - 1]);
    }
  }

  private openRow(attributes: Record<string, string>): void {
    const before = this.row;
    this.rowNumbered = attributes['r'] !== undefined;
    this.row = this.rowNumbered ? Number(attributes['r']) : before + 1;
    if (!(this.row >= 1 && this.row <= MAX_ROW && Number.isInteger(this.row)))
      throw this.damaged('a row number');
    if (this.row <= before) this.ordered = false;
    this.rowHidden = isTrue(attributes['hidden']);
    this.cells = [];
    this.filled = 0;
    this.struckCells = 0;
    this.column = -1;
  }

  private closeRow(): void {
    const { cells, filled } = this;
    if (filled > 0 && !cells.every(isBlank)) {
      this.budget.row(filled);
      const kept = cells.slice(0, filled);
      this.rows.push(
        this.rowHidden || this.struckCells > 0 ? this.markedRow(kept) : { row: this.row, cells: kept },
      );
      if (this.rows.length % PROGRESS === 0) this.onRows(this.rows.length);
    }
  }

  /** A row that a person sees otherwise. One struck cell is a correction of that cell alone. */
  private markedRow(cells: Cell[]): RawRow {
    const struck = this.struckCells * 2 > cells.filter((cell) => !isBlank(cell)).length;
    return {
      row: this.row,
      cells,
      ...(this.rowHidden && { hidden: true }),
      ...(struck && { struck }),
    };
  }

  private openCell(bytes: Buffer, from: number, to: number): void {
    const { at, content } = this;
    if (!at.read(bytes, from, to)) throw this.damaged('a cell reference');
    if (at.column >= 0) {
      if (!this.rowNumbered && this.column < 0) this.row = at.row;
      if (at.row !== this.row) throw this.damaged('a cell outside its row');
      this.column = at.column;
    } else this.column++;
    if (this.column >= MAX_COLUMN || this.row > MAX_ROW) throw this.damaged('a cell reference');
    content.type = at.type;
    content.style = at.style;
    content.integer = -1;
    content.value = content.inline = content.formula = null;
  }

  private closeCell(): void {
    const { content, cells, column } = this;
    if (content.value === null && content.inline === null && content.formula === null) return;
    const cell = this.maker.make(content);
    if (cell === null) throw this.damaged('a shared string that is not there');
    if (cell === EMPTY) return;
    while (cells.length < column) cells.push(EMPTY);
    if ((cells[column] ?? EMPTY) !== EMPTY) throw this.damaged('a cell occurs twice');
    cells[column] = cell;
    if (this.struckStyles.size > 0 && this.struckStyles.has(content.style)) this.struckCells++;
    if (column >= this.filled) this.filled = column + 1;
  }

  private want(target: Target): void {
    this.target = target;
    this.wantsText = target === 'value' || target === 'formula';
  }

  private damaged(why: string): SheetError {
    return new SheetError('damaged', this.path, { part: this.part, why, row: this.row });
  }
}
