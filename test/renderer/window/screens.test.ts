import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTION, SANDBOX, type FakeOptions } from '../fake-bridge/options';
import { faultsOf, startWindow, type TestWindow } from './test-window';

let tested: TestWindow;
beforeAll(async () => {
  tested = await startWindow();
});
afterAll(() => tested.close());

const OPTIONS: FakeOptions = {
  connections: [SANDBOX, PRODUCTION],
  keychain: false,
  unconfirmedRows: [4, 6],
  rejectedRows: [5],
  recent: [{ sha256: 'a'.repeat(64), name: 'orders.csv', folder: '/orders', openedAt: 0, found: true }],
  notices: [{ level: 'warning', message: 'Another window is writing to this ledger.' }],
};

/** What axe finds, and what is wider than the window. */
async function problemsOf(page: Page): Promise<unknown[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [...found, ...(wide ? ['wider than the window'] : []), ...faultsOf(page)];
}

/** Walks through the window and says what each screen is called. */
async function walk(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const button = (name: RegExp | string) => page.getByRole('button', { name });
  await look('open');
  await button(/Needs fixing/).click();
  await page.getByRole('gridcell').first().waitFor();
  await page.keyboard.press('F8');
  await page.locator('[role=gridcell]:focus').waitFor();
  await look('review');
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor();
  await look('editor');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await look('find and replace');
  await page.keyboard.press('Escape');
  await button(/^Repair/)
    .first()
    .click();
  await page.getByRole('dialog').getByRole('table').waitFor();
  await look('repair preview');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+2');
  await page.getByRole('heading', { name: 'Match the columns' }).waitFor();
  await look('columns');
  await page.keyboard.press('Alt+4');
  await page.getByRole('heading', { name: 'By plan' }).waitFor();
  await look('plan');
  await page.keyboard.press('Control+Alt+1');
  await page.getByRole('gridcell').first().waitFor();
  await page.keyboard.press('Alt+4');
  await button(/Create in/).click();
  await page.getByRole('option', { name: /Acme/ }).click();
  await page.getByText('every PBX created here is real').waitFor();
  await look('plan for production');
  await button(/^Create 9/).click();
  await page.getByRole('alertdialog').waitFor();
  await look('typed confirmation');
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Finished' }).waitFor();
  await look('create');
  await page.keyboard.press('Alt+6');
  await button('Compare with the orders').click();
  await page.getByRole('heading', { name: 'PBXs beside their orders' }).waitFor();
  await look('results');
  await button(/^Clear up/).click();
  await page.getByRole('heading', { name: /Row 4/ }).waitFor();
  await look('reconcile');
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('table').waitFor();
  await look('history');
  await page.getByRole('button', { name: 'Calendar From' }).click();
  await page.getByRole('dialog').getByRole('grid').waitFor();
  await look('calendar');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+C');
  await button('Test Acme Distribution').click();
  await page.getByText(/^Signed in/).waitFor();
  await look('connections');
  await button('Add a connection').click();
  await page.getByRole('dialog').waitFor();
  await look('connection form');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Audit trail' }).waitFor();
  await look('settings');
  await page.keyboard.press('Control+k');
  await page.getByRole('menuitem').first().waitFor();
  await look('command palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await look('keyboard help');
}

describe('no screen has an accessibility problem axe can find, or is wider than the window,', () => {
  it.each([
    ['light', { dark: false, zoom: 1 }],
    ['dark', { dark: true, zoom: 1 }],
    ['light at 200 %', { dark: false, zoom: 2 }],
    ['dark at 200 %', { dark: true, zoom: 2 }],
  ])(
    'in %s',
    async (_name, how) => {
      const page = await tested.open({ ...OPTIONS, ...how });
      const problems: Record<string, unknown[]> = {};
      await walk(page, async (screen) => {
        const found = await problemsOf(page);
        if (found.length > 0) problems[screen] = found;
      });
      expect(problems).toEqual({});
      await page.context().close();
    },
    120_000,
  );
});
