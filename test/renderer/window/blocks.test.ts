import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually, faultsOf, startWindow, type TestWindow } from './test-window';

const SHEETS = path.resolve(import.meta.dirname, '../../fixtures/sheets');
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

async function openFixing(): Promise<void> {
  page = await tested.open();
  await page.getByRole('button', { name: /Needs fixing/ }).click();
  await cell(0, 1).waitFor();
}
const cell = (index: number, column: number) => page.locator(`#cell-${index}-${column}`);
const textOf = (index: number, column: number) => cell(index, column).locator('.cell-text').innerText();
const focused = () => page.evaluate(() => document.activeElement?.id);
const rowCount = () => page.getByRole('grid').getAttribute('aria-rowcount');
const press = (...keys: string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
/** As another program's clipboard would give it. */
const paste = (text: string) =>
  page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    // Without selected text it goes to the body, whatever has the focus.
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);

describe('a block of cells', () => {
  it('is selected with Shift and copied as a spreadsheet program takes it', async () => {
    await openFixing();
    await cell(0, 2).click();
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    await expect.poll(() => page.getByText('2 rows × 2 columns selected').count()).toBe(1);
    await expect.poll(() => page.locator('[role=gridcell][aria-selected=true]').count()).toBe(4);
    await press('Control+c');
    await eventually(() => page.evaluate(() => window.fakeClipboard)).toBe(
      'Enterprise Plan\t20\r\nEnterprize Plan\t12',
    );
    await press('Control+x');
    await eventually(() => textOf(1, 3)).toBe('');
    await expect.poll(() => textOf(0, 2)).toBe('');
  });

  it('is dragged over with the mouse, and a row’s number selects the row', async () => {
    await openFixing();
    await cell(1, 2).hover();
    await page.mouse.down();
    await cell(3, 4).hover();
    await page.mouse.up();
    await expect.poll(() => page.getByText('3 rows × 3 columns selected').count()).toBe(1);
    await cell(2, 0).click();
    await expect.poll(() => page.getByText('1 row × 21 columns selected').count()).toBe(1);
  });

  it('is pasted from Excel as one step', async () => {
    await openFixing();
    await cell(0, 3).click();
    await paste('31\t7\r\n32\t8\r\n');
    await eventually(() => textOf(1, 4)).toBe('8');
    expect([await textOf(0, 3), await textOf(0, 4), await textOf(1, 3)]).toEqual(['31', '7', '32']);
    await press('Control+z');
    await eventually(() => textOf(0, 3)).toBe('20');
    await expect.poll(() => textOf(1, 4)).toBe('6');
  });

  it('is filled with one copied cell, filled down, filled by Ctrl+Enter, and cleared', async () => {
    await openFixing();
    await cell(0, 3).click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await paste('44');
    await eventually(() => textOf(2, 3)).toBe('44');
    await cell(0, 4).click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await eventually(() => textOf(2, 4)).toBe('10');
    await cell(0, 1).click();
    await press('Shift+ArrowDown');
    await page.keyboard.type('Same');
    await press('Control+Enter');
    await eventually(() => textOf(1, 1)).toBe('Same');
    await expect.poll(() => textOf(0, 1)).toBe('Same');
    await cell(4, 3).click();
    await press('Shift+ArrowRight', 'Delete');
    await eventually(() => textOf(4, 4)).toBe('');
    await expect.poll(() => textOf(4, 3)).toBe('');
  });

  it('of all cells is refused when there are too many, in words that stay', async () => {
    page = await tested.open({ bigRows: 20_000 });
    await page.getByRole('button', { name: /Choose a file/ }).click();
    await cell(0, 1).click();
    await press('Control+a', 'Delete');
    await page.getByText('That is more than 200,000 cells at once.').first().waitFor();
    await expect.poll(() => focused()).toBe('cell-0-1');
  });
});

