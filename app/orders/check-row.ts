import type { RawRow } from '../sheets/cell';
import { cellText, isBlank } from './cell-text';
import { crossFieldFindings, type CatalogFacts, type Values } from './cross-field';
import { FIELDS, fieldOf, type FieldName, type ResultField } from './fields';
import { columnLetter } from './letters';
import { PROBLEMS } from './problem-table';
import { problemMessage, type Finding, type Problem } from './problems';
import type { FieldReader } from './read-field';
import type { OrderRequest } from './request';

export type RowState = 'ready' | 'invalid' | 'skipped';
/** One row of a sheet, checked. */
export type CheckedRow = {
  row: number;
  state: RowState;
  /** The request's body; null unless the row is ready. */
  order: OrderRequest | null;
  /** Sub-domain and domain, lower case: what is unique in YCM; null when either is unknown. */
  url: string | null;
  /** What each field's cell shows: as edited, as in the file, or the constant. */
  texts: Partial<Record<FieldName, string>>;
  edited: FieldName[];
  problems: Problem[];
  /** What an earlier run wrote into the sheet. */
  earlier: { status: string; cloudPbxId: string } | null;
};

/** What a row is checked with: shared by all rows of a sheet. */
export type RowContext = {
  columnOf: ReadonlyMap<FieldName | ResultField, number>;
  constants: Partial<Record<FieldName, string>>;
  read: FieldReader;
  facts: CatalogFacts;
};

/** A problem with its place, its level and its words. */
export function placed(
  row: number,
  column: number | undefined,
  field: FieldName | null,
  finding: Finding,
): Problem {
  const params = { ...(field && { field: fieldOf(field).label }), ...finding.params };
  const problem: Problem = {
    row,
    column: column ?? null,
    cell: column === undefined ? null : `${columnLetter(column)}${row}`,
    field,
    code: finding.code,
    level: PROBLEMS[finding.code].level,
    params,
    message: problemMessage(finding.code, params),
  };
  const { repair } = finding;
  if (repair) {
    const target = repair.field ?? field ?? 'name';
    const label =
      target === field
        ? `Change to "${repair.value}"`
        : `Change ${fieldOf(target).label} to "${repair.value}"`;
    problem.repair = { field: target, value: repair.value, label, safe: repair.safe };
  }
  return problem;
}

/** Checks one row on its own: every field, then the rules between them. Other rows and the ledger come later. */
export function checkRow(
  raw: RawRow,
  edits: Partial<Record<string, string>> | undefined,
  context: RowContext,
): CheckedRow {
  const { columnOf } = context;
  const problems: Problem[] = [];
  const report = (field: FieldName | null, column: number | undefined, finding: Finding): void => {
    problems.push(placed(raw.row, column, field, finding));
  };
  const texts: CheckedRow['texts'] = {};
  const values: Values = {};
  const edited: FieldName[] = [];
  for (const { name, required } of FIELDS) {
    const column = columnOf.get(name);
    const cell = column === undefined ? undefined : raw.cells[column];
    const edit = edits?.[name];
    if (edit !== undefined) edited.push(name);
    let text = edit ?? cellText(cell);
    let typed = edit === undefined && cell?.kind === 'number';
    if (text.trim() === '') {
      text = context.constants[name] ?? '';
      typed = false;
    }
    if (column !== undefined || text !== '') texts[name] = text;
    if (edit === undefined && cell?.kind === 'error')
      report(name, column, { code: 'error-cell', params: { value: cell.text } });
    else if (edit === undefined && cell?.kind === 'uncalculated')
      report(name, column, { code: 'uncalculated' });
    else if (text.trim() === '') {
      if (required && (column !== undefined || edit !== undefined))
        report(name, column, { code: 'required' });
    } else {
      const reading = context.read(
        name,
        text,
        typed,
        typeof values.regionId === 'number' ? values.regionId : undefined,
      );
      if (reading.value !== undefined) values[name] = reading.value;
      for (const finding of reading.findings) report(name, column, finding);
    }
  }
  const given = (field: FieldName): boolean => (texts[field] ?? '').trim() !== '';
  const hasColumn = (field: FieldName): boolean => columnOf.has(field);
  for (const finding of crossFieldFindings(values, context.facts, { given, hasColumn })) {
    report(finding.field, columnOf.get(finding.field), finding);
  }
  if (
    values.provisionTemplateId !== undefined &&
    !hasColumn('provisioningViaTemplate') &&
    !given('provisioningViaTemplate')
  ) {
    values.provisioningViaTemplate = 'Enabled';
  }
  const row = { row: raw.row, url: urlOf(values, context.facts), texts, edited };
  return withEarlier(raw, row, problems, values, columnOf);
}

function urlOf({ subDomain, domainId }: Values, facts: CatalogFacts): string | null {
  if (typeof subDomain !== 'string' || typeof domainId !== 'number') return null;
  // Without a catalog the domain's name is not known; its number still tells addresses apart.
  return `${subDomain}.${facts.domain(domainId)?.name ?? `domain-${domainId}`}`.toLowerCase();
}

/** Decides the row's state, minding what an earlier run wrote into the sheet. */
function withEarlier(
  raw: RawRow,
  row: Pick<CheckedRow, 'row' | 'url' | 'texts' | 'edited'>,
  problems: Problem[],
  values: Values,
  columnOf: RowContext['columnOf'],
): CheckedRow {
  const [statusAt, idAt] = [columnOf.get('status'), columnOf.get('cloudPbxId')];
  const status = statusAt === undefined ? '' : cellText(raw.cells[statusAt]).trim();
  const idCell = idAt === undefined ? undefined : raw.cells[idAt];
  const cloudPbxId = isBlank(idCell) ? '' : cellText(idCell).trim().replace(/^'/, '');
  const earlier = status !== '' || cloudPbxId !== '' ? { status, cloudPbxId } : null;
  if (/^\d+$/.test(cloudPbxId)) {
    const known = /^(created|skipped)$/i.test(status);
    const notes = known
      ? []
      : [placed(raw.row, idAt, null, { code: 'id-without-status', params: { id: cloudPbxId } })];
    return { ...row, state: 'skipped', order: null, problems: notes, earlier };
  }
  if (cloudPbxId !== '')
    problems.push(placed(raw.row, idAt, null, { code: 'digits-lost', params: { value: cloudPbxId } }));
  else if (/^(sending|unconfirmed|created)$/i.test(status)) {
    problems.push(placed(raw.row, statusAt, null, { code: 'unconfirmed-earlier', params: { status } }));
  }
  const order = problems.some((one) => one.level === 'error') ? null : orderOf(values);
  return { ...row, state: order ? 'ready' : 'invalid', order, problems, earlier };
}

/** The request's body from the values; null while a required one is missing. */
function orderOf(values: Values): OrderRequest | null {
  const order: Record<string, unknown> = {};
  for (const { name, required } of FIELDS) {
    const value = values[name];
    if (value !== undefined) order[name] = value;
    else if (required) return null;
  }
  if (values.expirationDate === undefined) delete order['allowRunAfterExpirationDate'];
  if (order['provisioningViaTemplate'] !== 'Enabled') delete order['provisionTemplateId'];
  // Each reader yields its field's type, and a property test holds this against the schema.
  return order as OrderRequest;
}
