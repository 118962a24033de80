import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FakeOptions } from '../fake-bridge/options';
import { eventually, faultsOf, startWindow, type TestWindow } from './test-window';

let tested: TestWindow;
let page: Page;
beforeAll(async () => {
  tested = await startWindow();
});
afterEach(async () => {
  expect(faultsOf(page)).toEqual([]);
  await page.context().close();
});
afterAll(() => tested.close());

async function openFixing(options: FakeOptions = {}): Promise<void> {
  page = await tested.open(options);
  await page.getByRole('button', { name: /Needs fixing/ }).click();
  await cell(0, 1).waitFor();
}
const cell = (index: number, column: number) => page.locator(`#cell-${index}-${column}`);
/** A cell's own words, without those for screen readers only. */
const textOf = (index: number, column: number) => cell(index, column).locator('.cell-text').innerText();
const detail = () => page.locator('#cell-detail');
const focused = () => page.evaluate(() => document.activeElement?.id);
const edits = () => page.evaluate(() => window.fakeCalls?.filter((one) => one.command === 'edit').length);
const press = (...keys: string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

describe('the grid shows', () => {
  it('each problem on its cell by icon and text, and says all about the active cell', async () => {
    await openFixing();
    await expect.poll(() => cell(1, 2).getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => cell(1, 2).innerText()).toContain('Error');
    await expect.poll(() => cell(1, 2).locator('svg').count()).toBe(1);
    await cell(1, 2).click();
    await expect.poll(() => detail().innerText()).toContain('"Enterprize Plan" is not a value Plan can have');
    await expect.poll(() => cell(1, 2).getAttribute('aria-describedby')).toBe('cell-detail');
    await expect.poll(() => cell(1, 0).innerText()).toContain('Has errors');
  });

  it('the problem beside the cell under the mouse', async () => {
    await openFixing();
    await cell(5, 3).hover();
    await page.locator('.cell-tip').waitFor();
    await expect.poll(() => page.locator('.cell-tip').innerText()).toContain('at most 500');
  });

  it('rows, columns and places as the grid pattern wants them', async () => {
    await openFixing();
    const grid = page.getByRole('grid');
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('11');
    await expect.poll(() => grid.getAttribute('aria-colcount')).toBe('21');
    const row = page.getByRole('row').filter({ has: cell(3, 1) });
    await expect.poll(() => row.getAttribute('aria-rowindex')).toBe('5');
    await expect.poll(() => cell(3, 2).getAttribute('aria-colindex')).toBe('3');
    await expect.poll(() => grid.locator('[tabindex="0"]').count()).toBe(1);
  });

  it('the last of 100,000 rows at once, with rows in sight all the way', async () => {
    page = await tested.open({ bigRows: 100_000 });
    await page.getByRole('button', { name: /Choose a file/ }).click();
    await cell(0, 1).click();
    await press('Control+End');
    await eventually(focused).toBe('cell-99999-20');
    const row = page.getByRole('row').filter({ has: cell(99_999, 20) });
    await expect.poll(() => row.getAttribute('aria-rowindex')).toBe('100001');
    await expect.poll(() => textOf(99_999, 1)).toBe('Branch 100000');
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(80);
    await press('Control+Home', 'PageDown');
    expect(Number((await focused())?.split('-')[1])).toBeGreaterThan(5);
  });
});

describe('typing', () => {
  it('replaces the text, Enter goes down, Tab goes right, Escape leaves the cell as it was', async () => {
    await openFixing();
    await cell(0, 3).click();
    await page.keyboard.type('25');
    await press('Enter');
    await eventually(() => textOf(0, 3)).toBe('25');
    await expect.poll(() => focused()).toBe('cell-1-3');
    await page.keyboard.type('7');
    await press('Tab');
    await expect.poll(() => focused()).toBe('cell-1-4');
    await page.keyboard.type('99');
    await press('Escape');
    await expect.poll(() => textOf(1, 4)).toBe('6');
    await expect.poll(() => focused()).toBe('cell-1-4');
    await expect.poll(() => edits()).toBe(2);
  });

  it('moves on with the arrows while typing over, and within the text after F2', async () => {
    await openFixing();
    await cell(0, 1).click();
    await page.keyboard.type('A');
    await press('ArrowRight');
    await expect.poll(() => focused()).toBe('cell-0-2');
    await cell(1, 1).click();
    await press('F2', 'End', 'ArrowLeft');
    await page.keyboard.type('X');
    await press('Enter');
    await eventually(() => textOf(1, 1)).toBe('Castle InXn');
  });

  it('saves what was typed when another cell is clicked', async () => {
    await openFixing();
    await cell(0, 1).click();
    await page.keyboard.type('Typed');
    await cell(4, 1).click();
    await eventually(() => textOf(0, 1)).toBe('Typed');
    await expect.poll(() => focused()).toBe('cell-4-1');
  });

  it('a value out of the field’s own is found by its letters and taken by Enter', async () => {
    await openFixing();
    await cell(1, 2).click();
    await page.keyboard.type('ult');
    const options = page.getByRole('option');
    await eventually(() => options.count()).toBe(1);
    await press('ArrowDown', 'Enter');
    await eventually(() => textOf(1, 2)).toBe('Ultimate Plan');
    await eventually(() => cell(1, 2).getAttribute('aria-invalid')).toBeNull();
  });

  it('a date is chosen from a calendar by key, and Escape leaves it as it was', async () => {
    await openFixing();
    await cell(0, 1).click();
    await press(...Array.from({ length: 10 }, () => 'ArrowRight'));
    await expect.poll(() => textOf(0, 11)).toBe('2035-12-31');
    await press('F2', 'Alt+ArrowDown');
    await page.getByRole('grid', { name: /December 2035/ }).waitFor();
    await press('ArrowLeft', 'Enter');
    await eventually(() => textOf(0, 11)).toBe('2035-12-30');
    await eventually(focused).toBe('cell-1-11');
    await cell(0, 11).click();
    await press('F2');
    await page.getByRole('button', { name: 'Choose from a calendar' }).click();
    await page.getByRole('grid', { name: /December 2035/ }).waitFor();
    await press('ArrowLeft', 'Escape', 'Escape');
    await eventually(focused).toBe('cell-0-11');
    await press('F2', 'Alt+ArrowDown');
    await page.getByRole('grid', { name: /December 2035/ }).waitFor();
    await cell(3, 9).click();
    await eventually(focused).toBe('cell-3-9');
    await expect.poll(() => page.getByRole('grid', { name: /December 2035/ }).count()).toBe(0);
    await expect.poll(() => textOf(0, 11)).toBe('2035-12-30');
  });

  it('rechecks at once, also the other row of the same address', async () => {
    await openFixing();
    const both = page.getByRole('button', { name: /^Error: Same address twice/ });
    await expect.poll(() => both.innerText()).toContain('2 rows');
    await both.click();
    await eventually(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('3');
    await eventually(focused).toBe('cell-0-8');
    await page.keyboard.type('quite-new');
    await press('Enter');
    await eventually(() => both.count()).toBe(0);
    await expect.poll(() => page.getByText('No row fits this filter.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Clear filters', exact: true }).click();
    await eventually(() => textOf(6, 8)).toBe('quite-new');
  });
});

describe('what was changed', () => {
  it('is marked, shows its original, and is given back', async () => {
    await openFixing();
    await cell(0, 1).click();
    await page.keyboard.type('Other');
    await press('Enter', 'ArrowUp');
    await eventually(() => detail().innerText()).toContain('Edited; it was “Birchwood Surgery”');
    await page.getByRole('button', { name: 'Restore' }).click();
    await eventually(() => textOf(0, 1)).toBe('Birchwood Surgery');
    await expect.poll(() => focused()).toBe('cell-0-1');
  });

  it('is undone and done again by key', async () => {
    await openFixing();
    await cell(0, 1).click();
    await page.keyboard.type('Other');
    await press('Enter');
    await eventually(() => page.getByRole('button', { name: /^Undo/ }).isEnabled()).toBe(true);
    await press('Control+z');
    await eventually(() => textOf(0, 1)).toBe('Birchwood Surgery');
    await press('Control+y');
    await eventually(() => textOf(0, 1)).toBe('Other');
  });

  it('never shows its old text again while the rows are fetched anew', async () => {
    await openFixing({ rowsMs: 150 });
    await cell(0, 1).click();
    await page.evaluate(() => {
      const seen: string[] = [];
      const look = () => {
        seen.push(document.querySelector('#cell-0-1 .cell-text')?.textContent ?? '-');
        requestAnimationFrame(look);
      };
      look();
      Object.assign(window, { seen });
    });
    await page.keyboard.type('Other');
    await press('Enter');
    await page.getByRole('button', { name: /^Edited/ }).waitFor();
    await page.waitForFunction(() => document.querySelector('#cell-0-1')?.className.includes('edited'));
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.slice(seen.indexOf('Other')).filter((one) => one !== 'Other')).toEqual([]);
  });

  it('is shown at once and taken back when the engine refuses it', async () => {
    await openFixing({ failing: { edit: 'This row was created before.' } });
    await cell(0, 1).click();
    await page.keyboard.type('Other');
    await press('Enter');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('This row was created before.');
    await eventually(() => textOf(0, 1)).toBe('Birchwood Surgery');
  });
});
