import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { answerDialogs, expectNoComplaints, launch, sheet } from './app';
import { watchHands } from './hands';
import { chooseSheet, created, heading } from './screens';

/** Goes to the only cell with a problem of a kind, by the panel, and opens its editor. */
async function openEditor(page: Page, kind: string, field: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^\\D*${kind}.*${field}`) }).click();
  const cell = page.locator('[role=gridcell]:focus');
  await cell.waitFor();
  await cell.dblclick();
}

const choose = (page: Page, value: string | RegExp): Promise<void> =>
  page.getByRole('option', { name: value }).first().click();

/** A day well after today, by the calendar of the cell. */
async function chooseDay(page: Page): Promise<void> {
  await page.getByRole('button', { name: /calendar/ }).click();
  const calendar = page.getByRole('application', { name: /calendar/ });
  await calendar.getByRole('button', { name: 'Next' }).first().click();
  await calendar.getByRole('button', { name: /\b15,/ }).click();
}

it('with the mouse alone, corrects a customer’s form by repairs, choices and calendar, and creates its PBXs', async () => {
  const app = await launch();
  const { page } = app;
  await heading(page, 'Open an order sheet');
  const hands = await watchHands(page);
  await answerDialogs(app, { open: sheet('northwind-order-form.xlsx') });
  await chooseSheet(app);
  await page.getByText('1 of 5 orders ready').waitFor();

  for (let left = 2; left > 0; left -= 1) {
    await page
      .getByRole('button', { name: /^Repair/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Repair 1 cell' }).click();
    await expect.poll(() => page.getByRole('button', { name: /^Repair/ }).count()).toBe(left - 1);
  }
  await openEditor(page, 'Expiry in the past', 'Expiry date');
  await chooseDay(page);
  await openEditor(page, 'Nothing said', 'Keep running');
  await choose(page, 'Yes');
  await page.getByText('2 of 5 orders ready').waitFor();
  await openEditor(page, 'Unknown name', 'Region');
  await choose(page, /Singapore/);
  await openEditor(page, 'Unknown name', 'Domain');
  await choose(page, 'test.yeastarcloud.com');
  await openEditor(page, 'Impossible date', 'Expiry date');
  await chooseDay(page);
  await openEditor(page, 'Unknown name', 'Customers');
  await choose(page, /50086182/);
  await page.getByText('3 of 5 orders ready').waitFor();

  // Back over all steps, and nothing is lost.
  await page.getByRole('button', { name: 'Plan the 3 ready orders' }).click();
  await heading(page, '3 PBXs will be created');
  for (const title of ['Review and fix', 'Match the columns', 'Open an order sheet']) {
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await heading(page, title);
    if (title === 'Match the columns') break;
  }
  await page.getByRole('button', { name: 'Review the rows' }).click();
  await page.getByText('3 of 5 orders ready').waitFor();
  await page.getByRole('button', { name: 'Plan the 3 ready orders' }).click();
  await page.getByRole('button', { name: 'Create 3 PBXs' }).click();
  await page.getByRole('button', { name: 'See the results' }).click();
  await heading(page, '3 of 5 orders created');
  expect((await created(app)).map((pbx) => pbx.name)).toEqual([
    'Lakeside School',
    'Old Mill Hotel',
    'City Library',
  ]);
  const { clicks, keys } = await hands();
  expect(keys).toBe(0);
  expect(clicks).toBeLessThan(50);
  expectNoComplaints(app);
});
