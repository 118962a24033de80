import { randomUUID } from 'node:crypto';
import {
  createChecker,
  findOrders,
  rankSheets,
  type AlreadyMade,
  type Catalog,
  type CheckedRow,
  type Checker,
  type FieldName,
  type OrderTable,
} from '../orders';
import type { SheetFile } from '../sheets';
import type { ReadingChange, RepairPreview, RowFilter } from './contract';
import type { Draft } from './drafts';
import { EditHistory, type CellChange, type EditStep } from './edit-history';
import { EngineError } from './failure';
import { ProblemTally } from './problem-tally';
import { selectRows } from './row-filter';

/** What a sheet is checked against. */
export type CheckContext = {
  connection: string;
  catalog: Catalog;
  now: number;
  alreadyMade: readonly AlreadyMade[];
};

/** One opened order sheet: how it is read, what the operator changed, and every row checked. */
export class OrderSheet {
  readonly id = randomUUID();
  revision = 0;
  table: OrderTable;
  /** The run that was made of it, if any. */
  runId: string | null = null;
  readonly history = new EditHistory();
  private checker: Checker;
  private tally: ProblemTally;
  private indexOfRow: Map<number, number>;
  private selection: { key: string; indices: Uint32Array } | null = null;

  constructor(
    readonly file: SheetFile,
    public draft: Draft,
    public timeZone: string,
    public context: CheckContext,
  ) {
    ({
      table: this.table,
      checker: this.checker,
      tally: this.tally,
      indexOfRow: this.indexOfRow,
    } = this.build());
  }

  get rows(): readonly CheckedRow[] {
    return this.checker.rows;
  }
  get sheetNames(): { name: string; hidden: boolean; rows: number }[] {
    return rankSheets(this.file.sheets).map(({ name, hidden, rows }) => ({ name, hidden, rows }));
  }
  get counts(): ProblemTally['counts'] & { rows: number } {
    return { rows: this.rows.length, ...this.tally.counts };
  }
  groups(): ReturnType<ProblemTally['view']> {
    return this.tally.view();
  }

  /** Reads the same file another way; edits stay. (Encoding and delimiter need the file read anew: the caller does that.) */
  reread(change: ReadingChange): void {
    this.draft = {
      ...this.draft,
      ...(change.sheetName !== undefined && { sheetName: change.sheetName }),
      ...(change.map && { map: { ...this.draft.map, ...change.map } }),
      ...(change.constants && { constants: withoutEmpty({ ...this.draft.constants, ...change.constants }) }),
    };
    if (change.timeZone) {
      this.timeZone = change.timeZone;
      this.draft = { ...this.draft, timeZone: change.timeZone };
    }
    this.rebuild();
  }

  /** Checks everything again, after the catalog or the ledger changed. */
  recheck(context: CheckContext): void {
    this.context = context;
    this.rebuild();
  }

  /** Changes cells as one undo step. Rows that aren't in the sheet are refused (`unknown-row`). */
  edit(cells: readonly { row: number; field: string; value: string | null }[], label: string): void {
    const changes: CellChange[] = [];
    for (const cell of cells) {
      if (!this.indexOfRow.has(cell.row)) {
        throw new EngineError('unknown-row', `Row ${cell.row} is not an order row of this sheet.`);
      }
      const before = this.draft.edits[String(cell.row)]?.[cell.field];
      const after = cell.value ?? undefined;
      if (before !== after) changes.push({ row: cell.row, field: cell.field, before, after });
    }
    if (changes.length === 0) return;
    const step = { label, changes };
    this.apply(step);
    this.history.push(step);
  }

  /** True if there was something to undo. */
  undo(): boolean {
    return this.replay(this.history.undo());
  }
  redo(): boolean {
    return this.replay(this.history.redo());
  }

  /** Indices of the rows a filter selects; kept until something changes. */
  select(filter: RowFilter): Uint32Array {
    const key = `${this.revision} ${JSON.stringify(filter)}`;
    if (this.selection?.key !== key) this.selection = { key, indices: selectRows(this.rows, filter) };
    return this.selection.indices;
  }

