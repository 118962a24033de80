import { createHash } from 'node:crypto';
import type { OrderTable } from '../orders';
import type { TabDraft } from './drafts';
import type { OrderSheet } from './order-sheet';
import type { StoredReading } from './preferences';

/** What a kind of sheet is recognised by: the set of its headings, whatever their order and letter case. */
export function headersKey(table: OrderTable): string {
  const headings = new Set(table.columns.map((one) => one.header.trim().toLowerCase()).filter(Boolean));
  return createHash('sha256')
    .update([...headings].sort().join('\u0000'))
    .digest('hex');
}

/** A map that holds for any sheet with the same headings: letters are replaced by the headings they stand under. */
export function mapByHeading(table: OrderTable, map: TabDraft['map']): TabDraft['map'] {
  const headingOf = new Map(table.columns.map((one) => [one.letter, one.header]));
  const times = new Map<string, number>();
  for (const { header } of table.columns) times.set(header, (times.get(header) ?? 0) + 1);
  return Object.fromEntries(
    Object.entries(map).map(([field, where]) => {
      const heading = where === null ? undefined : headingOf.get(where.toUpperCase());
      return [field, heading && times.get(heading) === 1 ? heading : where];
    }),
  );
}

/** How this sheet is read now, column by column, for other sheets to be read the same way. */
export function wholeMap(table: OrderTable): TabDraft['map'] {
  const letters: TabDraft['map'] = {};
  for (const { field, letter } of table.columns) if (field !== null) letters[field] = letter;
  return mapByHeading(table, letters);
}

/** What to remember of how the operator had a sheet read, for the next of its kind. */
export function readingOf(sheet: OrderSheet, headers: string, usedAt: number): StoredReading {
  const { encoding, delimiter } = sheet.draft();
  const { map, constants } = sheet.tab;
  return { headers, map: mapByHeading(sheet.table, map), constants, encoding, delimiter, usedAt };
}