describe('rows', () => {
  it('of orders that exist already can’t be changed, one by one or in a block', async () => {
    const text = readFileSync(path.join(SHEETS, 'half-done.csv'), 'utf8');
    page = await tested.open();
    await page.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'half-done.csv'));
      document
        .querySelector('.drop-area')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, text);
    await page.keyboard.press('Alt+3');
    await page.getByRole('button', { name: /^Skipped/ }).click();
    const made = page.getByRole('row').filter({ hasText: 'Skipped' });
    await eventually(() => made.count()).toBeGreaterThan(0);
    const before = await textOf(0, 1);
    await cell(0, 1).click();
    await expect.poll(() => cell(0, 1).getAttribute('aria-readonly')).toBe('true');
    await page.keyboard.type('X');
    await page.getByText('This order exists already').first().waitFor();
    await press('Shift+ArrowRight', 'Delete');
    await page.keyboard.press('F8');
    await expect.poll(() => textOf(0, 1)).toBe(before);
    await expect
      .poll(() => page.evaluate(() => window.fakeCalls?.some((one) => one.command === 'edit')))
      .toBe(false);
  });

  it('are narrowed to a kind of problem, a state and a text, and all come back', async () => {
    await openFixing();
    await page.getByRole('button', { name: /Number too large/ }).click();
    await eventually(rowCount).toBe('2');
    await eventually(focused).toBe('cell-0-3');
    await page.getByRole('button', { name: /Only: Number too large/ }).click();
    await eventually(rowCount).toBe('11');
    await page.getByRole('button', { name: /^Ready/ }).click();
    await eventually(rowCount).toBe('3');
    await page.getByRole('button', { name: /^All/ }).click();
    await page.getByRole('searchbox', { name: 'Filter by text' }).fill('harvest');
    await eventually(rowCount).toBe('3');
    await expect.poll(() => page.getByText('2 of 10 rows shown').count()).toBe(1);
  });

  it('stay under the cursor when a corrected one leaves the filter', async () => {
    await openFixing();
    await page.getByRole('button', { name: /^Errors/ }).click();
    await eventually(rowCount).toBe('9');
    await cell(0, 2).click();
    const next = await textOf(1, 1);
    await page.keyboard.type('Ultimate Plan');
    await press('Enter');
    await eventually(rowCount).toBe('8');
    await eventually(focused).toBe('cell-0-2');
    await expect.poll(() => textOf(0, 1)).toBe(next);
  });

  it('are sorted by a heading’s menu, with the keyboard alone', async () => {
    await openFixing();
    await cell(0, 3).click();
    await press('ArrowUp');
    await expect.poll(() => focused()).toBe('cell--1-3');
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Sort Z to A' }).waitFor();
    await press('ArrowDown', 'Enter');
    await eventually(() => textOf(0, 3)).toBe('650');
    const heading = page.getByRole('columnheader', { name: /Extensions/ });
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('descending');
    await press('ArrowDown');
    await eventually(focused).toBe('cell-0-3');
  });

  it('with problems are walked through by F8, around at the end', async () => {
    await openFixing();
    await cell(0, 1).click();
    await press('F8');
    await eventually(focused).toBe('cell-1-2');
    await press('F8');
    await eventually(focused).toBe('cell-2-8');
    await press('Shift+F8');
    await eventually(focused).toBe('cell-1-2');
    // A second problem in the row is a stop of its own, either way.
    await cell(1, 4).click();
    await page.keyboard.type('many');
    await press('Enter');
    await eventually(() => cell(1, 4).getAttribute('aria-invalid')).toBe('true');
    await cell(1, 6).click();
    await press('Shift+F8');
    await eventually(focused).toBe('cell-1-4');
    await press('Shift+F8');
    await eventually(focused).toBe('cell-1-2');
    await press('F8');
    await eventually(focused).toBe('cell-1-4');
    await cell(1, 2).click();
    await press('Shift+F8');
    await eventually(async () => Number((await focused())?.split('-')[1])).toBeGreaterThan(7);
  });
});

