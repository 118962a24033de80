import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { answerDialogs, expectNoComplaints, launch, sheet } from './app';
import { chooseSheet, create, created, goToPlan, heading } from './screens';

describe('the main job in the window', () => {
  it('creates the twelve PBXs of a clean sheet and gives the sheet back with an id on every row', async () => {
    const app = await launch();
    const file = sheet('clean.csv');
    await answerDialogs(app, { open: file });
    await chooseSheet(app);
    await heading(app.page, 'Review and fix');
    await goToPlan(app.page);
    await create(app.page, 12);
    const pbxs = await created(app);
    expect(pbxs.map((pbx) => pbx.name)).toEqual(
      Array.from({ length: 12 }, (_none, index) => `Acme Branch ${index + 1}`),
    );
    const result = file.replace('.csv', '.results.csv');
    const lines = readFileSync(result, 'utf8').trimEnd().split(/\r?\n/);
    expect(lines).toHaveLength(13);
    for (const { row, id } of pbxs) expect(lines[row - 1]).toContain(id);
    expect(new Set(pbxs.map((pbx) => pbx.id)).size).toBe(12);
    expectNoComplaints(app);
  });

  it('creates those of a Unicode text file from Excel', async () => {
    const file = sheet('unicode-text.txt');
    const app = await launch({ args: [file] });
    await heading(app.page, 'Review and fix');
    await goToPlan(app.page);
    const count = await planned(app.page.getByRole('button', { name: /^Create \d+ PBX/ }));
    await create(app.page, count);
    expect(await created(app)).toHaveLength(count);
    expect(existsSync(path.join(path.dirname(file), 'unicode-text.results.txt'))).toBe(true);
    expectNoComplaints(app);
  });

  it('names the bad rows of a form cell by cell and creates its good ones', async () => {
    const file = sheet('northwind-order-form.xlsx');
    const app = await launch({ args: [file] });
    await app.page.getByRole('heading', { level: 1, name: /Review and fix|columns/i }).waitFor();
    await app.page.keyboard.press('Alt+3');
    await heading(app.page, 'Review and fix');
    // Each press goes to the next bad cell, whose place in Excel and whose problem are shown.
    const shown: string[] = [];
    for (let press = 0; press < 10; press += 1) {
      const before = await detailOf(app.page);
      await app.page.keyboard.press('F8');
      await expect.poll(() => detailOf(app.page)).not.toBe(before);
      shown.push(await detailOf(app.page));
    }
    expect(shown.map((text) => text.split('\n')[0])).toEqual([
      'J6',
      'D8',
      'J8',
      'M8',
      'N8',
      'I9',
      'K9',
      'M9',
      'P9',
      'J10',
    ]);
    for (const [cell, problem] of [
      ['J6', 'is ordered in row 10 too'],
      ['D8', '"Enterprize Plan" is not a value'],
      ['I9', '"Mars" is not a region'],
      ['J10', 'is ordered in row 6 too'],
    ] as const) {
      expect(shown.find((text) => text.startsWith(cell)) ?? shown.join(' | ')).toContain(problem);
    }

    await goToPlan(app.page);
    const button = app.page.getByRole('button', { name: /^Create \d+ PBX/ });
    const count = await planned(button);
    await create(app.page, count);
    const pbxs = await created(app);
    expect(pbxs.map(({ row, name }) => [row, name.trim()])).toEqual([[7, 'Lakeside School']]);
    expect(count).toBe(1);
    expect(existsSync(path.join(path.dirname(file), 'northwind-order-form.results.xlsx'))).toBe(true);
    expectNoComplaints(app);
  });
});

/** What is said about the cell one is in. */
const detailOf = (page: Page): Promise<string> => page.getByRole('region', { name: 'The cell' }).innerText();

async function planned(button: { innerText(): Promise<string> }): Promise<number> {
  return Number(/\d+/.exec(await button.innerText())?.[0]);
}
