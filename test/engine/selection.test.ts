import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChecker, findOrders, SANDBOX_CATALOG, type Checker } from '../../app/orders';
import type { RowFilter } from '../../app/engine/contract';
import { ProblemTally } from '../../app/engine/problem-tally';
import { Selection } from '../../app/engine/selection';
import { SheetEdits } from '../../app/engine/sheet-edits';

const HEADINGS = ['name', 'plan', 'extensionCapacity', 'subDomain', 'domainId'];
const CONSTANTS = {
  concurrentCallCapacity: '10',
  recordingStatus: 'Enabled',
  recordingCapacity: '500',
  regionId: '4',
  type: 'Commercial',
  versionId: '764',
  customerIds: '50086182',
  upgradeInPbx: 'Enabled',
  im: 'Enabled',
  passwordlessLogin: 'Enabled',
  allowSuperiorPasswordlessLogin: 'Enabled',
};

const name = fc.constantFrom('Alpha', 'beta 2', 'Beta 10', 'Gamma', '');
const plan = fc.constantFrom('Enterprise Plan', 'Ultimate Plan', 'Enterprize Plan', 'Gold');
const extensions = fc.constantFrom('20', '2.5', '-1', '400');
const subDomain = fc.constantFrom('a', 'A', 'b', 'c', 'old mill', 'd');
const sheet = fc.array(fc.tuple(name, plan, extensions, subDomain, fc.constant('4')), {
  minLength: 1,
  maxLength: 10,
});

function checkerOf(rows: readonly (readonly string[])[]): Checker {
  const cells = (texts: readonly string[]) => texts.map((text) => ({ kind: 'text', text }) as const);
  const raw = [HEADINGS, ...rows].map((texts, at) => ({ row: at + 1, cells: cells(texts) }));
  const table = findOrders([{ name: 'x', hidden: false, rows: raw }], { constants: CONSTANTS });
  return createChecker(table, {
    catalog: { ...SANDBOX_CATALOG, fetchedAt: 1 },
    now: Date.UTC(2026, 10, 24),
    timeZone: 'UTC',
  });
}

const by = fc.constantFrom('row', 'state', 'name', 'plan', 'extensionCapacity') as fc.Arbitrary<
  'row' | 'state' | string
>;
const filter: fc.Arbitrary<RowFilter> = fc.record(
  {
    states: fc.subarray(['ready', 'invalid', 'skipped'] as const).map((some) => [...some]),
    withProblems: fc.boolean(),
    code: fc.constantFrom('unknown-choice', 'duplicate-url', 'not-whole'),
    field: fc.constantFrom('plan', 'subDomain'),
    text: fc.constantFrom('beta', 'PLAN', '3', ''),
    edited: fc.boolean(),
    sort: fc.record({ by, descending: fc.boolean() }),
  },
  { requiredKeys: [] },
);
const edit = fc.tuple(
  fc.integer({ min: 2, max: 11 }),
  fc.oneof(
    fc.tuple(fc.constant('name' as const), fc.option(name)),
    fc.tuple(fc.constant('plan' as const), fc.option(plan)),
    fc.tuple(fc.constant('extensionCapacity' as const), fc.option(extensions)),
    fc.tuple(fc.constant('subDomain' as const), fc.option(subDomain)),
  ),
);

describe('while cells are edited', () => {
  test('the rows a filter shows are those a fresh look would show, in the same order', () => {
    fc.assert(
      fc.property(
        sheet,
        filter,
        fc.array(fc.array(edit, { maxLength: 5 }), { maxLength: 6 }),
        (rows, wanted, steps) => {
          const checker = checkerOf(rows);
          const selection = new Selection(wanted, checker.rows);
          expect(selection.indices.length).toBeLessThanOrEqual(rows.length);
          for (const step of steps) {
            const changes = checker.editAll(step.map(([row, [field, value]]) => ({ row, field, value })));
            selection.update(changes.map((one) => ({ ...one, index: one.after.row - 2 })));
            expect([...selection.indices]).toEqual([...new Selection(wanted, checker.rows).indices]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('the problem counts and the first row of each kind are those of a fresh count', () => {
    fc.assert(
      fc.property(sheet, fc.array(fc.array(edit, { maxLength: 5 }), { maxLength: 6 }), (rows, steps) => {
        const checker = checkerOf(rows);
        const tally = new ProblemTally(checker.rows);
        for (const step of steps) {
          const changes = checker.editAll(step.map(([row, [field, value]]) => ({ row, field, value })));
          for (const { before, after } of changes) tally.replace(before, after, after.row - 2);
          const fresh = new ProblemTally(checker.rows);
          expect(tally.counts).toEqual(fresh.counts);
          const sorted = (one: ProblemTally) =>
            one.view().sort((a, b) => `${a.code} ${a.field}`.localeCompare(`${b.code} ${b.field}`));
          expect(sorted(tally)).toEqual(sorted(fresh));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('corrections are kept cell by cell, and which fields have any is known', () => {
    const cell = fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('name', 'plan'),
      fc.option(fc.constantFrom('', 'x')),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
        const edits = new SheetEdits();
        const model = new Map<string, string>();
        for (const [row, field, text] of cells) {
          edits.set(row, field, text ?? undefined);
          if (text === null) model.delete(`${row} ${field}`);
          else model.set(`${row} ${field}`, text);
        }
        for (const field of ['name', 'plan'])
          expect(edits.has(field)).toBe([...model.keys()].some((key) => key.endsWith(field)));
        expect(new SheetEdits(edits.toRecord()).toRecord()).toEqual(edits.toRecord());
        const flat = Object.entries(edits.toRecord()).flatMap(([row, of]) =>
          Object.entries(of).map(([field, text]) => [`${row} ${field}`, text]),
        );
        expect(new Map(flat as [string, string][])).toEqual(model);
      }),
    );
  });
});
