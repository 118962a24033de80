import type { Cell, RawRow } from '../sheets/cell';
import { cellText, isBlank } from './cell-text';
import { fieldOf, isFieldName, isResultField } from './fields';
import type { Header } from './find-header';
import { fold } from './fold';
import type { MatchedColumn } from './match-columns';

/** The name in the example row of an order form: a row that still has it was not meant as an order. */
export const EXAMPLE_NAME = 'Example: overwrite this row';

/** Words for a total in the languages of order sheets; a text may go on after the first: "Total PBX: 3". */
const TOTAL_WORDS = new Set(
  [
    ['total', 'totals', 'grand total', 'sum', 'subtotal', 'overall total'],
    ['summe', 'gesamt', 'gesamtsumme', 'zwischensumme', 'insgesamt'],
    ['suma', 'total general', 'somme', 'total général', 'soma', 'total geral', 'totale', 'totaal', 'summa'],
    ['合计', '总计', '小计', '总数', '合計', '總計', '小計', '總數', '総計', '합계', '총계'],
    [
      'итого',
      'всего',
      'razem',
      'ogółem',
      'celkem',
      'összesen',
      'toplam',
      'genel toplam',
      'المجموع',
      'الإجمالي',
    ],
  ]
    .flat()
    .map(fold),
);
/** Fewer order columns, and a row with one of them filled may be an order whose rest is given for all rows. */
const FEW_COLUMNS = 4;

/** Rows of orders apart from totals, remarks, headings of sections, repeated headings and rows with nothing in any order column. */
export function orderRows(
  below: readonly RawRow[],
  header: Header,
  columns: readonly MatchedColumn[],
): { rows: RawRow[]; leftOut: { row: number; reason: string }[] } {
  const matched = columns.filter((column) => column.field !== null && isFieldName(column.field));
  const results = columns.filter((column) => column.field !== null && isResultField(column.field));
  const address = columns.find((column) => column.field === 'subDomain');
  const named = columns.find((column) => column.field === 'name');
  // Few distinct values first: they are told from a heading at once.
  const telling = [...matched].sort((a, b) => repetition(b.field) - repetition(a.field));
  const repeatsHeadings = headingTest(header.texts, telling);
  const rows: RawRow[] = [];
  const leftOut: { row: number; reason: string }[] = [];
  /** The row before, unless it was a remark: what stands apart from the orders is none. */
  let neighbour = header.row;
  for (const row of below) {
    if (row.cells.every(isBlank)) continue;
    const apart = row.row > neighbour + 1;
    const addressed = address !== undefined && says(row.cells[address.column]);
    const sentBefore = results.some((column) => says(row.cells[column.column]));
    const reason = addressed || sentBefore ? null : whyNoOrder(row, matched, apart);
    if (reason !== REMARK) neighbour = row.row;
    if (reason !== null) {
      leftOut.push({ row: row.row, reason });
    } else if (named && cellText(row.cells[named.column]).trim() === EXAMPLE_NAME) {
      leftOut.push({ row: row.row, reason: 'it is the example row of the form' });
    } else if (matched.length > 2 && repeatsHeadings(row)) {
      leftOut.push({ row: row.row, reason: 'it repeats the headings' });
    } else rows.push(row);
  }
  return { rows, leftOut };
}

/** Whether a cell says anything: lines drawn with hyphens and underscores don't. */
const says = (cell: Cell | undefined): boolean => !isBlank(cell) && /[\p{L}\p{N}]/u.test(cellText(cell));

/** Why a row without an address is no order; null: it may be one. */
function whyNoOrder({ cells }: RawRow, matched: readonly MatchedColumn[], apart: boolean): string | null {
  const filled = matched.filter((column) => says(cells[column.column]));
  if (filled.length === 0) return 'it has nothing in any of the order columns';
  const words = filled.filter(
    ({ field }) => field === null || !isFieldName(field) || fieldOf(field).kind !== 'whole',
  );
  const [first] = words;
  const sums =
    filled.length > words.length &&
    (first === undefined ||
      (words.length === 1 && TOTAL_WORDS.has(firstWord(cellText(cells[first.column])))));
  if (sums || cells.some((cell) => TOTAL_WORDS.has(fold(cellText(cell))))) return 'it is a row of totals';
  // A name alone under the last order may be an order somebody has only begun.
  const remark =
    filled.length === 1 &&
    matched.length >= FEW_COLUMNS &&
    (apart || isRemark(cellText(cells[filled[0]?.column ?? 0])));
  return remark ? REMARK : null;
}

const REMARK = 'it is only a remark or the heading of a section';
/** `Customer A:`, `* = required`, `Please deliver before Christmas.`, or more words than a name has. */
const isRemark = (text: string): boolean =>
  /[:.!?。：！]\s*$|^\s*[*#>([•※–-]/.test(text) || text.trim().split(/\s+/).length > 8;

const firstWord = (text: string): string => fold(text).split(' ')[0] ?? '';

/** Whether a row says what the headings say. Each column remembers the cell it saw last: most equal the one above. */
function headingTest(texts: readonly string[], columns: readonly MatchedColumn[]): (row: RawRow) => boolean {
  const tests = columns.map(({ column }) => {
    const heading = fold(texts[column] ?? '');
    let last: Cell | undefined;
    let same = fold(cellText(undefined)) === heading;
    return ({ cells }: RawRow): boolean => {
      const cell = cells[column];
      if (cell === last) return same;
      last = cell;
      return (same = fold(cellText(cell)) === heading);
    };
  });
  return (row) => tests.every((test) => test(row));
}

const repetition = (field: MatchedColumn['field']): number =>
  field !== null && isFieldName(field) && fieldOf(field).kind === 'choice' ? 1 : 0;
