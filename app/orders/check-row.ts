import type { Cell, RawRow } from '../sheets/cell';
import { cellText, isBlank } from './cell-text';
import { LazyRow, type CheckedRow, type RowState } from './checked-row';
import { crossFieldFindings, type SheetFacts, type Values } from './cross-field';
import type { FieldName } from './fields';
import { plainText } from './fold';
import { columnTitle } from './match-columns';
import { placed } from './placed';
import type { Finding, Problem } from './problems';
import { fieldText, readRow, type Report, type RowEdits } from './read-row';
import type { RowContext } from './row-context';
import { objection } from './said-otherwise';
import { isPlaceholder } from './values/placeholder';

const NONE: readonly never[] = [];

/** An id's text. A number cell holds 15 digits; of a longer one the rest was made up, as its exponent then shows. */
const idText = (cell: Cell | undefined): string =>
  cell?.kind === 'number' && cell.value >= 1e15 ? cell.value.toExponential() : cellText(cell);

/** Checks rows on their own, one after another: every field, then the rules between them. Other rows and the ledger come later. */
export class RowChecker implements SheetFacts, Report {
  readonly #context: RowContext;
  /** One row's values at a time: a hundred thousand objects cost more than the checks. */
  readonly #values: Values = {};
  readonly #statusAt: number | undefined;
  readonly #idAt: number | undefined;
  /** Names by id, in lower case. */
  readonly #domains = new Map<number, string>();
  #raw: RawRow = { row: 0, cells: [] };
  #edits: RowEdits | undefined;
  #problems: Problem[] = [];
  /** No rule between fields had anything to say about the row before. */
  #inHarmony = false;

  constructor(context: RowContext) {
    this.#context = context;
    this.#statusAt = context.columnOf.get('status');
    this.#idAt = context.columnOf.get('cloudPbxId');
  }

  check(raw: RawRow, edits: RowEdits | undefined): LazyRow {
    const context = this.#context;
    const values = this.#values;
    this.#raw = raw;
    this.#edits = edits;
    if (this.#problems.length > 0) this.#problems = [];
    const changed = readRow(raw, edits, context, values, this);
    if (raw.struck || context.rivals.length > 0 || context.telling.length > 0 || context.under.size > 0)
      this.#asThePersonSeesIt();
    if (changed || !this.#inHarmony) this.#checkBetweenFields();
    const { subDomain } = values;
    const address = typeof subDomain === 'string' ? subDomain.toLowerCase() : null;
    const domain = this.#domain();
    const earlier = this.#earlier();
    const state = this.#state(earlier);
    const problems = this.#problems.length === 0 ? NONE : this.#problems;
    return new LazyRow(raw, edits, context, address, domain, state, problems, earlier);
  }

  #checkBetweenFields(): void {
    const { facts, columnOf } = this.#context;
    const findings = crossFieldFindings(this.#values, facts, this);
    for (const finding of findings) this.found(finding.field, columnOf.get(finding.field), finding);
    this.#inHarmony = findings.length === 0;
  }

  found(field: FieldName | null, column: number | undefined, finding: Finding): void {
    const none =
      field === 'recordingCapacity' && this.#values.recordingStatus === 'Disabled' && saysNothing(finding);
    // Without recording, 0 is the one number of minutes there can be.
    const told = none ? { ...finding, repair: { value: '0', safe: true } } : finding;
    this.#problems.push(placed(this.#raw.row, column, field, told));
  }

  given(field: FieldName): boolean {
    return fieldText(this.#raw, this.#edits, this.#context.sourceOf[field]) !== '';
  }

  hasColumn(field: FieldName): boolean {
    return this.#context.sourceOf[field].column !== undefined;
  }

  /** What the rest of the sheet says about the row: lines drawn through it, other columns. */
  #asThePersonSeesIt(): void {
    const { rivals, telling, under, columnOf } = this.#context;
    const { cells, struck } = this.#raw;
    if (struck) this.found('name', columnOf.get('name'), { code: 'struck-through' });
    const section = under.get(this.#raw.row);
    if (section) {
      const params = { column: section.cell, value: section.text };
      this.found('name', columnOf.get('name'), { code: 'says-otherwise', params });
    }
    for (const one of telling) {
      const { column } = one.column;
      const finding = objection(one, cellText(cells[column]), this.given('expirationDate'));
      if (finding) this.found(null, column, finding);
    }
    for (const { field, first, second } of rivals) {
      if (this.#edits?.[field] !== undefined) continue;
      const [value, other] = [cellText(cells[first.column]), cellText(cells[second.column])];
      if (other.trim() === '' || plainText(value) === plainText(other)) continue;
      const params = { first: columnTitle(first), value, second: columnTitle(second), other };
      this.found(field, first.column, { code: 'two-values', params });
    }
  }

  #domain(): string | null {
    const { domainId } = this.#values;
    if (typeof domainId !== 'number') return null;
    let domain = this.#domains.get(domainId);
    if (domain === undefined) {
      // Without a catalog the domain's name is not known; its number still tells addresses apart.
      domain = (this.#context.facts.domain(domainId)?.name ?? `domain-${domainId}`).toLowerCase();
      this.#domains.set(domainId, domain);
    }
    return domain;
  }

  /** What an earlier run wrote into the sheet. */
  #earlier(): CheckedRow['earlier'] {
    if (this.#statusAt === undefined && this.#idAt === undefined) return null;
    const { cells } = this.#raw;
    const status = this.#statusAt === undefined ? '' : cellText(cells[this.#statusAt]).trim();
    const idCell = this.#idAt === undefined ? undefined : cells[this.#idAt];
    const cloudPbxId = isBlank(idCell) ? '' : idText(idCell).trim().replace(/^'/, '');
    return status !== '' || cloudPbxId !== '' ? { status, cloudPbxId } : null;
  }

  #state(earlier: CheckedRow['earlier']): RowState {
    if (earlier && /^\d+$/.test(earlier.cloudPbxId)) {
      // It was created: whatever else is wrong with the row no longer matters.
      this.#problems = [];
      if (!/^(created|skipped)$/i.test(earlier.status))
        this.found(null, this.#idAt, { code: 'id-without-status', params: { id: earlier.cloudPbxId } });
      return 'skipped';
    }
    if (earlier && earlier.cloudPbxId !== '')
      this.found(null, this.#idAt, { code: 'digits-lost', params: { value: earlier.cloudPbxId } });
    else if (earlier && /^(sending|unconfirmed|created)$/i.test(earlier.status))
      this.found(null, this.#statusAt, { code: 'unconfirmed-earlier', params: { status: earlier.status } });
    for (const field of this.#context.missing) if (this.#values[field] === undefined) return 'invalid';
    for (const problem of this.#problems) if (problem.level === 'error') return 'invalid';
    return 'ready';
  }
}

const saysNothing = ({ code, params }: Finding): boolean =>
  code === 'required' || (code === 'not-a-number' && isPlaceholder(String(params?.['value'])));
