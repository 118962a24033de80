import { columnNumber } from './cell-references';
import { cellXml } from './cell-xml';
import { attributeOf, endOfTag, withAttribute } from './markup';
import type { Placed } from './result-columns';
import { hasSpecials, withoutSpecials } from './row-stream';

/** A cell of a row: its column and where it is in the row's text. */
export type CellSpan = { column: number; start: number; end: number; tagEnd: number };

/** The cells of a row in their order. */
export function cellsOf(row: string, prefix: string): CellSpan[] {
  const text = withoutSpecials(row);
  const [open, close] = [`<${prefix}c`, `</${prefix}c`];
  const cells: CellSpan[] = [];
  let column = -1;
  let at = 0;
  for (;;) {
    const start = find(text, open, at);
    if (start < 0) return cells;
    const tagEnd = endOfTag(text, start);
    if (tagEnd < 0) return cells;
    let end = tagEnd;
    if (text[tagEnd - 2] !== '/') {
      const closing = find(text, close, tagEnd);
      end = closing < 0 ? text.length : text.indexOf('>', closing) + 1;
    }
    column = columnOf(text.slice(start, tagEnd)) ?? column + 1;
    cells.push({ column, start, end, tagEnd });
    at = end;
  }
}

/** The column a cell's tag gives. */
function columnOf(tag: string): number | null {
  const reference = attributeOf(tag, 'r');
  const letters = reference === null ? null : /^[A-Za-z]+/.exec(reference);
  return letters ? columnNumber(letters[0]) : null;
}

/** The next tag of that very name. */
function find(text: string, tag: string, from: number): number {
  for (let at = text.indexOf(tag, from); at >= 0; at = text.indexOf(tag, at + 1)) {
    if (isNameEnd(text.charCodeAt(at + tag.length))) return at;
  }
  return -1;
}

const isNameEnd = (code: number): boolean => code === 0x20 || code === 0x3e || code === 0x2f || code < 0x20;

/** Whether a cell holds a value or a formula, not just a style. */
export const isFilled = (row: string, { start, end, tagEnd }: CellSpan, prefix: string): boolean =>
  end > tagEnd && new RegExp(`<${prefix}(?:v|is|f)[\\s/>]`).test(row.slice(start, end));

/** Whether a cell holds a formula of its own or one that it shares with others (shared, array and table formulas). */
export function formulaKind(
  row: string,
  { tagEnd, end }: CellSpan,
  prefix: string,
): 'none' | 'own' | 'shared' {
  const tag = new RegExp(`<${prefix}f(?:\\s[^>]*)?>`).exec(row.slice(tagEnd, end));
  if (!tag) return 'none';
  return /^(?:shared|array|dataTable)$/.test(attributeOf(tag[0], 't') ?? '') ? 'shared' : 'own';
}

/** A row whose cells in some columns keep the values of formulas they share, without the formulas. */
export function withoutSharedFormulas(row: string, columns: ReadonlySet<number>, prefix: string): string {
  const formula = new RegExp(`<${prefix}f(?:\\s[^>]*?)?(?:/>|>[\\s\\S]*?</${prefix}f\\s*>)`);
  let text = row;
  for (const cell of cellsOf(row, prefix).reverse()) {
    if (!columns.has(cell.column) || formulaKind(row, cell, prefix) !== 'shared') continue;
    const content = row.slice(cell.tagEnd, cell.end).replace(formula, '');
    text = text.slice(0, cell.tagEnd) + content + text.slice(cell.end);
  }
  return text;
}

/** The last cell of a row that begins before `end`, by a look from the end: its column, null when only the cells before it tell. */
function cellBefore(
  row: string,
  end: number,
  prefix: string,
): { column: number | null; start: number; filled: boolean } | null {
  const open = `<${prefix}c`;
  let start = end;
  do {
    start = start > 0 ? row.lastIndexOf(open, start - 1) : -1;
    if (start < 0) return null;
  } while (!isNameEnd(row.charCodeAt(start + open.length)));
  const tagEnd = row.indexOf('>', start) + 1;
  const filled = row[tagEnd - 2] !== '/' && !row.startsWith(`</${prefix}c`, tagEnd);
  return { column: columnOf(row.slice(start, tagEnd)), start, filled };
}

/** The last column of a row that has a cell, -1 when none has. */
export function lastColumn(row: string, prefix: string): number {
  const last = hasSpecials(row) ? undefined : cellBefore(row, row.length, prefix);
  if (last === null) return -1;
  return last?.column ?? cellsOf(row, prefix).at(-1)?.column ?? -1;
}

/** How many columns of a row hold anything: `least`, if not more. */
export function filledColumns(row: string, prefix: string, least: number): number {
  let end = hasSpecials(row) ? -1 : row.length;
  while (end >= 0) {
    const cell = cellBefore(row, end, prefix);
    if (!cell) return least;
    if (cell.column === null) break;
    if (cell.column < least) return least;
    if (cell.filled) return cell.column + 1;
    end = cell.start;
  }
  const last = cellsOf(row, prefix).findLast((cell) => isFilled(row, cell, prefix));
  return Math.max(least, (last?.column ?? -1) + 1);
}

/** Puts texts into a row's cells; what they held before goes, their styles stay. `style`: of cells that weren't there. */
export function withCells(
  text: string,
  row: number,
  placed: readonly Placed[],
  style: string | null,
  prefix: string,
): string {
  const first = placed[0];
  if (!first) return text;
  const startEnd = endOfTag(text, 0);
  const start = text.slice(0, startEnd);
  const selfClosed = start.endsWith('/>');
  const inherited = style ?? (attributeOf(start, 'customFormat') ? attributeOf(start, 's') : null);
  const fresh = ({ column, text: value }: Placed): string =>
    value === '' ? '' : cellXml(prefix, column, row, inherited, value);

  const inner: string[] = [];
  const innerEnd = selfClosed ? startEnd : text.lastIndexOf('</');
  let copied = startEnd;
  const cells = !selfClosed && lastColumn(text, prefix) >= first.column ? cellsOf(text, prefix) : [];
  let next = 0;
  for (const one of placed) {
    while (next < cells.length && (cells[next]?.column ?? 0) < one.column) next++;
    const cell = cells[next];
    if (!cell) {
      inner.push(text.slice(copied, innerEnd), fresh(one));
      copied = innerEnd;
    } else if (cell.column > one.column) {
      inner.push(text.slice(copied, cell.start), fresh(one));
      copied = cell.start;
    } else if (one.text !== '' || isFilled(text, cell, prefix)) {
      const kept = style ?? attributeOf(text.slice(cell.start, cell.tagEnd), 's');
      inner.push(text.slice(copied, cell.start), cellXml(prefix, one.column, row, kept, one.text));
      copied = cell.end;
    }
  }
  const content = inner.join('') + text.slice(copied, innerEnd);
  if (content === '') return text;
  const opened = widened(selfClosed ? start.replace(/\s*\/>$/, '>') : start, placed);
  return opened + content + (selfClosed ? `</${prefix}row>` : text.slice(innerEnd));
}

/** The row's tag with `spans` that reach over the cells put into it, which are in ascending order. */
function widened(tag: string, placed: readonly Placed[]): string {
  const spans = attributeOf(tag, 'spans');
  const [from, to] = (spans ?? '').trim().split(':').map(Number);
  if (!from || !to) return tag;
  const low = Math.min(from, (placed[0]?.column ?? from) + 1);
  const high = Math.max(to, (placed.at(-1)?.column ?? -1) + 1);
  return low === from && high === to ? tag : withAttribute(tag, 'spans', `${low}:${high}`);
}
