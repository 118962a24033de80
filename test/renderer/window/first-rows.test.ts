import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, startWindow, type TestWindow } from './test-window';

let tested: TestWindow;
beforeAll(async () => {
  tested = await startWindow();
});
afterAll(() => tested.close());

const firstRows = {
  fileName: 'november.xlsx',
  sheetName: 'Orders',
  rows: [
    { row: 1, texts: ['Name', 'Plan'] },
    { row: 3, texts: ['<b>Berlin</b>', '=1+1'] },
  ],
};

describe('while a large file is read', () => {
  it('its first rows are shown as they are in the file, and give way to all of them', async () => {
    const page = await tested.open({ firstRows, bigRows: 50 });
    await page.getByRole('button', { name: /^Choose/ }).click();
    await page.getByRole('heading', { name: 'november.xlsx' }).waitFor();
    const shown = await page.getByRole('row').allInnerTexts();
    expect(shown.map((text) => text.split(/\s*\t\s*/))).toEqual([
      ['1', 'Name', 'Plan'],
      ['3', '<b>Berlin</b>', '=1+1'],
    ]);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
      return violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);

    await page.evaluate(() => window.fakeGoOn?.());
    await page.getByRole('gridcell').first().waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'november.xlsx' }).count()).toBe(0);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('and the window is as it was before when it can’t be opened', async () => {
    const page = await tested.open({ firstRows, failing: { chooseSheet: 'The file is damaged.' } });
    await page.getByRole('button', { name: /^Choose/ }).click();
    await page.getByRole('heading', { name: 'november.xlsx' }).waitFor();
    await page.evaluate(() => window.fakeGoOn?.());
    await page.getByText('The file is damaged.').waitFor();
    await page.getByRole('button', { name: /^Choose/ }).waitFor();
    await page.context().close();
  });
});
