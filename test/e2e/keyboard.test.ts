import { cpSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { answerDialogs, expectNoComplaints, freshFolder, launch, ROOT } from './app';
import { watchHands } from './hands';
import { created, heading } from './screens';

const detailOf = (page: Page): Promise<string> => page.getByRole('region', { name: 'The cell' }).innerText();

const shows = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

/** What the cell with the focus says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.trim() ?? '');

it('with the keyboard alone, corrects every row, fills, pastes, undoes, and creates the PBXs', async () => {
  const app = await launch();
  const { page } = app;
  const file = path.join(freshFolder(), 'needs-fixing.csv');
  cpSync(path.join(ROOT, 'samples', 'needs-fixing.csv'), file);
  await answerDialogs(app, { open: file });
  await heading(page, 'Open an order sheet');
  const hands = await watchHands(page);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** To the next problem, which must be of this cell. */
  const toProblem = async (cell: string): Promise<void> => {
    await press('F8');
    await expect.poll(() => detailOf(page)).toMatch(new RegExp(`^${cell}\\b`));
  };
  // All keys are more than the window has room for; the way out of them stays in it.
  await press('F1');
  const close = await page.getByRole('dialog').getByRole('button', { name: 'Close' }).boundingBox();
  const height = await page.evaluate(() => innerHeight);
  expect((close?.y ?? height) + (close?.height ?? 0)).toBeLessThan(height);
  await press('Escape', 'Control+o');
  await shows(page, '2 of 10 orders ready');

  let ready = 2;
  const fixed = (): Promise<void> => shows(page, `${++ready} of 10 orders ready`);
  for (const cell of ['B3', 'H4', 'F5']) {
    await toProblem(cell);
    await press('Control+.');
    await fixed();
  }
  // F8 takes what was typed and goes on to the next problem.
  for (const [cell, typed] of [
    ['K6', '2035-02-28'],
    ['C7', '500'],
    ['H8', 'harvest-meals'],
    ['L8', 'Yes'],
  ] as const) {
    await toProblem(cell);
    await page.keyboard.type(typed);
  }
  await toProblem('N10');
  await press('Enter');
  await page.getByRole('option').first().waitFor();
  await press('ArrowDown', 'Enter');
  await shows(page, 'All 10 orders are ready');

  // The extensions of the first row for the two below; undone, and done again by the command's name.
  await press('Control+Home', 'ArrowRight', 'ArrowRight');
  await expect.poll(() => focused(page)).toBe('20');
  await press('Shift+ArrowDown', 'Shift+ArrowDown');
  // Selected cells are tinted, not painted over.
  const shade = page.locator('.cell-selected').first();
  expect(await shade.evaluate((cell) => getComputedStyle(cell).boxShadow)).toMatch(/^rgba\(/);
  await press('Control+d');
  await expect.poll(() => focused(page)).toMatch(/^20\b/);
  await press('Control+z');
  await expect.poll(() => focused(page)).toBe('30');
  await press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('redo');
  await press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^20\b/);

  // A block of two cells, copied and pasted a row further down.
  await press('ArrowUp', 'ArrowUp', 'Shift+ArrowRight', 'Control+c');
  await shows(page, '2 cells copied');
  await press('ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'Control+v');
  await shows(page, '2 cells pasted');

  await press('Control+Enter');
  await heading(page, '10 PBXs will be created');
  await press('Alt+ArrowLeft');
  await shows(page, 'All 10 orders are ready');
  await press('Control+Enter');
  await heading(page, '10 PBXs will be created');
  // Also with the focus on a button, which Enter alone would press.
  await press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  await press('Control+Shift+Enter');
  await heading(page, 'Finished');
  await press('Control+Enter');
  await heading(page, '10 PBXs created');
  expect(await created(app)).toHaveLength(10);
  expect((await hands()).clicks).toBe(0);
  expectNoComplaints(app);
});