describe('columns', () => {
  const order = () => page.locator('.head-label').allInnerTexts();
  const menu = async (column: string, item: string): Promise<void> => {
    await page.getByRole('columnheader', { name: column }).getByRole('button').click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  it('are hidden, shown again, moved and widened by their menu', async () => {
    await openFixing();
    await menu('Extensions', 'Hide the column');
    await expect.poll(() => page.getByRole('columnheader', { name: 'Extensions' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-colcount')).toBe('20');
    await menu('Plan', 'Show 1 hidden column');
    await expect.poll(() => page.getByRole('columnheader', { name: 'Extensions' }).count()).toBe(1);
    await menu('Extensions', 'Move left');
    expect((await order()).slice(1, 4).map((one) => one.replace(' *', ''))).toEqual([
      'PBX name',
      'Extensions',
      'Plan',
    ]);
    const width = async () => (await page.getByRole('columnheader', { name: 'Plan' }).boundingBox())?.width;
    const before = (await width()) ?? 0;
    await menu('Plan', 'Wider');
    await expect.poll(() => width()).toBe(before + 40);
  });

  it('are widened and moved with the mouse', async () => {
    await openFixing();
    const plan = page.getByRole('columnheader', { name: 'Plan' });
    const box = (await plan.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + box.width, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 60, box.y + 20, { steps: 3 });
    await page.mouse.up();
    expect((await plan.boundingBox())?.width).toBe(box.width + 60);
    await page.getByRole('columnheader', { name: 'Concurrent calls' }).dragTo(plan);
    expect((await order())[2]).toContain('Concurrent calls');
  });

  it('stay as they were arranged when the window is opened again, until they are reset', async () => {
    await openFixing();
    const again = async (): Promise<void> => {
      await page.reload();
      await page.getByRole('button', { name: /Needs fixing/ }).click();
      await cell(0, 1).waitFor();
    };
    const width = async () => (await page.getByRole('columnheader', { name: 'Plan' }).boundingBox())?.width;
    const [plainOrder, plainWidth] = [await order(), (await width()) ?? 0];
    await menu('Extensions', 'Move left');
    await menu('Plan', 'Wider');
    await menu('Region', 'Hide the column');
    await again();
    await eventually(width).toBe(plainWidth + 40);
    const arranged = await order();
    expect(arranged.slice(2, 4)).toEqual([plainOrder[3], plainOrder[2]]);
    // What is wrong in a hidden column would go unseen in the next sheet.
    expect(arranged).toHaveLength(plainOrder.length);

    // A sheet with other columns keeps its own order, but not other widths.
    await press('Control+Alt+1');
    await page.getByRole('grid', { name: /new-branches/ }).waitFor();
    await eventually(width).toBe(plainWidth + 40);

    await again();
    await menu('Plan', 'Reset all columns');
    await eventually(width).toBe(plainWidth);
    await again();
    await eventually(order).toEqual(plainOrder);
    await eventually(width).toBe(plainWidth);
  });

  it('are as the sheet has them where what was kept can’t be read', async () => {
    await openFixing();
    const plain = await order();
    for (const kept of ['not JSON', '{"widths":{"plan":1e9},"orders":[]}', '[]']) {
      await page.evaluate((text) => localStorage.setItem('columns', text), kept);
      await page.reload();
      await page.getByRole('button', { name: /Needs fixing/ }).click();
      await cell(0, 1).waitFor();
      await eventually(order).toEqual(plain);
    }
  });

  it('keep the row’s number and name in sight', async () => {
    await openFixing();
    const before = (await cell(0, 1).boundingBox())?.x;
    await cell(0, 1).click();
    await press('End');
    await eventually(focused).toBe('cell-0-20');
    expect((await cell(0, 1).boundingBox())?.x).toBe(before);
    await expect.poll(() => cell(0, 20).isVisible()).toBe(true);
  });
});

describe('repairs', () => {
  it('of one cell are taken by key or by click', async () => {
    await openFixing();
    await cell(1, 2).click();
    await press('Control+.');
    await eventually(() => textOf(1, 2)).toBe('Enterprise Plan');
    await expect.poll(() => focused()).toBe('cell-1-2');
  });

  it('of a kind are previewed, some can be left out, and the focus comes back to the grid', async () => {
    await openFixing();
    await page.getByRole('button', { name: 'Repair 1 cell…' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('cell', { name: 'Enterprize Plan' }).waitFor();
    await dialog.getByRole('checkbox').uncheck();
    await expect.poll(() => dialog.getByRole('button', { name: /^Repair 0/ }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Repair 1 cell' }).click();
    await eventually(() => textOf(1, 2)).toBe('Enterprise Plan');
    await eventually(focused).toMatch(/^cell-/);
  });

  it('find goes from hit to hit, and replace changes one and goes on', async () => {
    await openFixing();
    const active = () => page.locator('[role=gridcell][tabindex="0"]').getAttribute('id');
    await cell(0, 1).click();
    await press('Control+f');
    await page.keyboard.type('harvest foods');
    await press('Enter');
    await eventually(active).toBe('cell-6-1');
    await press('Enter');
    await eventually(active).toBe('cell-7-1');
    await press('Enter');
    await eventually(active).toBe('cell-6-1');
    await page.getByRole('textbox', { name: 'Replace with' }).fill('Crops $&');
    await page.getByRole('button', { name: 'Replace', exact: true }).click();
    await eventually(() => textOf(6, 1)).toBe('Crops $&');
    await eventually(active).toBe('cell-7-1');
    await expect.poll(() => textOf(7, 1)).toBe('Harvest Foods Annexe');
    await page.getByRole('textbox', { name: 'Find', exact: true }).fill('nowhere');
    await press('Enter');
    await page.getByText('No cell contains it.').first().waitFor();
  });

  it('find and replace changes the rows shown and says how many cells', async () => {
    await openFixing();
    await cell(0, 1).click();
    await press('Control+f');
    await page.keyboard.type('House');
    await page.getByRole('textbox', { name: 'Replace with' }).fill('Hall');
    await page.getByRole('button', { name: 'Replace all' }).click();
    await page.getByText('4 cells changed.').first().waitFor();
    await expect.poll(() => textOf(8, 1)).toBe('Ivy Hall');
    await press('Escape');
    await eventually(focused).toBe('cell-0-1');
  });
});
