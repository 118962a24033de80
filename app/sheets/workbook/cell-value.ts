import type { Cell } from '../cell';
import { EMPTY, type SharedCells } from '../shared-cells';
import { isoDate, serialDate } from './dates';
import { unescapeText } from './strings';
import type { NumberKind } from './styles';

/** What was found between a cell's tags. */
export type CellContent = {
  /** `s` shared string, `n` number, `b`, `e`, `d`, `str` formula text, `inlineStr`. */
  type: string;
  style: number;
  /** Of `v`, when it is a number of digits only; else -1. */
  integer: number;
  /** Of `v`, when it is anything else; null when there is no `v`. */
  value: string | null;
  /** Of `is`. */
  inline: string | null;
  /** Of `f`; '' for a formula that is kept with another cell. */
  formula: string | null;
};

const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const KEPT_ELSEWHERE = '…';

/** Turns what a workbook holds into cells. */
export class CellMaker {
  /** Columns of dates often repeat one. */
  private lastSerial = Number.NaN;
  private lastDate: Cell = EMPTY;

  constructor(
    private readonly strings: readonly Cell[],
    private readonly kinds: readonly NumberKind[],
    private readonly date1904: boolean,
    private readonly shared: SharedCells,
    /** Stands for shared strings that were not read. */
    private readonly missing: Cell | null = null,
  ) {}

  /** Null for a reference to a shared string that isn't there. */
  make(content: CellContent): Cell | null {
    const { type, integer, value, inline, formula } = content;
    if (integer >= 0) {
      return type === 's' ? (this.strings[integer] ?? this.missing) : this.number(integer, content.style);
    }
    if (inline !== null && !value) return this.shared.text(inline);
    // A formula that yields no text says so with t="str"; an empty value of any other type was never calculated.
    if (value === null || (value === '' && type !== 'str')) {
      return formula === null ? EMPTY : this.shared.uncalculated(formula || KEPT_ELSEWHERE);
    }
    switch (type) {
      case 's':
        return null;
      case 'b':
        return this.boolean(value);
      case 'e':
        return this.shared.error(value);
      case 'd':
        return this.shared.date(isoDate(value)) ?? this.shared.text(value);
      case 'n': {
        const number = NUMBER.test(value) ? Number(value) : Number.NaN;
        return Number.isFinite(number) ? this.number(number, content.style) : this.shared.text(value);
      }
      default:
        return this.shared.text(unescapeText(value));
    }
  }

  private boolean(value: string): Cell {
    const text = value.trim();
    if (text === '1' || text === 'true') return this.shared.boolean(true);
    if (text === '0' || text === 'false') return this.shared.boolean(false);
    return this.shared.text(value);
  }

  private number(value: number, style: number): Cell {
    const kind = this.kinds[style];
    if (kind === 'boolean' && (value === 0 || value === 1)) return this.shared.boolean(value === 1);
    if (kind === 'month' || kind === 'year') return this.partOfDate(value, kind);
    if (kind !== 'date') return this.shared.number(value);
    if (value !== this.lastSerial) {
      this.lastSerial = value;
      this.lastDate = this.shared.date(serialDate(value, this.date1904)) ?? this.shared.number(value);
    }
    return this.lastDate;
  }

  /** `Dec-27` is no day: the first of the month stands in the file because some day has to. */
  private partOfDate(value: number, kind: 'month' | 'year'): Cell {
    const date = serialDate(value, this.date1904);
    return date === null
      ? this.shared.number(value)
      : this.shared.text(date.slice(0, kind === 'month' ? 7 : 4));
  }
}
