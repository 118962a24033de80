/** The steps of the main job, as a person does them. */
import { expect } from 'vitest';
import type { Page } from 'playwright';
import type { App } from './app';

export const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Chooses a sheet by the button and its dialog, which must have been answered already. */
export async function chooseSheet({ page }: App): Promise<void> {
  await page.getByRole('button', { name: 'Choose a file…' }).click();
}

/** From the review to the plan. */
export async function goToPlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Step 4 of 6: Plan/ }).click();
  await heading(page, /will be created/);
}

/** From the plan to the end of the run. */
export async function create(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `Create ${count} PBX${count === 1 ? '' : 's'}` }).click();
  await heading(page, 'Finished');
}

/** Names and ids of the PBXs the sandbox of an app's data folder holds, in the order they were created. */
export async function created(app: App): Promise<{ row: number; name: string; id: string }[]> {
  const runs = await app.page.evaluate(() => window.pbxOrders.runs({ search: '' }));
  if (!runs.ok) throw new Error(runs.error.message);
  const newest = runs.value[0];
  if (!newest) return [];
  const run = await app.page.evaluate((runId) => window.pbxOrders.run({ runId }), newest.id);
  if (!run.ok) throw new Error(run.error.message);
  const { rows, totals } = run.value;
  const { created, rejected, skipped, unconfirmed, notSent, invalid } = totals;
  expect(created + rejected + skipped + unconfirmed + notSent + invalid).toBe(totals.rows);
  return rows
    .filter((row) => row.state === 'created')
    .map(({ row, name, cloudPbxId }) => ({ row, name, id: cloudPbxId ?? '' }));
}
