import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, faultsOf, startWindow, type TestWindow } from './test-window';

let tested: TestWindow;
beforeAll(async () => {
  tested = await startWindow();
});
afterAll(() => tested.close());

describe('the language', () => {
  it('is switched at once in the settings, dates and figures too, and back', async () => {
    const page = await tested.open();
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: /Language/ }).click();
    await page.getByRole('option', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('de');
    await page.keyboard.press('Control+Shift+C');
    await page.getByRole('heading', { level: 1, name: 'Verbindungen' }).waitFor();
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: /Sprache/ }).click();
    await page.getByRole('option', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('says problems, plans and refusals in Chinese', async () => {
    const page = await tested.open({
      settings: { language: 'zh' },
      failing: {
        backupNow:
          'The disk with /data is full, so nothing more can be recorded and nothing more is sent. Free some space, then continue the run.',
      },
    });
    await page.getByRole('heading', { level: 1, name: '打开订单表' }).waitFor();
    await page.getByRole('button', { name: /需要修正/ }).click();
    await page.getByRole('gridcell').first().waitFor();
    await page.getByRole('columnheader', { name: /分机数/ }).waitFor();
    await page.getByRole('complementary', { name: '问题' }).getByText('数字过大').waitFor();
    await page.keyboard.press('Alt+4');
    await page.getByRole('heading', { name: '按订阅服务' }).waitFor();
    await page.getByText(/因错误无法创建：\d+ 行/).waitFor();
    const shown = await page.locator('main').innerText();
    expect(shown).not.toMatch(/is missing|must be|can be at most|is not a/);
    await page.keyboard.press('Control+Alt+B');
    await eventually(() => page.getByRole('alert').innerText()).toContain('/data 所在的磁盘已满');
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('is how days are written: typed in its order, chosen by keyboard, cleared', async () => {
    const page = await tested.open({ settings: { language: 'de' } });
    const asked = () =>
      page.evaluate(() => window.fakeCalls?.findLast((call) => call.command === 'runs')?.input);
    await page.keyboard.press('Control+Shift+H');
    const from = page.getByRole('group', { name: 'Von' });
    await eventually(() => from.getByRole('spinbutton').allInnerTexts()).toEqual(['tt', 'mm', 'jjjj']);
    await from.getByRole('spinbutton').first().click();
    await page.keyboard.type('23112026');
    const start = new Date('2026-11-23T00:00:00Z').getTime();
    await eventually(asked).toEqual({ search: '', from: start });

    // The calendar opens at the day, and tomorrow is one key away.
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('dialog').getByText('November 2026').first().waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await eventually(asked).toEqual({ search: '', from: start + 86_400_000 });

    await page.getByRole('button', { name: '„Von“ leeren' }).click();
    await eventually(asked).toEqual({ search: '' });
    await eventually(() => from.locator(':focus').innerText()).toBe('tt');
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('is how days are written: a short year is of this century, half a day is none', async () => {
    const page = await tested.open({ settings: { language: 'es' } });
    await page.keyboard.press('Control+Shift+H');
    const until = page.getByRole('group', { name: 'Hasta' });
    const parts = () => until.getByRole('spinbutton').allInnerTexts();
    await until.getByRole('spinbutton').first().click();
    await page.keyboard.type('24/11/26');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await eventually(parts).toEqual(['24', '11', '2026']);
    await until.getByRole('spinbutton').first().focus();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await eventually(parts).toEqual(['dd', '11', '2026']);
    await page.getByRole('searchbox').focus();
    await eventually(parts).toEqual(['2', '11', '2026']);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
