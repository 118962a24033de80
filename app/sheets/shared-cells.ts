import type { Cell } from './cell';
import type { ReadingBudget } from './reading-budget';

export const EMPTY: Cell = Object.freeze({ kind: 'empty' });
const YES: Cell = Object.freeze({ kind: 'boolean', value: true });
const NO: Cell = Object.freeze({ kind: 'boolean', value: false });
/** Columns repeat a few values; more different ones than this are hardly worth looking up. */
const KEPT = 100_000;

/** Makes cells so that equal ones are one object: most cells of an order sheet repeat another. */
export class SharedCells {
  private readonly texts = new Map<string, Cell>();
  private readonly dates = new Map<string, Cell>();
  private readonly numbers = new Map<number, Cell>();

  constructor(private readonly budget: ReadingBudget) {}

  text(text: string): Cell {
    return this.knownText(text) ?? this.newText(text, true);
  }
  knownText(text: string): Cell | undefined {
    return text === '' ? EMPTY : this.texts.get(text);
  }
  /** `keep`: it may come again. */
  newText(text: string, keep: boolean): Cell {
    if (text === '') return EMPTY;
    this.budget.own(text.length);
    const cell: Cell = { kind: 'text', text };
    if (keep && this.texts.size < KEPT) this.texts.set(text, cell);
    return cell;
  }
  number(value: number): Cell {
    let cell = this.numbers.get(value);
    if (!cell) {
      this.budget.own(16);
      cell = { kind: 'number', value, text: String(value) };
      if (this.numbers.size < KEPT) this.numbers.set(value, cell);
    }
    return cell;
  }
  /** Null for null: not a date. */
  date(iso: string | null): Cell | null {
    if (iso === null) return null;
    let cell = this.dates.get(iso);
    if (!cell) {
      this.budget.own(iso.length);
      cell = { kind: 'date', iso };
      if (this.dates.size < KEPT) this.dates.set(iso, cell);
    }
    return cell;
  }
  error(text: string): Cell {
    this.budget.own(text.length);
    return { kind: 'error', text };
  }
  uncalculated(formula: string): Cell {
    this.budget.own(formula.length);
    return { kind: 'uncalculated', formula };
  }
  boolean(value: boolean): Cell {
    return value ? YES : NO;
  }
}

/** Nothing but space. */
export const isBlank = (cell: Cell): boolean =>
  cell.kind === 'empty' || (cell.kind === 'text' && cell.text.trim() === '');
