import { unchanged } from '../state/unchanged';
import type { RowFilter, RowsPage, RowView } from '../../app/engine/contract';

export const PAGE = 100;
const KEPT = 80;
/** Pages fetched before they are needed, on either side. */
const AHEAD = 2;
/** The most rows one answer carries. */
const LONGEST = 1000;

/** What the rows are of: which sheet in which revision, filtered and sorted how. */
export type RowSource = { sheetId: string; revision: number; filter: RowFilter };
export type FetchRows = (source: RowSource, from: number, count: number) => Promise<RowsPage | null>;

type Page = { rows: readonly RowView[]; source: RowSource; usedAt: number };

/**
 * A sheet's rows, fetched a page at a time and kept. After a change the old rows stay in sight until the new ones
 * arrive, so that nothing flickers; rows of another filter are never shown.
 */
export class RowPages {
  /** How many rows the filter selects; null until the first page arrived. */
  total: number | null = null;
  private source: RowSource | null = null;
  private pages = new Map<number, Page>();
  private asked = new Set<string>();
  private listeners = new Set<() => void>();
  private uses = 0;
  private inSight: [first: number, last: number] = [0, PAGE - 1];
  /** Grows with every change, so that a view can tell. */
  version = 0;

  constructor(private readonly fetch: FetchRows) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Says what is shown from now on. */
  show(source: RowSource): void {
    const before = this.source;
    if (before && sameRows(before, source) && before.revision === source.revision) return;
    this.source = source;
    if (!before || !sameRows(before, source)) {
      this.pages.clear();
      this.total = null;
    }
    this.want(...this.inSight);
    this.changed();
  }

  /** Says which rows are in sight; those and some around them are fetched. */
  want(first: number, last: number): void {
    this.inSight = [first, last];
    const lastPage = this.total === null ? 0 : Math.max(0, Math.ceil(this.total / PAGE) - 1);
    const [from, to] = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
    for (let page = from; page <= Math.min(to, lastPage); page++) this.need(page);
    for (let away = 1; away <= AHEAD; away++) {
      if (to + away <= lastPage) this.need(to + away);
      if (from - away >= 0) this.need(from - away);
    }
  }

  /** The row at a position; undefined while it is fetched. */
  row(index: number): RowView | undefined {
    const page = this.pages.get(Math.floor(index / PAGE));
    if (page) page.usedAt = ++this.uses;
    return page?.rows[index % PAGE];
  }

  /** The revision that all rows in sight are of; null: some are older. */
  get seenRevision(): number | null {
    const [first, last] = this.inSight;
    const end = Math.min(last, (this.total ?? 0) - 1);
    for (let page = Math.floor(first / PAGE); page <= Math.floor(end / PAGE); page++) {
      if (this.pages.get(page)?.source !== this.source) return null;
    }
    return this.source?.revision ?? null;
  }

  /** Where a row of the file is now, looked for in the pages at hand; null: it isn't there. */
  indexOfRow(row: number): number | null {
    for (const [number, page] of this.pages) {
      if (page.source !== this.source) continue;
      const at = page.rows.findIndex((one) => one.row === row);
      if (at >= 0) return number * PAGE + at;
    }
    return null;
  }

  /** True once the page of a position is of the current revision. */
  isFresh(index: number): boolean {
    return this.pages.get(Math.floor(index / PAGE))?.source === this.source;
  }

  /** All rows from one position to another, inclusive, fetched if need be; null if they could not be. */
  async rowsBetween(first: number, last: number): Promise<RowView[] | null> {
    const { source } = this;
    if (!source) return null;
    const rows: RowView[] = [];
    for (let at = first; at <= last;) {
      const known = this.isFresh(at) ? this.row(at) : undefined;
      if (known) {
        rows.push(known);
        at++;
        continue;
      }
      const page = await this.fetch(source, at, Math.min(LONGEST, last - at + 1));
      if (!page) return null;
      if (page.rows.length === 0) return rows;
      rows.push(...page.rows);
      at += page.rows.length;
    }
    return rows;
  }

  private need(page: number): void {
    const { source } = this;
    if (!source || this.pages.get(page)?.source === source) return;
    const key = `${source.revision} ${page} ${JSON.stringify(source.filter)} ${source.sheetId}`;
    if (this.asked.has(key)) return;
    this.asked.add(key);
    void this.fetch(source, page * PAGE, PAGE)
      .then((answer) => answer && this.take(source, page, answer))
      .finally(() => this.asked.delete(key));
  }

  private take(source: RowSource, page: number, answer: RowsPage): void {
    if (source !== this.source) return;
    this.total = answer.total;
    const before = this.pages.get(page)?.rows;
    const rows = answer.rows.map((row, at) => unchanged(before?.[at], row));
    this.pages.set(page, { rows, source, usedAt: ++this.uses });
    this.forget();
    // The first answer says how many rows there are: what else is in sight can be asked for now.
    this.want(...this.inSight);
    this.changed();
  }

  private forget(): void {
    if (this.pages.size <= KEPT) return;
    const oldest = [...this.pages].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [number] of oldest.slice(0, this.pages.size - KEPT)) this.pages.delete(number);
  }

  private changed(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }
}

const sameRows = (a: RowSource, b: RowSource): boolean =>
  a.sheetId === b.sheetId && JSON.stringify(a.filter) === JSON.stringify(b.filter);
