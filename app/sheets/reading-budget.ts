import { SheetError } from './sheet-error';

/** About 1.6 GB, in units of eight bytes: a million rows of twenty columns fit. */
const UNITS = 200_000_000;
/** What an object of its own takes: a cell that no other shares with its number or text, a row with its list. */
const OBJECT = 12;

/** Guards memory while a file is read: a small file can unpack to more cells than any machine holds. */
export class ReadingBudget {
  constructor(
    private readonly path: string,
    private left = UNITS,
  ) {}

  /** Counts places in lists, blank ones between filled ones included. Throws `too-large`. */
  slots(count: number): void {
    this.left -= count;
    if (this.left < 0) throw new SheetError('too-large', this.path, { what: 'it has too many cells' });
  }
  /** Counts an object with its characters. */
  own(characters: number): void {
    this.slots(OBJECT + (characters >> 3));
  }
  /** Counts a row of so many cells. */
  row(cells: number): void {
    this.slots(OBJECT + cells);
  }
}
