import { ask } from './ask';
import { isObject } from './ycm-body';
import { YcmError } from './ycm-error';
import type { Session } from './session';

/** YCM API, Query all the Cloud PBXs and Query all the Customers: at most 50. */
const PAGE_SIZE = 50;
/** 100,000 entries. More pages than that are a server that does not count. */
const MOST_PAGES = 2000;

export type Pages = {
  items: unknown[];
  /** Nothing can be missing: the total YCM gave was reached, or a page was empty, and nothing was removed meanwhile. */
  complete: boolean;
};

/** Fetches every page of a list. `keyOf` tells entries apart, so that a server that ignores pageNumber is noticed. Throws YcmError. */
export async function askAllPages(
  session: Session,
  path: string,
  query: Record<string, string>,
  keyOf: (item: unknown) => string | null,
): Promise<Pages> {
  const items: unknown[] = [];
  const seen = new Set<string>();
  let highest = 0;
  for (let pageNumber = 1; pageNumber <= MOST_PAGES; pageNumber++) {
    const { data } = await ask(session, path, {
      pageSize: String(PAGE_SIZE),
      pageNumber: String(pageNumber),
      ...query,
    });
    const page = listOf(data);
    // A page without a list is not the end of the list.
    if (!page) throw new YcmError('unreadable', { host: session.host, httpStatus: 200 });
    const before = seen.size;
    for (const item of page.list) {
      const key = keyOf(item) ?? `?${items.length}`;
      if (seen.has(key)) continue;
      seen.add(key);
      items.push(item);
    }
    // What is removed from an earlier page moves another entry over the edge of one that is read already.
    const shrunk = page.total !== null && page.total < highest;
    highest = Math.max(highest, page.total ?? 0);
    const reached = page.total === null ? page.list.length === 0 : seen.size >= page.total;
    if (reached || shrunk || page.list.length === 0) return { items, complete: reached && !shrunk };
    if (seen.size === before) return { items, complete: false };
  }
  return { items, complete: false };
}

/** `{ total, list }` as documented, or a bare list. */
export function listOf(data: unknown): { list: unknown[]; total: number | null } | null {
  if (Array.isArray(data)) return { list: data, total: null };
  if (!isObject(data)) return null;
  const list = data.list ?? Object.values(data).find((value) => Array.isArray(value));
  if (!Array.isArray(list)) return null;
  const total = Number(data.total ?? data.totalCount ?? Number.NaN);
  return { list, total: Number.isSafeInteger(total) && total >= 0 ? total : null };
}
