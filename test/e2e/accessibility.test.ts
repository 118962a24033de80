import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElectronApplication, Page } from 'playwright';
import { expect, it } from 'vitest';
// The way the pictures are taken on, with axe in place of a camera.
import { walk } from '../../build/screenshot-walk.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; nodes: { target: unknown }[] };
type Axe = { run(context: Document, options: object): Promise<{ violations: Violation[] }> };

/** What axe finds wrong on a page, as `screen-theme-zoom: rule at element`. */
async function violations(page: Page, where: string): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    (globalThis as never as { axe: Axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return found.violations.map(({ id, nodes }) => `${where}: ${id} at ${String(nodes[0]?.target)}`);
}

function zoom(electron: ElectronApplication, factor: number): Promise<void> {
  return electron.evaluate(
    ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
    factor,
  );
}

it(
  'has no screen or state that axe finds fault with, light or dark, also at 200 %',
  { timeout: 300_000 },
  async () => {
    const found: string[] = [];
    const seen: string[] = [];
    const camera = async (
      page: Page,
      name: string,
      theme: string,
      electron: ElectronApplication,
    ): Promise<void> => {
      seen.push(name);
      found.push(...(await violations(page, `${name}-${theme}`)));
      await zoom(electron, 2);
      found.push(...(await violations(page, `${name}-${theme}-200%`)));
      await zoom(electron, 1);
    };
    await walk({ language: 'en', camera });
    expect(found).toEqual([]);
    expect(new Set(seen).size).toBeGreaterThan(20);
  },
);
