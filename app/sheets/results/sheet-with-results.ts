import { cellXml } from './cell-xml';
import type { Placed, ResultColumn, RowResult } from './result-columns';
import { placedTexts } from './result-columns';
import { withCells, withoutSharedFormulas } from './row-cells';
import type { RowVisitor } from './row-stream';
import { withHead } from './sheet-head';

export type SheetResults = {
  headerRow: number;
  /** The headings of the columns that are added. */
  added: readonly Placed[];
  columns: ReadonlyMap<ResultColumn, number>;
  rows: ReadonlyMap<number, RowResult>;
  headingStyle: string | null;
  /** The columns that were there and hold formulas shared with other cells, which could lose their first one. */
  sharedFormulas: ReadonlySet<number>;
  /** Rows to write that the sheet does not have yet, ascending. */
  missing: readonly number[];
};

/** Puts the results into a sheet's rows as they pass by. */
export class SheetWithResults implements RowVisitor {
  private prefix = '';
  private nextMissing = 0;

  constructor(private readonly results: SheetResults) {}

  head(text: string, prefix: string): string {
    this.prefix = prefix;
    const { columns, added, rows, headerRow } = this.results;
    const used = [...columns.values()];
    const numbers = [headerRow, ...rows.keys()];
    const bounds = { top: numbers[0] ?? 1, bottom: numbers[0] ?? 1 };
    for (const number of numbers) {
      if (number < bounds.top) bounds.top = number;
      if (number > bounds.bottom) bounds.bottom = number;
    }
    const area = { left: Math.min(...used), right: Math.max(...used), ...bounds };
    const fresh = [...columns].filter(([, column]) => added.some((one) => one.column === column));
    return withHead(
      text,
      prefix,
      area,
      fresh.map(([name, column]) => ({ name, column })),
    );
  }

  row(text: string, row: number): string {
    const { sharedFormulas } = this.results;
    const own =
      sharedFormulas.size > 0 && text.includes(`<${this.prefix}f`)
        ? withoutSharedFormulas(text, sharedFormulas, this.prefix)
        : text;
    return this.missingBefore(row) + this.withResult(own, row);
  }

  dataEnd(): string {
    return this.missingBefore(Number.POSITIVE_INFINITY);
  }

  private withResult(text: string, row: number): string {
    const style = row === this.results.headerRow ? this.results.headingStyle : null;
    return withCells(text, row, this.placed(row), style, this.prefix);
  }

  private placed(row: number): readonly Placed[] {
    const { headerRow, added, rows, columns } = this.results;
    if (row === headerRow) return added;
    const result = rows.get(row);
    return result ? placedTexts(result, columns) : [];
  }

  private missingBefore(row: number): string {
    const { missing, headerRow, headingStyle } = this.results;
    let text = '';
    for (; (missing[this.nextMissing] ?? Number.POSITIVE_INFINITY) < row; this.nextMissing++) {
      const number = missing[this.nextMissing] ?? 0;
      const style = number === headerRow ? headingStyle : null;
      const cells = this.placed(number).filter((one) => one.text !== '');
      const xml = cells.map((one) => cellXml(this.prefix, one.column, number, style, one.text)).join('');
      if (xml) text += `<${this.prefix}row r="${number}">${xml}</${this.prefix}row>`;
    }
    return text;
  }
}
