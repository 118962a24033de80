import { INVALID_PARAMETER, Refusal } from './envelope';

/** YCM API, Query all the Cloud PBXs: 10 a page, at most 50. */
const DEFAULT_SIZE = 10;
const LARGEST_SIZE = 50;

export type Page<Item> = { pageSize: number; pageNumber: number; total: number; list: Item[] };

/** The page that a query asks for, `pageSize` and `pageNumber`. Refuses by throwing Refusal. */
export function pageOf<Item>(items: readonly Item[], query: URLSearchParams): Page<Item> {
  const pageSize = whole(query, 'pageSize', DEFAULT_SIZE, LARGEST_SIZE);
  const pageNumber = whole(query, 'pageNumber', 1, Number.MAX_SAFE_INTEGER);
  const from = (pageNumber - 1) * pageSize;
  return { pageSize, pageNumber, total: items.length, list: items.slice(from, from + pageSize) };
}

/** Sorts by `sort`, one of `by`'s names, `-` in front for descending; by the first of them when it is left out. */
export function sorted<Item>(
  items: readonly Item[],
  query: URLSearchParams,
  by: Record<string, (item: Item) => number>,
): Item[] {
  const sort = query.get('sort') ?? Object.keys(by)[0] ?? '';
  const descending = sort.startsWith('-');
  const value = by[descending ? sort.slice(1) : sort];
  if (!value) throw new Refusal(INVALID_PARAMETER, `sort: ${sort}`);
  const ascending = [...items].sort((a, b) => value(a) - value(b));
  return descending ? ascending.reverse() : ascending;
}

function whole(query: URLSearchParams, name: string, otherwise: number, largest: number): number {
  const text = query.get(name);
  if (text === null || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > largest) throw new Refusal(INVALID_PARAMETER, name);
  return value;
}
