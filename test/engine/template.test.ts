import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChecker, findOrders, SANDBOX_CATALOG, type CheckedRow } from '../../app/orders';
import { openSheetFile, writeForm, type FormColumn } from '../../app/sheets';
import { templateForm } from '../../app/engine/template';
import { newFolder, startEngine } from './started-engine';

const NOW = Date.UTC(2026, 10, 24);
const catalog = { ...SANDBOX_CATALOG, fetchedAt: NOW };
const form = templateForm(catalog, 'sandbox');
const at = (heading: string): number => form.columns.findIndex((one) => one.heading === heading);

/** Texts a column's own list or check lets through, given what the row has so far. */
function permitted(column: FormColumn, row: readonly string[]): fc.Arbitrary<string> {
  const { choices, check } = column;
  if (choices) {
    const values = choices.by ? choices.by.values.get(row[choices.by.column] ?? '') : choices.values;
    return fc.constantFrom(...(values ?? []));
  }
  if (check?.kind === 'date')
    return fc
      .date({ min: new Date(NOW + 2 * 86_400_000), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  if (check?.kind === 'whole')
    return fc.integer({ min: check.min ?? 0, max: check.max ?? 1_000_000 }).map(String);
  return fc
    .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
    .filter((text) => text.trim() !== '' && !/\p{C}/u.test(text));
}

/** Rows as people fill them in who let the form stop them: column after column, each by its list or check. */
const orderRow = fc.integer({ min: 0, max: 3 }).chain((optional) => {
  const cells = form.columns.reduce<fc.Arbitrary<string[]>>(
    (before, column, index) =>
      before.chain((row) => {
        const next = (text: string): string[] => [...row, text];
        if (index === at('Sub-domain'))
          return fc
            .stringMatching(/^[A-Za-z0-9-]{1,20}$/)
            .filter((text) => !/^(?:-+|tb[acd]|none|null|xxx)$/i.test(text))
            .map(next);
        if (index === at('Recording minutes'))
          return fc
            .integer({ min: 1, max: 100_000 })
            .map((minutes) => next(row[at('Call recording')] === 'Enabled' ? String(minutes) : '0'));
        if (index === at('Transcription minutes'))
          return fc
            .integer({ min: 0, max: 5000 })
            .map((minutes) => next(row[at('Firmware')] === '84.19.0.110' ? String(minutes) : '0'));
        const expires = index === at('Expiry date') || index === at('Keep running after expiry');
        if (!column.required && (expires ? optional % 2 === 0 : optional < 2)) return fc.constant(next(''));
        return permitted(column, row).map(next);
      }),
    fc.constant([]),
  );
  return cells;
});

async function readBack(rows: readonly string[][]): Promise<readonly CheckedRow[]> {
  const to = path.join(newFolder(), 'form.xlsx');
  await writeForm({ ...form, rows: rows.map((row) => row.map((text) => ({ text }))) }, to);
  const file = await openSheetFile(to);
  return createChecker(findOrders(file.sheets), { catalog, now: NOW, timeZone: 'UTC' }).rows;
}

describe('the order form', () => {
  test('what it lets through, check accepts', async () => {
    const sheet = fc.uniqueArray(orderRow, {
      minLength: 1,
      maxLength: 8,
      selector: (row) => row[at('Sub-domain')]?.toLowerCase(),
    });
    await fc.assert(
      fc.asyncProperty(sheet, async (rows) => {
        const checked = await readBack(rows);
        expect(
          checked.flatMap((row) =>
            row.problems.filter((one) => one.level === 'error').map((one) => one.message),
          ),
        ).toEqual([]);
        expect(checked.map((row) => row.state)).toEqual(rows.map(() => 'ready'));
      }),
      { numRuns: 20 },
    );
  });
  test('its example is an order that could be sent, but is left out until somebody gives it a name of its own', async () => {
    const engine = await startEngine(newFolder(), { now: () => NOW });
    const to = path.join(newFolder(), 'form.xlsx');
    await engine.template('sandbox', to);
    const untouched = await engine.open(to, { connection: 'sandbox', useDraft: false });
    expect(untouched.table.sheetName).toBe('Orders');
    expect(untouched.table.leftOut).toEqual([{ row: 2, reason: 'it is the example row of the form' }]);
    expect(untouched.counts.rows).toBe(0);
    const example = templateForm(catalog, 'sandbox').rows[0]?.map((one) => one.text) ?? [];
    const [named] = await readBack([['Harbour Clinic', ...example.slice(1)]]);
    expect([named?.state, named?.problems]).toEqual(['ready', []]);
  });

  test('every heading is understood for certain', () => {
    const headings = form.columns.map((one) => ({ kind: 'text', text: one.heading }) as const);
    const table = findOrders([{ name: 'Orders', hidden: false, rows: [{ row: 1, cells: headings }] }]);
    expect(table.columns).toHaveLength(form.columns.length);
    expect(table.columns.filter((one) => one.field === null || one.confidence < 0.9)).toEqual([]);
  });
});
