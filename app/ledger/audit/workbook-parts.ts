import type { AuditValue } from './audit-columns';

/** What one sheet may hold: Excel's rows, header included, and the bytes of an entry of an ordinary zip file. */
export type SheetLimits = { rows: number; bytes: number };
export const SHEET_LIMITS: SheetLimits = { rows: 1_048_576, bytes: 4_000_000_000 };
/** Excel's limit of a cell. */
const MOST_CHARACTERS = 32_767;
const CUT = ' … (cut here; the JSON lines have all of it)';

export type SheetColumn = { title: string; width: number; kind: 'text' | 'number' | 'time' };
/** One sheet of the workbook: a table with a header, and totals of its number columns where asked for. */
export type Sheet = {
  name: string;
  table: string;
  columns: readonly SheetColumn[];
  rows: number;
  totals: boolean;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const STYLE = { header: 1, time: 2, total: 3 };

export function sheetStart(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns.map(({ title }, at) => textCell(at, 1, title, STYLE.header));
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${titles.join('')}</row>`;
}

/** `row` counts from 1, the header's. Some programs need to be told where each cell is. */
export function sheetRow(
  row: number,
  columns: readonly SheetColumn[],
  values: readonly AuditValue[],
): string {
  let cells = '';
  for (const [at, column] of columns.entries()) {
    const value = values[at] ?? null;
    if (value === null || value === '') continue;
    if (typeof value === 'string') cells += textCell(at, row, value);
    else if (column.kind === 'time')
      cells += `<c r="${letters(at)}${row}" s="${STYLE.time}"><v>${serial(value)}</v></c>`;
    else cells += `<c r="${letters(at)}${row}"><v>${value}</v></c>`;
  }
  return `<row r="${row}">${cells}</row>`;
}

/** Closes a sheet; `totals` are the sums of the number columns, null elsewhere. */
export function sheetEnd(sheet: Sheet, totals: readonly (number | null)[]): string {
  const row = Math.max(sheet.rows, 1) + 2;
  const cells = totals.map((sum, at) => {
    if (at === 0) return textCell(0, row, 'Total', STYLE.total);
    if (sum === null) return '';
    const formula = `SUBTOTAL(109,${sheet.table}[${sheet.columns[at]?.title ?? ''}])`;
    return `<c r="${letters(at)}${row}" s="${STYLE.total}"><f>${xml(formula)}</f><v>${sum}</v></c>`;
  });
  const last = sheet.totals ? `<row r="${row}">${cells.join('')}</row>` : '';
  return `${last}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;
}

/** All parts but the sheets themselves: path to content. */
export function workbookParts(sheets: readonly Sheet[]): Map<string, string> {
  const parts = new Map<string, string>();
  const number = (at: number): number => at + 1;
  const overrides = sheets.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${number(at)}.xml" ContentType="${SHEETML}.worksheet+xml"/><Override PartName="/xl/tables/table${number(at)}.xml" ContentType="${SHEETML}.table+xml"/>`,
  );
  parts.set(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETML}.styles+xml"/>${overrides.join('')}</Types>`,
  );
  parts.set('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  const names = sheets.map(
    ({ name }, at) => `<sheet name="${xml(name)}" sheetId="${number(at)}" r:id="rId${number(at)}"/>`,
  );
  parts.set(
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.join('')}</sheets></workbook>`,
  );
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${number(at)}.xml`]),
      ['styles', 'styles.xml'],
    ]),
  );
  parts.set('xl/styles.xml', STYLES);
  for (const [at, sheet] of sheets.entries()) {
    parts.set(
      `xl/worksheets/_rels/sheet${number(at)}.xml.rels`,
      relations([['table', `../tables/table${number(at)}.xml`]]),
    );
    parts.set(`xl/tables/table${number(at)}.xml`, tablePart(sheet, number(at)));
  }
  return parts;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function tablePart({ table, columns, rows, totals }: Sheet, id: number): string {
  // A table needs a row under its header, be it an empty one.
  const last = Math.max(rows, 1) + 1;
  const range = (end: number): string => `A1:${letters(columns.length - 1)}${end}`;
  const all = columns.map(({ title, kind }, at) => {
    const total = !totals
      ? ''
      : at === 0
        ? ' totalsRowLabel="Total"'
        : kind === 'number'
          ? ' totalsRowFunction="sum"'
          : '';
    return `<tableColumn id="${at + 1}" name="${xml(title)}"${total}/>`;
  });
  return `${HEAD}<table xmlns="${MAIN}" id="${id}" name="${table}" displayName="${table}" ref="${range(totals ? last + 1 : last)}" totalsRow${totals ? 'Count="1"' : 'Shown="0"'}><autoFilter ref="${range(last)}"/><tableColumns count="${columns.length}">${all.join('')}</tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

/** An inline string: text to every spreadsheet program, whatever it begins with. */
function textCell(at: number, row: number, value: string, style = 0): string {
  const fitting = value.length > MOST_CHARACTERS ? value.slice(0, MOST_CHARACTERS - CUT.length) + CUT : value;
  return `<c r="${letters(at)}${row}"${style ? ` s="${style}"` : ''} t="inlineStr"><is><t xml:space="preserve">${xml(fitting)}</t></is></c>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Half a surrogate pair needs no care: it becomes U+FFFD with the encoding. */
function xml(text: string): string {
  if (!/[&<>"\p{Cc}\uFFFE\uFFFF]|_x/u.test(text)) return text;
  return (
    text
      // What looks like an escape must not be taken for one (ECMA-376 part 1, 22.9.2.19).
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/[&<>"]/g, (found) => ENTITIES[found] ?? found)
      .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (found) =>
        found === '\t' || found === '\n' ? found : `_x${hex(found)}_`,
      )
  );
}

const hex = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Days since 30 December 1899, as spreadsheets count them. */
const serial = (ms: number): number => ms / 86_400_000 + 25_569;

const LETTERS = Array.from({ length: 26 * 27 }, (_, at) => {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : String.fromCharCode(64 + Math.floor(at / 26)) + last;
});

/** A column's letters; `at` counts from 0. */
const letters = (at: number): string => LETTERS[at] ?? '';
