import { randomUUID } from 'node:crypto';
import {
  createChecker,
  findOrders,
  isFieldName,
  rankSheets,
  type AlreadyMade,
  type Catalog,
  type CheckedRow,
  type Checker,
  type FieldName,
  type OrderTable,
  type RowChange,
} from '../orders';
import type { SheetFile } from '../sheets';
import type { ReadingChange, RowFilter } from './contract';
import type { Draft } from './drafts';
import { EditHistory, type CellChange, type EditStep } from './edit-history';
import { EngineError } from './failure';
import { KnownOrders } from './known-orders';
import { ProblemTally } from './problem-tally';
import { Selection } from './selection';
import { WorkingDraft, type Tab } from './working-draft';

/** What a sheet is checked against. */
export type CheckContext = { connection: string; catalog: Catalog; now: number };
/** A cell and what it becomes; null: the file's own text. */
export type CellEdit = { row: number; field: string; value: string | null };

export type SheetOptions = {
  /** Until the operator chooses another for this sheet. */
  timeZone: string;
  /** Whether what is done to it is kept for the next time. */
  remembers: boolean;
  /** The file's orders as the draft reads them, when they are at hand already. */
  table?: OrderTable;
  /** The same file as it was read before. */
  replaces?: OrderSheet;
};
type Built = {
  table: OrderTable;
  checker: Checker;
  tally: ProblemTally;
};

/** How many filters' rows are kept at hand: the grid's and the problem panel's. */
const SELECTIONS = 3;

/** One opened order sheet: how it is read, what the operator changed, and every row checked. */
export class OrderSheet {
  readonly id: string;
  /** Grows with each change of what is shown. */
  revision: number;
  /** The run that was made of it, if any. */
  runId: string | null = null;
  /** The repair workbook whose rows were put into this sheet when it was opened, if any. */
  merged: { name: string; rows: number } | null = null;
  readonly history = new EditHistory();
  /** What the ledger has at the addresses of the rows. */
  readonly known = new KnownOrders();
  readonly sheetNames: { name: string; hidden: boolean; rows: number }[];
  readonly #draft: WorkingDraft;
  #built: Built;
  #selections = new Map<string, Selection>();

  constructor(
    readonly file: SheetFile,
    draft: Draft,
    public context: CheckContext,
    private readonly options: SheetOptions,
  ) {
    this.id = options.replaces?.id ?? randomUUID();
    this.revision = (options.replaces?.revision ?? -1) + 1;
    this.sheetNames = rankSheets(file.sheets).map(({ name, hidden, rows }) => ({ name, hidden, rows }));
    this.#draft = new WorkingDraft(draft, file.format === 'text' ? null : (this.sheetNames[0]?.name ?? ''));
    this.#built = this.#build(options.table);
  }

