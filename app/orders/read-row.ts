import type { Cell, RawRow } from '../sheets/cell';
import { cellText, isBlankText } from './cell-text';
import type { Values } from './cross-field';
import { FIELDS, type FieldName } from './fields';
import type { Finding } from './problems';
import type { Value } from './read-field';
import type { OrderRequest } from './request';
import type { FieldSource, RowContext } from './row-context';

/** One row's corrections: field to text. */
export type RowEdits = Partial<Record<string, string>>;
/** Who is told what is wrong with a cell. */
export type Report = { found(field: FieldName, column: number | undefined, finding: Finding): void };

/** What a field's cell shows: as edited, as in the file, or the constant. */
export function fieldText(
  raw: RawRow,
  edits: RowEdits | undefined,
  { name, column, constant }: FieldSource,
): string {
  const text = edits?.[name] ?? (column === undefined ? '' : cellText(raw.cells[column]));
  return isBlankText(text) ? constant : text;
}

/**
 * Reads every field of a row into `values`, telling `report` what is wrong with its cell. False: all that rules between
 * fields look at is what `values` had before.
 */
export function readRow(
  raw: RawRow,
  edits: RowEdits | undefined,
  { sources }: RowContext,
  values: Values,
  report: Report | null,
): boolean {
  let changed = false;
  for (const source of sources) {
    const { name, column } = source;
    const cell = column === undefined ? undefined : raw.cells[column];
    const edit = edits?.[name];
    if (edit === undefined && cell === source.lastCell) {
      if (name !== 'domainId' || values.regionId === source.lastRegion) {
        // From row to row most values stay, and stay where they are.
        if (source.lastIn === values) continue;
        values[name] = source.lastValue;
        source.lastIn = values;
        if (source.crossed) changed = true;
        continue;
      }
    }
    source.lastIn = undefined;
    values[name] = readField(source, cell, edit, values.regionId, report);
    if (source.crossed) changed = true;
  }
  return changed;
}

/** One field's value; undefined when there is none or it can't be read. */
function readField(
  source: FieldSource,
  cell: Cell | undefined,
  edit: string | undefined,
  region: Value | undefined,
  report: Report | null,
): Value | undefined {
  const { name, column, required } = source;
  if (edit === undefined && (cell?.kind === 'error' || cell?.kind === 'uncalculated')) {
    if (cell.kind === 'error')
      report?.found(name, column, { code: 'error-cell', params: { value: cell.text } });
    else report?.found(name, column, { code: 'uncalculated' });
    return undefined;
  }
  let text = edit ?? cellText(cell);
  let typed = edit === undefined && cell?.kind === 'number';
  if (isBlankText(text)) {
    text = source.constant;
    typed = false;
  }
  if (text === '') {
    if (required && (column !== undefined || edit !== undefined))
      report?.found(name, column, { code: 'required' });
    else if (edit === undefined) remember(source, cell, region, undefined);
    return undefined;
  }
  const { value, findings } = source.read(text, typed, typeof region === 'number' ? region : undefined);
  if (report) for (const finding of findings) report.found(name, column, finding);
  if (edit === undefined && findings.length === 0) remember(source, cell, region, value);
  return value;
}

function remember(
  source: FieldSource,
  cell: Cell | undefined,
  region: Value | undefined,
  value: Value | undefined,
): void {
  source.lastCell = cell;
  source.lastRegion = region;
  source.lastValue = value;
}

/** The request's body from a row's values, all of which were found good. */
export function orderOf(values: Values, { columnOf }: RowContext): OrderRequest {
  const order: Record<string, unknown> = {};
  for (const { name } of FIELDS) if (values[name] !== undefined) order[name] = values[name];
  // A sheet with a template column alone means: use that template.
  if (
    values.provisionTemplateId !== undefined &&
    values.provisioningViaTemplate === undefined &&
    !columnOf.has('provisioningViaTemplate')
  )
    order['provisioningViaTemplate'] = 'Enabled';
  if (values.expirationDate === undefined) delete order['allowRunAfterExpirationDate'];
  if (order['provisioningViaTemplate'] !== 'Enabled') delete order['provisionTemplateId'];
  // Each reader yields its field's type, and a property test holds this against the schema.
  return order as OrderRequest;
}
