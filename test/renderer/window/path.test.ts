import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTION, SANDBOX } from '../fake-bridge/options';
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

const button = (name: RegExp | string) => page.getByRole('button', { name });
const heading = (name: RegExp | string) => page.getByRole('heading', { name, level: 1 });
const calls = (command: string) =>
  page.evaluate(
    (name) => window.fakeCalls?.filter((one) => one.command === name).map((one) => one.input),
    command,
  );
const focusedName = () =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');
const press = (...keys: string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

describe('a new user', () => {
  it('gets from the first screen to created PBXs by four clicks', async () => {
    page = await tested.open();
    await button('Start with the sample').click();
    await button('See the plan').click();
    await button('Create 9 PBXs').click();
    await button('See the results').click();
    await heading('9 PBXs created').waitFor();
    await expect.poll(() => button('Open the result file').isEnabled()).toBe(true);
  });

  it('gets there with the keyboard alone, always knowing where the focus is', async () => {
    page = await tested.open();
    await press('Control+Alt+1');
    await heading('Review and fix').waitFor();
    await expect.poll(() => focusedName()).toBe('Review and fix');
    await press('Control+Enter');
    await heading('9 PBXs will be created').waitFor();
    await expect.poll(() => focusedName()).toContain('9 PBXs will be created');
    await press('Control+Shift+Enter');
    await heading('Finished').waitFor();
    await press('Control+Enter');
    await heading('9 PBXs created').waitFor();
    await press('Control+Shift+o');
    await expect.poll(() => calls('showResult')).toEqual([{ runId: 'run-1', how: 'open' }]);
  });

  it('leaves the grid with F6 and comes back to the same cell', async () => {
    page = await tested.open();
    await button(/Needs fixing/).click();
    await page.locator('#cell-2-4').click();
    const at = () => page.evaluate(() => document.activeElement?.id);
    await press('F6');
    expect(await at()).not.toBe('cell-2-4');
    await press('Shift+F6');
    await expect.poll(() => at()).toBe('cell-2-4');
  });
});

describe('the focus', () => {
  const lost = () => page.evaluate(() => document.activeElement === document.body);

  it('goes to the title when a message that had it is dismissed', async () => {
    page = await tested.open({ failing: { plan: 'The account could not be reached.' } });
    await button('Start with the sample').click();
    await press('Alt+4');
    await button('Dismiss').focus();
    await press('Enter');
    await eventually(focusedName).toBe('Plan');
  });

  it('stays near when what had it is removed', async () => {
    page = await tested.open();
    await press('Control+,');
    await button('Remove the matching Northwind form').focus();
    await press('Enter');
    await page.getByText('None kept yet.').waitFor();
    await eventually(focusedName).toBe('Add from a file…');
    await press('Alt+1');
    await button(/Needs fixing/).click();
    await page.getByRole('searchbox').fill('nothing holds this');
    await button('Clear filters').focus();
    await press('Enter');
    await page.locator('#cell-0-1').waitFor();
    await eventually(lost).toBe(false);
  });
});

describe('the path', () => {
  it('goes straight to the rows when the columns are known, and back without losing anything', async () => {
    page = await tested.open();
    await button(/Needs fixing/).click();
    await page.locator('#cell-0-1').click();
    await page.keyboard.type('Kept');
    await press('Enter', 'End');
    await press('Alt+2');
    await heading('Match the columns').waitFor();
    await press('Alt+1');
    await heading('Open an order sheet').waitFor();
    await button('Return to needs-fixing.csv').click();
    await expect.poll(() => page.locator('#cell-0-1 .cell-text').innerText()).toBe('Kept');
    await expect.poll(() => page.locator('#cell-1-20').getAttribute('tabindex')).toBe('0');
    expect(
      await page.getByRole('navigation', { name: 'Steps' }).locator('[aria-current=step]').innerText(),
    ).toContain('Review');
  });

  it('stops at the columns when one is unknown, and a choice there is read at once', async () => {
    page = await tested.open();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Acme,whatever,Plan\nA,x,Enterprise Plan\n'], 'odd.csv'));
      document
        .querySelector('.drop-area')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await heading('Match the columns').waitFor();
    await button(/Field of the order: A Acme/).click();
    await page.getByRole('option', { name: 'PBX name' }).click();
    await eventually(() => calls('read')).toEqual([
      { sheetId: expect.any(String), change: { map: { name: 'A' } } },
    ]);
  });

  it('goes on where it was left when the window is opened again', async () => {
    page = await tested.open({
      recent: [
        { sha256: '10'.padStart(64, 'a'), name: 'needs-fixing.csv', folder: '/', openedAt: 0, found: true },
      ],
    });
    await page.getByText('10 orders, most with').click();
    await press('Alt+4');
    await heading('2 PBXs will be created').waitFor();
    await page.reload();
    await heading('2 PBXs will be created').waitFor();
    await press('Alt+1');
    await heading('Open an order sheet').waitFor();
    await page.reload();
    await button('Choose a file…').waitFor();
    await eventually(() => calls('home')).toHaveLength(1);
    await expect.poll(() => calls('openRecent')).toEqual([]);
  });

  it('opens a file dropped anywhere, but only one', async () => {
    page = await tested.open();
    await press('Control+,');
    await heading('Settings').waitFor();
    const drop = (names: string[]) =>
      page.evaluate((given) => {
        const data = new DataTransfer();
        for (const name of given) data.items.add(new File(['name,plan\nA,B\n'], name));
        const how = { dataTransfer: data, bubbles: true, cancelable: true };
        document.querySelector('main')?.dispatchEvent(new DragEvent('drop', how));
      }, names);
    await drop(['one.csv', 'two.csv']);
    await page.getByText('Drop one file at a time.').waitFor();
    await drop(['one.csv']);
    await page.getByText('one.csv').first().waitFor();
  });

  it('keeps a matching under a name and reads by it', async () => {
    page = await tested.open();
    await button(/Needs fixing/).click();
    await press('Alt+2');
    await button('Keep this matching…').click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Resellers');
    await press('Enter');
    await page.getByText('The matching is kept as “Resellers”.').waitFor();
    await button(/Match as in/).click();
    await page.getByRole('option', { name: 'Resellers' }).click();
    await page.getByText('Matched as in “Resellers”.').waitFor();
  });
});

describe('before anything is paid for', () => {
  it('production is unmistakable and asks for the number of PBXs', async () => {
    page = await tested.open({ connections: [SANDBOX, PRODUCTION] });
    await button('Start with the sample').click();
    await press('Alt+4');
    await heading('9 PBXs will be created').waitFor();
    await expect.poll(() => page.getByText('Nothing is bought').count()).toBe(1);
    await button(/Create in/).click();
    await page.getByRole('option', { name: /Acme/ }).click();
    await page.getByText('every PBX created here is real and paid for').waitFor();
    await button('Create 9 PBXs').click();
    const question = page.getByRole('alertdialog');
    const yes = question.getByRole('button', { name: 'Create 9 PBXs' });
    await page.keyboard.type('8');
    await expect.poll(() => yes.isDisabled()).toBe(true);
    await expect.poll(() => question.getByText('That is not the number of PBXs.').count()).toBe(1);
    await press('Enter');
    await expect.poll(() => calls('create')).toEqual([]);
    await press('Backspace');
    await page.keyboard.type('9');
    await yes.click();
    await eventually(() => calls('create')).toMatchObject([
      { connection: 'Acme Distribution', confirmed: 9 },
    ]);
  });

  it('warns of what is about no row in particular without naming one', async () => {
    const message = 'Whether the account has some of these PBXs already could not be asked.';
    page = await tested.open({ planWarnings: [{ row: 0, cell: null, message }] });
    await press('Control+Alt+1');
    await page.getByRole('gridcell').first().waitFor();
    await press('Control+Enter');
    await eventually(() => page.getByRole('listitem').filter({ hasText: message }).innerText()).toMatch(
      /^The whole sheet\s/,
    );
  });

  it('says what is blocked and why, and leads to it', async () => {
    page = await tested.open();
    await button(/Needs fixing/).click();
    await press('Alt+4');
    await heading('2 PBXs will be created').waitFor();
    await expect.poll(() => page.getByText('Extensions can be at most 500; it is 650.').count()).toBe(1);
    await button('Fix the blocked rows').click();
    await eventually(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('9');
  });

  it('what can’t be saved is told until it is, wherever one is', async () => {
    page = await tested.open();
    await press('Control+Alt+1');
    await heading('Review and fix').waitFor();
    const tell = (message: string | null): Promise<void> =>
      page.evaluate((text) => window.fakeTell?.({ type: 'unsaved', message: text }), message);
    await tell(
      'The disk with "/data" is full, so your latest changes are not saved. Free some space: they are saved as soon as they fit. Keep PBX Orders open until then.',
    );
    const notice = page.getByRole('note').filter({ hasText: 'Not saved yet. The disk with "/data" is full' });
    await notice.waitFor();
    await press('Control+,');
    await heading('Settings').waitFor();
    await notice.waitFor();
    await tell(null);
    await eventually(() => notice.count()).toBe(0);
    await page.getByText('Everything is saved again.').waitFor({ state: 'attached' });
  });

  it('a failure is told where it happened and stays until dismissed', async () => {
    page = await tested.open({ failing: { plan: 'The account could not be reached.' } });
    await button('Start with the sample').click();
    await press('Alt+4');
    await page.getByText('The account could not be reached.').waitFor();
    await button('Dismiss').click();
    await expect.poll(() => page.getByText('The account could not be reached.').count()).toBe(0);
  });
});

describe('a run', () => {
  const start = async (options: Parameters<TestWindow['open']>[0]): Promise<void> => {
    page = await tested.open(options);
    await button('Start with the sample').click();
    await press('Alt+4', 'Tab');
    await button('Create 9 PBXs').click();
  };

  it('can be paused, gone on with, and stopped after a question; the rest can be sent later', async () => {
    await start({ orderMs: 150 });
    await heading(/Creating PBXs/).waitFor();
    await press('F9');
    await heading('Paused').waitFor();
    await button('Go on').click();
    await heading(/Creating PBXs/).waitFor();
    await button('Stop').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop' }).click();
    await heading('Stopped').waitFor();
    await button('See the results').click();
    await page.getByText('Stopped by Ada Clark.').waitFor();
    await button(/^Send the \d orders? not sent/).click();
    await heading('Finished').waitFor();
  });

  it('tells each order in words and colours as it goes', async () => {
    await start({ rejectedRows: [3] });
    await heading('Finished').waitFor();
    const log = page.getByRole('list', { name: 'What happened' });
    await expect.poll(() => log.innerText()).toContain('Row 2, Riverside Dental: created as 42102.');
    await expect.poll(() => log.innerText()).toContain('Rejected. DATA_ALREADY_EXISTS');
    await expect.poll(() => page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('9');
  });

  it('leaves unconfirmed orders to three choices, side by side with what was found', async () => {
    await start({ unconfirmedRows: [4, 6] });
    await heading('Finished').waitFor();
    await press('Alt+6', 'Control+Shift+u');
    await heading('Unconfirmed orders').waitFor();
    const first = page.getByRole('region', { name: /Row 4/ });
    await first.getByRole('row', { name: /Extensions 20 25 different/ }).waitFor();
    await first.getByRole('textbox', { name: 'Reason (optional)' }).fill(' The customer took 25. ');
    await first.getByRole('button', { name: 'It is ours: take over 42777' }).click();
    await eventually(() => first.count()).toBe(0);
    const second = page.getByRole('region', { name: /Row 6/ });
    await expect
      .poll(() => second.getByRole('button').allInnerTexts())
      .toEqual(['It exists: enter its id…', 'It was not created: send again', 'Leave it for now']);
    await second.getByRole('button', { name: /send again/ }).click();
    const question = page.getByRole('alertdialog');
    await question.getByRole('textbox', { name: 'Reason (optional)' }).fill('Support says it is not there.');
    await question.getByRole('button', { name: /send again/ }).click();
    await page.getByText('Nothing is left to decide.').waitFor();
    await expect
      .poll(() => calls('decide'))
      .toEqual([
        {
          runId: 'run-1',
          decision: { choice: 'adopt', row: 4, cloudPbxId: '42777', reason: 'The customer took 25.' },
        },
        {
          runId: 'run-1',
          decision: { choice: 'send-again', row: 6, reason: 'Support says it is not there.' },
        },
      ]);
    // Who decided, and why, stands with the order, and is found there.
    await press('Alt+6');
    await page.getByRole('searchbox', { name: 'Filter by text' }).fill('support says');
    await page.getByRole('cell', { name: /To be sent again: Ada Clark, .*Support says it is not/ }).waitFor();
    await eventually(() => page.getByRole('table').getByRole('row').count()).toBe(2);
  });

  it('can be compared, reported, and corrected in a workbook of its failed rows', async () => {
    await start({ rejectedRows: [5] });
    await heading('Finished').waitFor();
    await press('Alt+6');
    await button('Compare with the orders').click();
    await page.getByText('1 PBX is not as ordered').waitFor();
    await button('Save a report…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'As PDF' }).click();
    await page.getByText('Saved as report.pdf.').waitFor();
    await button('Save the 1 row to correct…').click();
    await page.getByText('Saved as to-correct.xlsx with 2 rows.').waitFor();
  });
});

describe('other places', () => {
  it('history finds a run by text and by day', async () => {
    page = await tested.open();
    await button('Start with the sample').click();
    await press('Alt+4', 'Tab');
    await button('Create 9 PBXs').click();
    await heading('Finished').waitFor();
    await press('Control+Shift+h');
    await button('new-branches.csv').waitFor();
    await page.getByRole('searchbox').fill('nobody');
    await page.getByText('No run fits the search.').waitFor();
    await page.getByRole('searchbox').fill('ada');
    await button('new-branches.csv').waitFor();
    await page.getByRole('spinbutton', { name: 'month, To' }).click();
    await page.keyboard.type('01312020');
    await page.getByText('No run fits the search.').waitFor();
    expect((await calls('runs'))?.at(-1)).toEqual({ search: 'ada', to: Date.UTC(2020, 1, 1) - 1 });
    await button('Clear “To”').click();
    await button('new-branches.csv').click();
    await heading('9 PBXs created').waitFor();
  });

  it('a connection is added while a sheet is open, which stays where it is until one says so', async () => {
    page = await tested.open();
    await press('Control+Alt+1');
    await page.getByRole('gridcell').first().waitFor();
    await press('Control+Shift+c');
    await button('Add a connection').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Acme');
    await dialog.getByRole('textbox', { name: 'Client id' }).fill('id-1');
    await dialog.getByLabel('Client secret').fill('s3cret');
    await press('Enter');
    await page
      .getByText('“Acme” was added. The open sheet, new-branches.csv, stays with “Sandbox”')
      .waitFor();
    await press('Alt+4');
    await page.getByText('In the account “Sandbox”').waitFor();
    await press('Control+Shift+c');
    await page.getByRole('heading', { name: 'Acme' }).waitFor();
    expect(await page.getByText('was added').count()).toBe(0);

    await button('Add a connection').click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Beta');
    await dialog.getByRole('textbox', { name: 'Client id' }).fill('id-2');
    await dialog.getByLabel('Client secret').fill('s3cret');
    await press('Enter');
    await button('Plan it for “Beta”').click();
    await page.getByText('In the account “Beta”').waitFor();
    expect((await calls('plan'))?.at(-1)).toMatchObject({ connection: 'Beta' });
  });

  it('a connection is added, tested and removed; its secret never comes back', async () => {
    page = await tested.open();
    await press('Control+Shift+c');
    await button('Add a connection').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Acme');
    await dialog.getByRole('textbox', { name: 'Base URL' }).fill('https://ycm.example.com');
    await dialog.getByRole('textbox', { name: 'Client id' }).fill('id-1');
    await dialog.getByLabel('Client secret').fill('s3cret');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await button('Test Acme').click();
    await page.getByText('Signed in to Acme.').waitFor();
    await button('Edit Acme').click();
    await expect.poll(() => dialog.getByLabel('Client secret').inputValue()).toBe('');
    await press('Escape');
    await button('Remove Acme').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await eventually(() => button('Test Acme').count()).toBe(0);
  });

  it('settings are saved as they are changed, and a number that can’t be is refused', async () => {
    page = await tested.open();
    await press('Control+,');
    await page.getByRole('textbox', { name: 'Most PBXs in one run' }).fill('0');
    await page.getByText('Give a whole number from 1 to 1,000,000.').waitFor();
    await press('Tab');
    await expect.poll(() => calls('saveSettings')).toEqual([]);
    await page.getByRole('textbox', { name: 'Most PBXs in one run' }).fill('50');
    await press('Tab');
    await eventually(() => calls('saveSettings')).toMatchObject([{ settings: { maxPbxs: 50 } }]);
    const unknown = page.getByRole('textbox', { name: 'Stop after unknown answers' });
    await unknown.fill('11');
    await page.getByText('Give a whole number from 1 to 10.').waitFor();
    await unknown.fill('1');
    await page.getByRole('textbox', { name: 'Longest wait, in seconds' }).fill('600');
    await press('Tab');
    await eventually(() => calls('saveSettings')).toMatchObject([
      { settings: { maxPbxs: 50 } },
      { settings: { maxPbxs: 50, unconfirmedInARow: 1 } },
      { settings: { unconfirmedInARow: 1, longestWaitSeconds: 600 } },
    ]);
    await button(/Theme/).click();
    await page.getByRole('option', { name: 'Dark' }).click();
    await eventually(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  it('the audit trail is checked and saved in parts, and a backup is made', async () => {
    page = await tested.open();
    await press('Control+,');
    await button('Check that nothing was changed').click();
    await page.getByText('All 128 events are as they were written.').waitFor();
    await page.getByRole('textbox', { name: 'Customer' }).fill('50086182');
    await button('Save the audit trail…').click();
    await page.getByText('Saved as audit.xlsx with 128 events.').waitFor();
    await expect
      .poll(() => calls('saveAudit'))
      .toEqual([{ filter: { customer: '50086182' }, format: 'xlsx' }]);
    await button('Back up now').click();
    await page.getByText(/^Backed up to .*ledger-2026-11-24/).waitFor();
  });

  it('every command that applies is found by its name, and runs', async () => {
    page = await tested.open();
    await press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('dark th');
    await eventually(() => page.getByRole('menuitem').count()).toBe(1);
    await press('Enter');
    await eventually(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await press('F1');
    const help = page.getByRole('dialog', { name: 'Keyboard' });
    await expect.poll(() => help.getByText('Next problem').count()).toBe(1);
    await press('Escape');
    await eventually(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
});
