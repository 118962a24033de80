import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerDialogs, expectNoComplaints, freshFolder, launch, sheet, type App } from './app';
import { created, heading } from './screens';

const SAMPLE = path.join(import.meta.dirname, '..', '..', 'samples', 'needs-fixing.csv');

const cell = ({ page }: App, text: string | RegExp): ReturnType<App['page']['getByRole']> =>
  page.getByRole('gridcell', { name: text }).first();

/** Where one is: the cell and its field. */
const placeOf = async ({ page }: App): Promise<string> =>
  (await page.getByRole('region', { name: 'The cell' }).innerText()).split('\n').join(' ');

describe('a clerk', () => {
  it('does the whole job without a mouse', async () => {
    const app = await launch();
    await answerDialogs(app, { open: sheet('clean.csv') });
    const press = (keys: string): Promise<void> => app.page.keyboard.press(keys);
    await heading(app.page, 'Open an order sheet');
    await press('Control+o');
    await heading(app.page, 'Review and fix');
    await press('Control+Enter');
    await heading(app.page, '12 PBXs will be created');
    await press('Control+Shift+Enter');
    await heading(app.page, 'Finished');
    await press('Control+Enter');
    await heading(app.page, '12 PBXs created');
    expect(await created(app)).toHaveLength(12);
    expectNoComplaints(app);
  });

  it('types over a bad cell, undoes and redoes it, and sees the problem go and come at once', async () => {
    const app = await launch({ args: [SAMPLE] });
    await heading(app.page, 'Review and fix');
    const tally = app.page.getByText(/of 10 orders ready/);
    await expect.poll(() => tally.innerText()).toContain('2 of 10');
    await cell(app, /Enterprize Plan/).click();
    await app.page.keyboard.type('Enterprise Plan');
    await app.page.keyboard.press('Enter');
    await expect.poll(() => tally.innerText()).toContain('3 of 10');
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => tally.innerText()).toContain('2 of 10');
    await app.page.keyboard.press('Control+y');
    await expect.poll(() => tally.innerText()).toContain('3 of 10');
    expectNoComplaints(app);
  });

  it('closes the window in the middle of the work and finds it again as it was', async () => {
    const first = await launch({ args: [SAMPLE] });
    await heading(first.page, 'Review and fix');
    await cell(first, /Enterprize Plan/).click();
    await first.page.keyboard.type('Enterprise Plan');
    await first.page.keyboard.press('Enter');
    await first.page.getByText('3 of 10 orders ready').waitFor();
    const planWidth = async ({ page }: App) =>
      (await page.getByRole('columnheader', { name: 'Plan' }).boundingBox())?.width ?? 0;
    const before = await planWidth(first);
    await first.page.getByRole('columnheader', { name: 'Plan' }).getByRole('button').click();
    await first.page.getByRole('menuitem', { name: 'Wider' }).click();
    await expect.poll(() => planWidth(first)).toBeGreaterThan(before);
    const wide = await planWidth(first);
    await first.page.close();
    expect(await first.ended).toBe(0);

    const again = await launch({ dataDir: first.dataDir });
    await again.page.getByText('3 of 10 orders ready').waitFor();
    expect(await planWidth(again)).toBe(wide);
    await heading(again.page, 'Review and fix');
  });

  it('changes the language, and window and menus speak it at once', async () => {
    const app = await launch();
    await app.electron.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.getMenuItemById('settings')?.click(),
    );
    await app.page.getByRole('button', { name: /Language/ }).click();
    await app.page.getByRole('option', { name: '简体中文' }).click();
    const menus = (): Promise<string | undefined> =>
      app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label);
    await expect.poll(menus).toBe('文件');
    await expect.poll(() => app.page.evaluate(() => document.documentElement.lang)).toMatch(/^zh/);
  });

  it('scrolls to the end of a hundred thousand orders, corrects one, doubles another, and filters', async () => {
    const file = path.join(freshFolder(), 'hundred-thousand.csv');
    const [head = '', order = ''] = readFileSync(sheet('clean.csv'), 'utf8').split(/\r?\n/);
    const rows = Array.from({ length: 100_000 }, (_none, index) =>
      order.replace('Acme Branch 1', `Branch ${index + 1}`).replace('acme-1', `branch-${index + 1}`),
    );
    rows[99_999] = rows[99_999]?.replace('Enterprise Plan', 'Enterprize Plan') ?? '';
    writeFileSync(file, [head, ...rows, ''].join('\n'));
    const app = await launch({ args: [file] });
    app.page.setDefaultTimeout(50_000);
    await heading(app.page, /Review and fix|columns/i);
    await app.page.keyboard.press('Alt+3');
    await heading(app.page, 'Review and fix');
    await app.page.keyboard.press('F8');
    await cell(app, /Enterprize Plan/).waitFor();
    await app.page.keyboard.type('Enterprise Plan');
    await app.page.keyboard.press('Enter');
    await app.page.getByText(/All 100,000 orders are ready/).waitFor();

    // The last row orders the address of the first: both are told at once, and right again when it is undone.
    await app.page.keyboard.press('Control+End');
    await expect.poll(() => placeOf(app)).toMatch(/^[A-Z]100001\b/);
    for (let press = 0; press < 30 && !(await placeOf(app)).includes('Sub-domain'); press += 1)
      await app.page.keyboard.press('ArrowLeft');
    await app.page.keyboard.type('branch-1');
    await app.page.keyboard.press('Enter');
    await app.page.getByText('99,998 of 100,000 orders ready').waitFor();
    await app.page.getByText('is ordered in row 2 too').first().waitFor();
    await app.page.keyboard.press('Control+Alt+e');
    await app.page.getByText('2 of 100,000 rows shown').waitFor();
    await app.page.keyboard.press('Control+z');
    await app.page.getByText(/All 100,000 orders are ready/).waitFor();
    await app.page.keyboard.press('Control+Alt+a');
    await app.page.getByRole('searchbox').focus();
    await app.page.keyboard.type('branch-7777');
    await app.page.getByText('11 of 100,000 rows shown').waitFor();
    await cell(app, 'Branch 7777').waitFor();
    expectNoComplaints(app);
  });
});
