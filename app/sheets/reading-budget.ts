import { SheetError } from './sheet-error';

/** About 1.2 GB, in units of eight bytes: a million rows of twenty columns fit. */
const UNITS = 150_000_000;
/** What a cell that no other shares takes besides its slot: the object, its number or text. */
const OWN_CELL = 12;

/** Guards memory while a file is read: a small file can unpack to more cells than any machine holds. */
export class ReadingBudget {
  constructor(
    private readonly path: string,
    private left = UNITS,
  ) {}

  /** Counts the slots of a row, blank ones between filled ones included. Throws `too-large`. */
  slots(count: number): void {
    this.left -= count;
    if (this.left < 0) throw new SheetError('too-large', this.path, { what: 'it has too many cells' });
  }
  /** Counts a cell or string of its own, with its characters. */
  own(characters: number): void {
    this.slots(OWN_CELL + (characters >> 3));
  }
}
