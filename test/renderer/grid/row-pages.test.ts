import { describe, expect, it } from 'vitest';
import type { RowsPage, RowView } from '../../../app/engine/contract';
import { PAGE, RowPages, type RowSource } from '../../../renderer/grid/row-pages';

const row = (index: number, revision: number): RowView => ({
  index,
  row: index + 2,
  state: 'ready',
  texts: { name: `${index} of revision ${revision}` },
  originals: {},
  problems: [],
  earlier: null,
});

/** An engine with `total` rows whose answers come when the test lets them. */
function engine(total: number) {
  const waiting: { source: RowSource; from: number; answer: () => Promise<void> }[] = [];
  let size = total;
  const pages = new RowPages(
    (source, from, count) =>
      new Promise((resolve) => {
        const answer = async (): Promise<void> => {
          const rows = Array.from({ length: Math.max(0, Math.min(count, size - from)) }, (_, at) =>
            row(from + at, source.revision),
          );
          resolve({ revision: source.revision, total: size, rows } satisfies RowsPage);
          await Promise.resolve();
          await new Promise((done) => setImmediate(done));
        };
        waiting.push({ source, from, answer });
      }),
  );
  return {
    pages,
    asked: () => waiting.map((one) => one.from),
    answerAll: async () => {
      while (waiting.length > 0) await waiting.shift()?.answer();
    },
    answerFirst: () => waiting.shift()?.answer(),
    shrink: (rows: number) => {
      size = rows;
    },
  };
}
const source = (revision: number, text?: string): RowSource => ({
  sheetId: 's',
  revision,
  filter: text === undefined ? {} : { text },
});

describe('rows fetched by the page', () => {
  it('are asked for once, with pages ahead on either side', async () => {
    const { pages, asked, answerAll, answerFirst } = engine(10_000);
    pages.show(source(1));
    expect(asked()).toEqual([0]);
    await answerFirst();
    expect(asked()).toEqual([PAGE, 2 * PAGE]);
    await answerAll();
    pages.want(5000, 5030);
    expect(asked()).toEqual([5000, 5100, 4900, 5200, 4800]);
    pages.want(5001, 5031);
    expect(asked()).toHaveLength(5);
    await answerAll();
    expect(pages.row(5010)?.texts.name).toBe('5010 of revision 1');
  });

  it('stay in sight after a change until the new ones arrive', async () => {
    const { pages, answerAll } = engine(50);
    pages.show(source(1));
    await answerAll();
    pages.show(source(2));
    expect(pages.row(3)?.texts.name).toBe('3 of revision 1');
    expect(pages.isFresh(3)).toBe(false);
    await answerAll();
    expect(pages.row(3)?.texts.name).toBe('3 of revision 2');
    expect(pages.isFresh(3)).toBe(true);
  });

  it('of another filter are never shown', async () => {
    const { pages, answerAll } = engine(50);
    pages.show(source(1));
    await answerAll();
    pages.show(source(1, 'acme'));
    expect(pages.row(3)).toBeUndefined();
    expect(pages.total).toBeNull();
  });

  it('that answer too late are thrown away', async () => {
    const { pages, answerFirst, answerAll } = engine(50);
    pages.show(source(1));
    pages.show(source(2));
    await answerFirst();
    expect(pages.row(3)).toBeUndefined();
    await answerAll();
    expect(pages.row(3)?.texts.name).toBe('3 of revision 2');
  });

  it('past a new, smaller end are forgotten', async () => {
    const { pages, answerAll, shrink } = engine(300);
    pages.show(source(1));
    await answerAll();
    expect(pages.row(250)).toBeDefined();
    shrink(20);
    pages.show(source(2));
    await answerAll();
    expect(pages.total).toBe(20);
    expect(pages.row(250)).toBeUndefined();
  });

  it('are kept in a number that doesn’t grow with the sheet', async () => {
    const { pages, answerAll } = engine(100_000);
    pages.show(source(1));
    await answerAll();
    for (let first = 0; first < 100_000; first += 1000) {
      pages.want(first, first + 30);
      await answerAll();
    }
    let kept = 0;
    for (let index = 0; index < 100_000; index += PAGE) if (pages.row(index)) kept++;
    expect(kept).toBeLessThanOrEqual(80);
    expect(pages.row(99_030)).toBeDefined();
  });

  it('between two places are all there, fetched or not', async () => {
    const { pages, answerAll, answerFirst } = engine(2500);
    pages.show(source(1));
    await answerAll();
    const all = pages.rowsBetween(10, 2400);
    for (let turn = 0; turn < 4; turn++) await answerFirst();
    const rows = await all;
    expect(rows?.map((one) => one.index)).toEqual(Array.from({ length: 2391 }, (_, at) => at + 10));
  });

  it('are found again by their number in the file', async () => {
    const { pages, answerAll } = engine(50);
    pages.show(source(1));
    await answerAll();
    expect(pages.indexOfRow(12)).toBe(10);
    expect(pages.indexOfRow(9999)).toBeNull();
  });

  it('stay the very same rows where a change left them as they were, so that only the others are drawn again', async () => {
    const answers = ['one', 'one', 'two'].map((name, at): RowsPage => {
      const rows = [row(0, 0), { ...row(1, 0), texts: { name } }];
      return { revision: at, total: 2, rows };
    });
    const pages = new RowPages(async ({ revision }) => structuredClone(answers[revision] ?? null));
    const seen: (RowView | undefined)[][] = [];
    for (const revision of [0, 1, 2]) {
      pages.show(source(revision));
      await new Promise((done) => setImmediate(done));
      seen.push([pages.row(0), pages.row(1)]);
    }
    expect(seen[1]?.[0]).toBe(seen[0]?.[0]);
    expect(seen[1]?.[1]).toBe(seen[0]?.[1]);
    expect(seen[2]?.[0]).toBe(seen[0]?.[0]);
    expect(seen[2]?.[1]).toMatchObject({ texts: { name: 'two' } });
  });
});
