import type { CheckedRow, FieldName } from '../orders';
import type { RowFilter } from './contract';

const NATURAL = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function matches(row: CheckedRow, filter: RowFilter, needle: string | null): boolean {
  if (filter.states && !filter.states.includes(row.state)) return false;
  if (filter.edited && row.edited.length === 0) return false;
  if (filter.withProblems && !row.problems.some((one) => one.level !== 'note')) return false;
  if (filter.code !== undefined || filter.field !== undefined) {
    const hit = row.problems.some(
      (one) =>
        (filter.code === undefined || one.code === filter.code) &&
        (filter.field === undefined || one.field === filter.field),
    );
    if (!hit) return false;
  }
  if (needle !== null) {
    if (String(row.row) === needle) return true;
    return Object.values(row.texts).some((text) => text.toLowerCase().includes(needle));
  }
  return true;
}

const isEverything = (filter: RowFilter): boolean =>
  !filter.states && !filter.withProblems && !filter.code && !filter.field && !filter.text && !filter.edited;

/** Indices into `rows`, in the order the filter asks for. */
export function selectRows(rows: readonly CheckedRow[], filter: RowFilter): Uint32Array {
  const needle = filter.text ? filter.text.trim().toLowerCase() : null;
  const everything = isEverything(filter);
  const chosen = new Uint32Array(rows.length);
  let count = 0;
  rows.forEach((row, index) => {
    if (everything || matches(row, filter, needle === '' ? null : needle)) chosen[count++] = index;
  });
  const selected = chosen.slice(0, count);
  return filter.sort ? sorted(rows, selected, filter.sort) : selected;
}

function sorted(
  rows: readonly CheckedRow[],
  indices: Uint32Array,
  sort: NonNullable<RowFilter['sort']>,
): Uint32Array {
  if (sort.by === 'row') return sort.descending ? indices.reverse() : indices;
  const keyOf = (index: number): string => {
    const row = rows[index];
    if (!row) return '';
    return sort.by === 'state' ? row.state : (row.texts[sort.by as FieldName] ?? '');
  };
  const keyed = Array.from(indices, (index) => ({ index, key: keyOf(index) }));
  const direction = sort.descending ? -1 : 1;
  // Empty cells go last either way, as in a spreadsheet; equal keys keep the file's order.
  keyed.sort((a, b) => {
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '') || a.index - b.index;
    return direction * NATURAL.compare(a.key, b.key) || a.index - b.index;
  });
  return Uint32Array.from(keyed, (one) => one.index);
}
