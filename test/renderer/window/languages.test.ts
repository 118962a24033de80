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
});
