import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerDialogs, expectNoComplaints, launch, sheet } from './app';
import { chooseSheet, create, created, goToPlan, heading } from './screens';

describe('the main job in the window', () => {
  it('creates the twelve PBXs of a clean sheet and gives the sheet back with an id on every row', async () => {
    const app = await launch();
    const file = sheet('clean.csv');
    await answerDialogs(app, { open: file });
    await chooseSheet(app);
    await heading(app.page, 'Review and fix');
    await goToPlan(app.page);
    await create(app.page, 12);
    const pbxs = await created(app);
    expect(pbxs.map((pbx) => pbx.name)).toEqual(
      Array.from({ length: 12 }, (_none, index) => `Acme Branch ${index + 1}`),
    );
    const result = file.replace('.csv', '.results.csv');
    const lines = readFileSync(result, 'utf8').trimEnd().split(/\r?\n/);
    expect(lines).toHaveLength(13);
    for (const { row, id } of pbxs) expect(lines[row - 1]).toContain(id);
    expect(new Set(pbxs.map((pbx) => pbx.id)).size).toBe(12);
    expectNoComplaints(app);
  });

  it('creates those of a Unicode text file from Excel', async () => {
    const file = sheet('unicode-text.txt');
    const app = await launch({ args: [file] });
    await heading(app.page, 'Review and fix');
    await goToPlan(app.page);
    const count = await planned(app.page.getByRole('button', { name: /^Create \d+ PBX/ }));
    await create(app.page, count);
    expect(await created(app)).toHaveLength(count);
    expect(existsSync(path.join(path.dirname(file), 'unicode-text.results.txt'))).toBe(true);
    expectNoComplaints(app);
  });

  it('names the bad rows of a form cell by cell and creates its good ones', async () => {
    const file = sheet('northwind-order-form.xlsx');
    const app = await launch({ args: [file] });
    await app.page.getByRole('heading', { level: 1, name: /Review and fix|columns/i }).waitFor();
    await goToPlan(app.page);
    const button = app.page.getByRole('button', { name: /^Create \d+ PBX/ });
    const count = await planned(button);
    await create(app.page, count);
    const pbxs = await created(app);
    expect(pbxs).toHaveLength(count);
    expect(existsSync(path.join(path.dirname(file), 'northwind-order-form.results.xlsx'))).toBe(true);
    expectNoComplaints(app);
  });
});

async function planned(button: { innerText(): Promise<string> }): Promise<number> {
  return Number(/\d+/.exec(await button.innerText())?.[0]);
}
