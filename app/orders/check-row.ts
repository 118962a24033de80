import type { RawRow } from '../sheets/cell';
import { cellText, isBlank } from './cell-text';
import { LazyRow, type CheckedRow } from './checked-row';
import { crossFieldFindings, type CatalogFacts, type Values } from './cross-field';
import type { FieldName } from './fields';
import { placed } from './placed';
import type { Finding, Problem } from './problems';
import { fieldText, readRow, type RowEdits } from './read-row';
import type { RowContext } from './row-context';

const NONE: readonly never[] = [];

/** Checks one row on its own: every field, then the rules between them. Other rows and the ledger come later. */
export function checkRow(raw: RawRow, edits: RowEdits | undefined, context: RowContext): LazyRow {
  const { columnOf, scratch: values, sources } = context;
  let problems: Problem[] | null = null;
  const report = (field: FieldName, column: number | undefined, finding: Finding): void => {
    (problems ??= []).push(placed(raw.row, column, field, finding));
  };
  readRow(raw, edits, context, values, report);
  const given = (field: FieldName): boolean => {
    const source = sources.find((one) => one.name === field);
    return source !== undefined && fieldText(raw, edits, source) !== '';
  };
  const hasColumn = (field: FieldName): boolean => columnOf.has(field);
  for (const finding of crossFieldFindings(values, context.facts, { given, hasColumn })) {
    report(finding.field, columnOf.get(finding.field), finding);
  }
  const edited =
    edits === undefined ? NONE : sources.flatMap(({ name }) => (edits[name] === undefined ? [] : name));
  const url = urlOf(values, context.facts);
  const complete = context.missing.every((field) => values[field] !== undefined);
  return withEarlier(raw, edits, context, { url, edited, problems: problems ?? [], complete });
}

function urlOf({ subDomain, domainId }: Values, facts: CatalogFacts): string | null {
  if (typeof subDomain !== 'string' || typeof domainId !== 'number') return null;
  // Without a catalog the domain's name is not known; its number still tells addresses apart.
  return `${subDomain}.${facts.domain(domainId)?.name ?? `domain-${domainId}`}`.toLowerCase();
}

type Found = Pick<CheckedRow, 'url' | 'edited'> & { problems: Problem[]; complete: boolean };

/** Decides the row's state, minding what an earlier run wrote into the sheet. */
function withEarlier(
  raw: RawRow,
  edits: RowEdits | undefined,
  context: RowContext,
  { url, edited, problems, complete }: Found,
): LazyRow {
  const [statusAt, idAt] = [context.columnOf.get('status'), context.columnOf.get('cloudPbxId')];
  const status = statusAt === undefined ? '' : cellText(raw.cells[statusAt]).trim();
  const idCell = idAt === undefined ? undefined : raw.cells[idAt];
  const cloudPbxId = isBlank(idCell) ? '' : cellText(idCell).trim().replace(/^'/, '');
  const earlier = status !== '' || cloudPbxId !== '' ? { status, cloudPbxId } : null;
  if (/^\d+$/.test(cloudPbxId)) {
    const known = /^(created|skipped)$/i.test(status);
    const notes = known
      ? NONE
      : [placed(raw.row, idAt, null, { code: 'id-without-status', params: { id: cloudPbxId } })];
    return new LazyRow(raw, edits, context, { state: 'skipped', url, edited, problems: notes, earlier });
  }
  if (cloudPbxId !== '')
    problems.push(placed(raw.row, idAt, null, { code: 'digits-lost', params: { value: cloudPbxId } }));
  else if (/^(sending|unconfirmed|created)$/i.test(status)) {
    problems.push(placed(raw.row, statusAt, null, { code: 'unconfirmed-earlier', params: { status } }));
  }
  const ready = complete && !problems.some((one) => one.level === 'error');
  return new LazyRow(raw, edits, context, {
    state: ready ? 'ready' : 'invalid',
    url,
    edited,
    problems: problems.length === 0 ? NONE : problems,
    earlier,
  });
}
