import { isFieldName, type CheckedRow } from '../orders';
import type { RowFilter } from './contract';

/** Whether a row belongs to what a filter selects. Made once per filter, asked once per row. */
export type RowTest = (row: CheckedRow) => boolean;

export function rowTest(filter: RowFilter): RowTest {
  const needle = filter.text?.trim().toLowerCase() ?? '';
  const { states, code, field } = filter;
  return (row) => {
    if (states && !states.includes(row.state)) return false;
    if (filter.edited && row.edited.length === 0) return false;
    if (filter.withProblems && !row.problems.some((one) => one.level !== 'note')) return false;
    if (code !== undefined || field !== undefined) {
      const hit = row.problems.some(
        (one) => (code === undefined || one.code === code) && (field === undefined || one.field === field),
      );
      if (!hit) return false;
    }
    if (needle === '' || String(row.row) === needle) return true;
    return Object.values(row.texts).some((text) => text.toLowerCase().includes(needle));
  };
}

/** Orders rows as a filter's `sort` says; null: in the file's order. */
export type RowOrder = {
  key(row: CheckedRow): string;
  /** Empty cells go last either way, as in a spreadsheet. Zero: as in the file. */
  compare(a: string, b: string): number;
};

export function rowOrder(sort: RowFilter['sort']): RowOrder | null {
  if (!sort) return null;
  const direction = sort.descending ? -1 : 1;
  const { by } = sort;
  if (by === 'row') {
    if (!sort.descending) return null;
    return { key: (row) => String(row.row), compare: (a, b) => Number(b) - Number(a) };
  }
  const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return {
    key: (row) => (by === 'state' ? row.state : isFieldName(by) ? (row.texts[by] ?? '') : ''),
    compare: (a, b) =>
      a === '' || b === '' ? Number(a === '') - Number(b === '') : direction * natural.compare(a, b),
  };
}
