import type { RawRow } from '../sheets/cell';
import { isFieldName, isResultField, fieldOf, type FieldName, type ResultField } from './fields';
import { fold } from './fold';
import { columnIndex, columnLetter } from './letters';
import { matchContent } from './match-content';
import { matchHeader, type HeaderMatch } from './match-header';

/** What a column of the file is taken for, how sure that is, and why. */
export type MatchedColumn = {
  /** 0-based. */
  column: number;
  letter: string;
  header: string;
  field: FieldName | ResultField | null;
  /** 0..1; 1 when a person said so. */
  confidence: number;
  reason: string;
};

/** Field to heading or column letter; null: no column holds it. */
export type ColumnMap = Partial<Record<string, string | null>>;
/** The first is read. `alike`: nothing tells that it is the better one. */
export type TwoColumns = { field: FieldName; first: MatchedColumn; second: MatchedColumn; alike: boolean };

/** Matches every column of a sheet; a person's map comes first, then headings, then what the values give away. */
export function matchColumns(
  headers: readonly string[],
  rows: readonly RawRow[],
  map: ColumnMap,
): { columns: MatchedColumn[]; doubles: TwoColumns[] } {
  const columns: MatchedColumn[] = headers.map((header, column) => ({
    column,
    letter: columnLetter(column),
    header,
    field: null,
    confidence: 0,
    reason: header === '' ? 'it has no heading' : 'no field is called so',
  }));
  const taken = applyMap(columns, map);
  const doubles = applyHeaders(columns, taken);
  for (const column of columns) {
    if (column.field !== null || column.confidence > 0) continue;
    const match = matchContent(rows, column.column, taken);
    if (match) assign(column, match, taken);
  }
  return { columns: columns.filter((column) => column.header !== '' || column.field !== null), doubles };
}

function assign(column: MatchedColumn, match: HeaderMatch, taken: Set<string>): void {
  column.field = match.field;
  column.confidence = match.confidence;
  column.reason = match.reason;
  taken.add(match.field);
}

function applyMap(columns: readonly MatchedColumn[], map: ColumnMap): Set<string> {
  const taken = new Set<string>();
  for (const [field, where] of Object.entries(map)) {
    if (!isFieldName(field) && !isResultField(field)) continue;
    if (where === null || where === undefined || where === '') {
      taken.add(field);
      continue;
    }
    const byHeader = columns.find(
      (column) => column.header === where || (fold(where) !== '' && fold(column.header) === fold(where)),
    );
    const column = byHeader ?? columns[columnIndex(where)];
    if (column) assign(column, { field, confidence: 1, reason: 'you chose it' }, taken);
  }
  return taken;
}

/** Headings, the surest first; of two equal ones the left. */
function applyHeaders(columns: readonly MatchedColumn[], taken: Set<string>): TwoColumns[] {
  const doubles: TwoColumns[] = [];
  const found = columns
    .filter((column) => column.field === null)
    .map((column) => ({ column, match: matchHeader(column.header) }))
    .filter((one): one is { column: MatchedColumn; match: HeaderMatch } => one.match !== null)
    .sort((a, b) => b.match.confidence - a.match.confidence || a.column.column - b.column.column);
  for (const { column, match } of found) {
    if (!taken.has(match.field)) {
      assign(column, match, taken);
      continue;
    }
    const first = columns.find((one) => one.field === match.field);
    if (!first) {
      column.reason = 'you said that no column holds this field';
      continue;
    }
    column.reason = `column ${first.letter} is already taken for it`;
    column.confidence = 0.01;
    if (isFieldName(match.field) && match.confidence >= 0.9 && first.reason !== 'you chose it') {
      const alike = match.confidence === first.confidence;
      doubles.push({ field: match.field, first, second: column, alike });
    }
  }
  return doubles;
}

/** How a column is named to people: its heading, else its letter. */
export const columnTitle = (column: MatchedColumn): string =>
  column.header ? `${column.letter} "${column.header}"` : column.letter;

export const fieldLabel = (field: FieldName): string => fieldOf(field).label;
