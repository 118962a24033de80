import type { SheetFile } from '../sheets';
import type { OrderSheet } from './order-sheet';
import type { Parts } from './parts';

/** A repair workbook that was opened: the sheet its rows belong to, and how they get there. */
export type Merge = {
  /** Full path of that sheet. */
  file: string;
  /** Puts the rows in as one undo step; yields whether anything changed. `name`: the workbook's. */
  apply(sheet: OrderSheet, name: string): boolean;
};

/** What to do with a file that is a repair workbook; null: it is none, or its sheet is no longer there. */
export async function mergeOf(_parts: Parts, _read: SheetFile): Promise<Merge | null> {
  return null;
}