  /** What repairing every problem of a kind would change. */
  repairsFor(code: string, field: string | null): RepairPreview[] {
    const previews: RepairPreview[] = [];
    for (const row of this.rows) {
      for (const { code: kind, field: of, cell, repair } of row.problems) {
        if (!repair || kind !== code || (field !== null && of !== field)) continue;
        previews.push({
          row: row.row,
          cell,
          field: repair.field,
          from: row.texts[repair.field] ?? '',
          to: repair.value,
          safe: repair.safe,
        });
      }
    }
    return previews;
  }

  /** Applies the repairs the cells named still have, as one undo step. */
  repair(cells: readonly { row: number; field: string }[]): void {
    const edits = cells.flatMap(({ row, field }) => {
      const found = this.at(row)?.problems.find(
        (one) => one.repair && (one.repair.field === field || one.field === field),
      );
      return found?.repair ? [{ row, field: found.repair.field as string, value: found.repair.value }] : [];
    });
    this.edit(edits, edits.length === 1 ? 'repair' : `repair of ${edits.length} cells`);
  }

  /** Replaces text in cells, letter case ignored; yields how many cells changed. */
  replaceText(find: string, replacement: string, field: string | null, filter: RowFilter): number {
    const needle = find.toLowerCase();
    const cells: { row: number; field: string; value: string }[] = [];
    for (const index of this.select(filter)) {
      const row = this.rows[index];
      if (!row) continue;
      for (const [name, text] of Object.entries(row.texts)) {
        if ((field !== null && name !== field) || !text.toLowerCase().includes(needle)) continue;
        cells.push({ row: row.row, field: name, value: replaceFolded(text, needle, replacement) });
      }
    }
    this.edit(cells, `replacement in ${cells.length} cells`);
    return cells.length;
  }

  /** The row with this number in the file. */
  at(row: number): CheckedRow | undefined {
    const index = this.indexOfRow.get(row);
    return index === undefined ? undefined : this.rows[index];
  }

  /** The file's own text of a cell that was edited. */
  originalText(row: number, field: FieldName): string {
    return this.checker.originalText(row, field);
  }

  private replay(step: EditStep | null): boolean {
    if (step) this.apply(step);
    return step !== null;
  }

  private apply(step: EditStep): void {
    const edits = { ...this.draft.edits };
    for (const { row, field, after } of step.changes) {
      const { [field]: _before, ...rest } = edits[String(row)] ?? {};
      const changed = after === undefined ? rest : { ...rest, [field]: after };
      if (Object.keys(changed).length === 0) delete edits[String(row)];
      else edits[String(row)] = changed;
      this.recheckCell(row, field as FieldName, after ?? null);
    }
    this.draft = { ...this.draft, edits };
    this.revision++;
  }

  private recheckCell(row: number, field: FieldName, value: string | null): void {
    // The checker replaces row objects, so the old ones are still at hand to be taken out of the tally.
    for (const { before, after } of this.checker.edit(row, field, value)) {
      this.tally.remove(before);
      this.tally.add(after);
    }
  }

  private rebuild(): void {
    ({
      table: this.table,
      checker: this.checker,
      tally: this.tally,
      indexOfRow: this.indexOfRow,
    } = this.build());
    this.revision++;
  }

  private build(): {
    table: OrderTable;
    checker: Checker;
    tally: ProblemTally;
    indexOfRow: Map<number, number>;
  } {
    const { draft, context } = this;
    const table = findOrders(this.file.sheets, {
      ...(draft.sheetName !== null && { sheetName: draft.sheetName }),
      map: draft.map,
      constants: draft.constants,
    });
    const checker = createChecker(table, {
      catalog: context.catalog,
      now: context.now,
      timeZone: this.timeZone,
      edits: draft.edits,
      alreadyMade: context.alreadyMade,
    });
    const indexOfRow = new Map(checker.rows.map((one, index) => [one.row, index]));
    return { table, checker, tally: new ProblemTally(checker.rows), indexOfRow };
  }
}

const withoutEmpty = (constants: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(constants).filter(([, value]) => value !== ''));

function replaceFolded(text: string, needle: string, replacement: string): string {
  const folded = text.toLowerCase();
  // Folding that changes the length (such as İ) would shift the positions: leave such a text alone.
  if (folded.length !== text.length) return text;
  let result = '';
  let from = 0;
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, from)) {
    result += text.slice(from, at) + replacement;
    from = at + needle.length;
  }
  return result + text.slice(from);
}
