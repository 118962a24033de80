import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { ACCOUNT, connect, createdTwice, startYcm } from './account';
import { expectNoComplaints, launch, sheet, type App } from './app';
import { created, goToPlan, heading } from './screens';
import type { Sandbox } from '../../app/ycm';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** A sheet of twelve orders, planned for the account, which is told from the sandbox and confirmed by their number. */
async function createInAccount(ycm: Sandbox): Promise<App> {
  const app = await launch({ args: [sheet('clean.csv')] });
  const { page } = app;
  await heading(page, 'Review and fix');
  await connect(app, ycm);
  await page.reload();
  await heading(page, 'Review and fix');
  await goToPlan(page);
  await button(page, /Create in/).click();
  await page.getByRole('option', { name: ACCOUNT }).click();
  await page.getByText('every PBX created here is real and paid for').waitFor();
  await button(page, 'Create 12 PBXs').click();
  const question = page.getByRole('alertdialog');
  const confirm = question.getByRole('button', { name: 'Create 12 PBXs' });
  await page.keyboard.type('11');
  await question.getByText('That is not the number of PBXs').waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12');
  await confirm.click();
  return app;
}

describe('in a real account', () => {
  it('asks for the number of PBXs, pauses, goes on, stops, and sends the rest later, none twice', async () => {
    const ycm = await startYcm();
    ycm.always({ on: 'create', kind: 'delay', ms: 200 });
    const app = await createInAccount(ycm);
    const { page } = app;
    await button(page, 'Pause').click();
    await heading(page, 'Paused');
    await page.getByRole('cell', { name: 'Being sent' }).waitFor({ state: 'detached' });
    const sent = ycm.accepted().length;
    await button(page, 'Go on').click();
    await expect.poll(() => ycm.accepted().length).toBeGreaterThan(sent);
    await button(page, 'Stop').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop' }).click();
    await heading(page, 'Stopped');
    ycm.always(null);
    await button(page, 'See the results').click();
    const rest = 12 - ycm.accepted().length;
    expect(rest).toBeGreaterThan(0);
    await button(page, new RegExp(`^Send the ${rest} order`)).click();
    await heading(page, 'Finished');
    expect(ycm.accepted()).toHaveLength(12);
    expect(createdTwice(ycm)).toEqual([]);

    // A year later, somebody asks.
    await page.keyboard.press('Control+Shift+h');
    await heading(page, 'History');
    const search = page.getByRole('searchbox');
    await search.fill('no such order');
    await page.getByText('No run fits the search').waitFor();
    await search.fill(String(ycm.accepted()[7]?.cloudPbxId));
    await button(page, 'clean.csv').click();
    await heading(page, '12 PBXs created');
    expectNoComplaints(app);
  });

  it('leaves each order whose answer never came to a person, who has three choices', async () => {
    const ycm = await startYcm();
    ycm.push({ on: 'create', kind: 'drop-after' });
    ycm.push({ on: 'create', kind: 'drop-after' });
    ycm.push({ on: 'create', kind: 'drop-before' });
    const app = await createInAccount(ycm);
    const { page } = app;
    await heading(page, 'Stopped');
    ycm.always({ on: 'any', kind: 'status', status: 500 });
    await button(page, 'See the results').click();
    await button(page, /^Clear up 3 unconfirmed/).click();
    const order = (row: number) => page.getByRole('region', { name: `Row ${row}:` });
    await order(2).getByText('Still not known').waitFor();

    await order(2)
      .getByRole('button', { name: /enter its id/ })
      .click();
    await page.keyboard.type('42100');
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.getByText('so nothing was changed').first().waitFor();

    // The account answers again.
    ycm.always(null);
    await order(2)
      .getByRole('button', { name: /enter its id/ })
      .click();
    await page.keyboard.type('42100');
    await page.getByRole('button', { name: 'Take it over' }).click();
    await order(2).waitFor({ state: 'detached' });
    await order(4)
      .getByRole('button', { name: /send again/ })
      .click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /send again/ })
      .click();
    await order(4).waitFor({ state: 'detached' });
    await order(3).getByRole('textbox', { name: 'Reason' }).fill('Asked YCM support.');
    await order(3).getByRole('button', { name: 'Leave it for now' }).click();
    await button(page, 'Back').click();
    await heading(page, '1 of 12 orders created');
    await page.getByText('Asked YCM support.').waitFor();
    await button(page, /^Clear up 1 unconfirmed/).waitFor();
    await button(page, /^Send the 10 orders/).waitFor();
    expect(await created(app)).toEqual([{ row: 2, name: 'Acme Branch 1', id: '42100' }]);

    // The one left is found, the rest is sent, none of it twice.
    await button(page, /^Clear up 1 unconfirmed/).click();
    await page.getByText('Found, equal in everything, and taken over').waitFor();
    await button(page, 'Back').click();
    await button(page, /^Send the 10 orders/).click();
    await heading(page, 'Finished');
    expect(ycm.accepted()).toHaveLength(12);
    expect(createdTwice(ycm)).toEqual([]);
    expectNoComplaints(app);
  });

  it('is tested with one click, and the answer says what to do', async () => {
    const ycm = await startYcm();
    const app = await launch();
    const { page } = app;
    await connect(app, ycm);
    await page.reload();
    await heading(page, 'Open an order sheet');
    await button(page, 'Connections').click();
    await button(page, `Test ${ACCOUNT}`).click();
    await page.locator('.notice-good').waitFor();
    await ycm.close();
    await button(page, `Test ${ACCOUNT}`).click();
    await page.getByText('can’t be reached').or(page.getByText("can't be reached")).waitFor();
    expect(await page.locator('.notice-error').innerText()).toContain('Check the base URL');
  });
});
