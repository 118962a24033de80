import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { answerDialogs, askedDialogs, expectNoComplaints, launch, ROOT, sheet, type App } from './app';
import { chooseSheet, heading } from './screens';

const grid = ({ page }: App, name: string): Promise<void> =>
  page.getByRole('grid', { name: new RegExp(name.replaceAll('.', '\\.')) }).waitFor();

it('opens a sheet by the dialog, and stays where it was when the dialog is cancelled', async () => {
  const app = await launch();
  await answerDialogs(app, { open: null });
  await chooseSheet(app);
  await heading(app.page, 'Open an order sheet');
  await answerDialogs(app, { open: sheet('clean.csv') });
  await chooseSheet(app);
  await grid(app, 'clean.csv');
  expect((await askedDialogs(app)).map((one) => one.title)).toEqual(['Open an order sheet']);
  expectNoComplaints(app);
});

it('opens the sheet it is started with', async () => {
  const app = await launch({ args: [sheet('clean.csv')] });
  await grid(app, 'clean.csv');
});

it('opens a sheet given as a file address, as desktops do', async () => {
  const file = sheet('northwind-order-form.xlsx');
  const app = await launch({ args: [`file://${encodeURI(file)}`] });
  await app.page.getByText('northwind-order-form.xlsx').first().waitFor();
});

it('started a second time, ends at once and opens its sheet in the window that is there', async () => {
  const app = await launch();
  const executable = await app.electron.evaluate(() => process.execPath);
  const second = spawn(executable, ['--no-sandbox', ROOT, path.basename(sheetForSecond)], {
    cwd: path.dirname(sheetForSecond),
    env: { ...process.env, PBX_ORDERS_DATA: app.dataDir },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await grid(app, 'clean.csv');
  expect(app.electron.windows()).toHaveLength(1);
});
const sheetForSecond = path.join(ROOT, 'test', 'fixtures', 'sheets', 'clean.csv');

it('opens a file that is dropped on it', async () => {
  const app = await launch();
  const file = sheet('clean.csv');
  // Only a file from the system has a path; a script's own has none.
  await app.page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'from-the-system';
    document.body.append(input);
  });
  await app.page.setInputFiles('#from-the-system', file);
  await app.page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#from-the-system');
    const dropped = input?.files?.[0];
    if (!dropped) throw new Error('no file');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(dropped);
    const target = document.querySelector('.drop-area');
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }
  });
  await grid(app, 'clean.csv');
});

it('says so when what is dropped is no file of this computer', async () => {
  const app = await launch();
  const reply = await app.page.evaluate(() => window.pbxOrders.openFile(new File(['a,b'], 'made.csv')));
  expect(reply).toMatchObject({ ok: false, error: { code: 'not-a-file' } });
});

it('lists what was opened under File, Open Recent, and opens it from there', async () => {
  const app = await launch({ args: [sheet('clean.csv')] });
  await grid(app, 'clean.csv');
  const recent = (): Promise<string[]> =>
    app.electron.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu;
      return menu?.items.map((item) => item.label) ?? [];
    });
  await expect.poll(recent).toEqual(['clean.csv']);
  await app.page.getByRole('button', { name: /Step 1 of 6/ }).click();
  await app.electron.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items[0]?.click();
  });
  await grid(app, 'clean.csv');
});

it('does from the menu what the window’s own commands do', async () => {
  const app = await launch();
  const choose = (id: string): Promise<void> =>
    app.electron.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), id);
  await choose('settings');
  await heading(app.page, 'Settings');
  await choose('history');
  await heading(app.page, 'History');
  await choose('theme-dark');
  const theme = (): Promise<string> => app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  await expect.poll(theme).toBe('dark');
});
