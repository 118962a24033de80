import { describe, expect, test } from 'vitest';
import { engineFor, startAccount } from './account';
import { ask, newFolder, sheetCopy } from './started-engine';

describe('a result file of ours', () => {
  test('opened again, rows that were corrected but not sent yet are still corrected', async () => {
    const account = await startAccount();
    const dataDir = newFolder();
    const engine = await engineFor(account, dataDir);
    const { settings } = await ask(engine, 'home', {});
    await ask(engine, 'saveSettings', { settings: { ...settings, maxPbxs: 1 } });
    const file = sheetCopy('one-of-each-error.csv');
    const { id: sheetId } = await ask(engine, 'openDropped', { path: file });
    const cells = [
      { row: 3, field: 'plan', value: 'Ultimate Plan' },
      { row: 7, field: 'subDomain', value: 'b-6' },
    ];
    await ask(engine, 'edit', { sheetId, cells });
    const { result } = await engine.submit(
      await engine.open(file, { connection: 'Acme', useDraft: true }),
      'Acme',
    );
    const again = await ask(engine, 'openDropped', { path: result ?? '' });
    const { rows } = await ask(engine, 'rows', {
      sheetId: again.id,
      filter: { edited: true },
      from: 0,
      count: 9,
    });
    expect(rows.map((row) => [row.row, row.state])).toEqual([
      [3, 'skipped'],
      [7, 'ready'],
    ]);
  });
});
