import type { Page } from 'playwright';

export type Hands = { clicks: number; keys: number };

/** From now on counts what a person does: presses of a mouse button, and of keys other than Ctrl, Shift and Alt alone. */
export async function watchHands(page: Page): Promise<() => Promise<Hands>> {
  await page.evaluate(() => {
    const hands = { clicks: 0, keys: 0 };
    Object.assign(globalThis, { hands });
    addEventListener('mousedown', (event) => void (event.isTrusted && hands.clicks++), true);
    addEventListener(
      'keydown',
      (event) =>
        void (event.isTrusted && !['Control', 'Shift', 'Alt', 'Meta'].includes(event.key) && hands.keys++),
      true,
    );
  });
  return () => page.evaluate(() => (globalThis as never as { hands: Hands }).hands);
}