  get rows(): readonly CheckedRow[] {
    return this.#built.checker.rows;
  }
  get table(): OrderTable {
    return this.#built.table;
  }
  get remembers(): boolean {
    return this.options.remembers;
  }
  /** How the operator said the file is to be read. */
  get reading(): Omit<Draft, 'tabs'> {
    return this.#draft.reading;
  }
  get timeZone(): string {
    return this.#draft.reading.timeZone ?? this.options.timeZone;
  }
  get counts(): ProblemTally['counts'] & { rows: number } {
    return { rows: this.rows.length, ...this.#built.tally.counts };
  }
  /** What the operator did to the tab that is read. */
  get tab(): { readonly [Key in keyof Tab]: Tab[Key] } {
    return this.#draft.tab;
  }
  groups(): ReturnType<ProblemTally['view']> {
    return this.#built.tally.view();
  }

  /** Everything the operator did to this sheet, to be stored. */
  draft(): Draft {
    return this.#draft.toDraft();
  }

  /** Reads the same file another way; edits stay. (Encoding and delimiter need the file read anew: the caller does that.) */
  reread(change: ReadingChange): void {
    const tabBefore = this.table.sheetName;
    this.#draft.change(change);
    this.#rebuild();
    if (this.table.sheetName !== tabBefore) this.history.clear();
  }

  /** Checks everything again, against another catalog or on another connection. */
  recheck(context: CheckContext): void {
    if (context.connection !== this.context.connection) this.known.forget();
    this.context = context;
    this.#rebuild();
  }

  /**
   * Changes cells as one undo step. Rows that aren't in the sheet are refused (`unknown-row`), as are unknown fields.
   * Rows that exist already are left as they are (`row-created` if that is all): with another address they would be
   * ordered a second time.
   */
  edit(cells: readonly CellEdit[], label: string): void {
    const { edits } = this.#draft.tab;
    const changes: CellChange[] = [];
    let created: number | null = null;
    for (const { row, field, value } of cells) {
      if (this.#built.checker.indexOf(row) === undefined)
        throw new EngineError('unknown-row', `Row ${row} is not an order row of this sheet.`);
      if (!isFieldName(field))
        throw new EngineError('unknown-field', `"${field}" is not a field of an order.`);
      const [before, after] = [edits.get(row, field), value ?? undefined];
      if (this.at(row)?.state === 'skipped') created = row;
      else if (before !== after) changes.push({ row, field, before, after });
    }
    if (changes.length === 0 && created !== null) {
      throw new EngineError(
        'row-created',
        `Row ${created} was created already, so it can’t be changed here.`,
      );
    }
    if (changes.length === 0) return;
    const step = { label, changes };
    this.#apply(step);
    this.history.push(step);
  }

  /** True if there was something to undo. */
  undo(): boolean {
    return this.#replay(this.history.undo());
  }
  redo(): boolean {
    return this.#replay(this.history.redo());
  }

  /** Takes what the ledger has at the addresses asked about; only rows it says something new about are checked again. */
  learn(urls: readonly string[], made: readonly AlreadyMade[]): void {
    this.known.learn(urls, made);
    this.#changed(this.#built.checker.learn(urls, made));
  }

  /** Indices of the rows a filter selects. */
  select(filter: RowFilter): Uint32Array {
    const key = JSON.stringify(filter);
    const selection = this.#selections.get(key) ?? new Selection(filter, this.rows);
    // The last one asked for is the last one to be dropped.
    this.#selections.delete(key);
    this.#selections.set(key, selection);
    for (const oldest of this.#selections.keys()) {
      if (this.#selections.size <= SELECTIONS) break;
      this.#selections.delete(oldest);
    }
    return selection.indices;
  }

  /** The row with this number in the file. */
  at(row: number): CheckedRow | undefined {
    const index = this.#built.checker.indexOf(row);
    return index === undefined ? undefined : this.rows[index];
  }

  /** The file's own text of a cell that was edited. */
  originalText(row: number, field: FieldName): string {
    return this.#built.checker.originalText(row, field);
  }

  #replay(step: EditStep | null): boolean {
    if (step) this.#apply(step);
    return step !== null;
  }

  #apply({ changes }: EditStep): void {
    const { edits } = this.#draft.tab;
    for (const { row, field, after } of changes) edits.set(row, field, after);
    const cells = changes.flatMap(({ row, field, after }) =>
      isFieldName(field) ? [{ row, field, value: after ?? null }] : [],
    );
    this.#changed(this.#built.checker.editAll(cells));
  }

  #changed(changes: readonly RowChange[]): void {
    const { checker, tally } = this.#built;
    if (changes.length === 0) return;
    const indexed = changes.map((one) => ({ ...one, index: checker.indexOf(one.after.row) ?? -1 }));
    for (const { before, after, index } of indexed) {
      tally.replace(before, after, index);
      if (before.url !== after.url) this.known.want(after.url);
    }
    for (const selection of this.#selections.values()) selection.update(indexed);
    this.revision++;
  }

  #rebuild(): void {
    this.#built = this.#build();
    this.known.wantAll();
    this.#selections = new Map();
    this.revision++;
  }

  #build(known?: OrderTable): Built {
    const { context, file } = this;
    const { sheetName, dateOrder, decimalMark } = this.#draft.reading;
    const { map, constants, edits } = this.#draft.tab;
    const table =
      known ?? findOrders(file.sheets, { ...(sheetName !== null && { sheetName }), map, constants });
    const checker = createChecker(table, {
      catalog: context.catalog,
      now: context.now,
      timeZone: this.timeZone,
      edits: edits.toRecord(),
      alreadyMade: this.known.all(),
      ...(dateOrder !== null && { dateOrder }),
      ...(decimalMark !== null && { decimalMark }),
    });
    return { table, checker, tally: new ProblemTally(checker.rows) };
  }
}
