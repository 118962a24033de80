import type { Cell, RawRow } from '../sheets/cell';
import { cellText, isBlank } from './cell-text';
import { fieldOf, isFieldName, type FieldName } from './fields';
import { fold } from './fold';
import type { MatchedColumn } from './match-columns';

/** The name in the example row of an order form: a row that still has it was not meant as an order. */
export const EXAMPLE_NAME = 'Example: overwrite this row';
/** How examples begin in other people's forms: `e.g. Acme`, `Beispiel: Müller GmbH`. */
const EXAMPLE =
  /^\s*(?:\(?(?:e\.\s?g\.|eg\.|z\.\s?b\.|p\.\s?ej\.|p\.\s?ex\.|for example)|(?:example|sample|beispiel|ejemplo|exemple|exemplo|esempio|voorbeeld)\s?[:：]|示例|例如|样例|範例|例[:：])/i;

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

/** What tells one order from another: rows of forms often have the rest filled in beforehand. */
const ESSENTIAL: readonly FieldName[] = [
  'name',
  'extensionCapacity',
  'concurrentCallCapacity',
  'customerIds',
  'expirationDate',
];
const hasColumns = (matched: readonly MatchedColumn[]): boolean =>
  (['name', 'subDomain', 'extensionCapacity'] as const).every((field) =>
    matched.some((column) => column.field === field),
  );

const LONGEST_HINT = 40;

/** Whether a name is an example's. */
export const isExample = (name: string): boolean => EXAMPLE.test(name);

const HINT = /^[([（【].*[)\]）】]$/s;
/** What forms say about their columns, in a row under the headings. */
const HINT_WORDS = new Set(
  [
    [
      'pcs',
      'pc',
      'qty',
      'stk',
      'stück',
      'number',
      'numeric',
      'integer',
      'int',
      'text',
      'string',
      'date',
      'boolean',
      'list',
    ],
    [
      'min',
      'mins',
      'minutes',
      'yes/no',
      'y/n',
      'ja/nein',
      'yyyy-mm-dd',
      'dd.mm.yyyy',
      'dd/mm/yyyy',
      'mm/dd/yyyy',
      'tt.mm.jjjj',
    ],
    [
      'required',
      'mandatory',
      'optional',
      'drop-down',
      'dropdown',
      'pflichtfeld',
      'obligatorio',
      'obligatoire',
      'zahl',
      'datum',
    ],
    [
      '必填',
      '选填',
      '选填项',
      '必填项',
      '文本',
      '数字',
      '日期',
      '是/否',
      '個',
      '个',
      '分钟',
      '必填項',
      '選填',
      '數字',
    ],
  ].flat(),
);
const isHintText = (text: string): boolean => HINT.test(text) || HINT_WORDS.has(text.toLowerCase());

/** Whether a row only says what is to be filled in: the same word everywhere, or kinds and units. */
export function isHint({ cells }: RawRow, matched: readonly MatchedColumn[]): boolean {
  const texts = matched.flatMap(({ column }) => (says(cells[column]) ? cellText(cells[column]).trim() : []));
  if (texts.length < FEW_COLUMNS || texts.some((text) => text.length > LONGEST_HINT)) return false;
  return texts.every((text) => text === texts[0]) || texts.every(isHintText);
}

/** Whether a cell says anything: lines drawn with hyphens and underscores don't. */
export const says = (cell: Cell | undefined): boolean =>
  !isBlank(cell) && /[\p{L}\p{N}]/u.test(cellText(cell));

/** Why a row without an address is no order; null: it may be one. */
export function whyNoOrder(
  { cells }: RawRow,
  matched: readonly MatchedColumn[],
  apart: boolean,
): string | null {
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
  const has = (field: FieldName): boolean => filled.some((column) => column.field === field);
  if (hasColumns(matched) && !ESSENTIAL.some(has))
    return 'it has neither a name nor an address nor a capacity';
  // A name alone under the last order may be an order somebody has only begun.
  const remark =
    filled.length === 1 &&
    matched.length >= FEW_COLUMNS &&
    (apart || isRemark(cellText(cells[filled[0]?.column ?? 0])));
  return remark ? REMARK : null;
}

export const REMARK = 'it is only a remark or the heading of a section';
/** `Customer A:`, `* = required`, `Please deliver before Christmas.`, or more words than a name has. */
const isRemark = (text: string): boolean =>
  /[:.!?。：！]\s*$|^\s*[*#>([•※–-]/.test(text) || text.trim().split(/\s+/).length > 8;

const firstWord = (text: string): string => fold(text).split(' ')[0] ?? '';
