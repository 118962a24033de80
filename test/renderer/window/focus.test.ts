import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTION, SANDBOX } from '../fake-bridge/options';
import { eventually, startWindow, type TestWindow } from './test-window';

let tested: TestWindow;
beforeAll(async () => {
  tested = await startWindow();
});
afterAll(() => tested.close());

/** Stops looked at on one screen: its own rows of cells or columns go on for long. */
const MOST = 40;

/** Goes through a screen by Tab; yields what has the focus out of sight, or not with one ring. */
async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-stop]')) one.removeAttribute('data-stop');
  });
  for (let stop = 0; stop < MOST; stop++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return 'nowhere';
      if (element.dataset['stop']) return 'again';
      element.dataset['stop'] = 'yes';
      const ringed = (one: Element): boolean => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      };
      // The ring may be around the field it is in, or around the track of a switch.
      const around = [element.closest('label')?.querySelector('.switch-track')];
      for (let one: HTMLElement | null = element; one; one = one.parentElement) around.push(one);
      const rings = around.filter((one) => one != null && ringed(one)).length;
      const { top, bottom } = element.getBoundingClientRect();
      return rings === 1 && top >= 0 && bottom <= innerHeight + 1 ? 'seen' : element.outerHTML.slice(0, 200);
    });
    if (found === 'again') break;
    if (found !== 'seen' && found !== 'nowhere') unseen.push(found);
  }
  return unseen;
}

describe('the keyboard’s place', () => {
  it.each([
    ['light', false],
    ['dark', true],
  ])(
    'is seen wherever Tab leads, in %s',
    async (_name, dark) => {
      const page = await tested.open({ dark, connections: [SANDBOX, PRODUCTION], unconfirmedRows: [4] });
      const unseen: Record<string, string[]> = {};
      const look = async (screen: string, ...keys: string[]): Promise<void> => {
        const before = await page.locator('h1').innerText();
        for (const key of keys) await page.keyboard.press(key);
        if (keys.length > 0) await eventually(() => page.locator('h1').innerText()).not.toBe(before);
        const found = await unseenStops(page);
        if (found.length > 0) unseen[screen] = found;
      };
      await look('open');
      await look('review', 'Control+Alt+2');
      await look('columns', 'Alt+2');
      await look('history', 'Control+Shift+H');
      await look('connections', 'Control+Shift+C');
      await look('settings', 'Control+,');
      await look('review without errors', 'Control+Alt+1');
      await page.getByRole('grid', { name: /new-branches/ }).waitFor();
      await look('plan', 'Alt+4');
      await page.keyboard.press('Control+Shift+Enter');
      await page.getByRole('heading', { name: 'Finished' }).waitFor();
      await look('results', 'Alt+6');
      await look('unconfirmed', 'Control+Shift+U');
      expect(unseen).toEqual({});
      await page.context().close();
    },
    60_000,
  );
});
