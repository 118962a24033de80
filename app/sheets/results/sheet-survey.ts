import { partChunks, type Package } from '../workbook/package';
import { LAST_COLUMN, parseArea } from './cell-references';
import { attributeOf } from './markup';
import { codecOf, type PartCodec } from './part-codec';
import { cellsOf, filledColumns, formulaKind, isFilled } from './row-cells';
import { RowStream, type RowVisitor } from './row-stream';

/** What must be known of a sheet before its first byte is written anew. */
export type SheetSurvey = {
  /** How many columns hold anything: the first free one. */
  used: number;
  /** The style of the last filled heading, as its cell has it. */
  headingStyle: string | null;
  /** Which of the rows asked about the sheet has. */
  present: ReadonlySet<number>;
  /** Whether a cell of the columns to fill in holds a formula, and whether one that others share. */
  formulas: 'none' | 'own' | 'shared';
};
/** `columns`: the ones to fill in that the sheet has already. */
export type SurveyQuestion = {
  headerRow: number;
  rows: ReadonlySet<number>;
  columns: ReadonlySet<number>;
};

/** Reads a sheet part once. Throws SheetError `damaged`. */
export async function surveySheet(
  opened: Package,
  part: string,
  question: SurveyQuestion,
): Promise<SheetSurvey> {
  const surveyor = new Surveyor(question);
  const stream = new RowStream(surveyor, opened.path, part);
  let codec: PartCodec | null = null;
  for await (const chunk of partChunks(opened, part)) {
    codec ??= codecOf(chunk);
    stream.write(codec.decode(chunk));
  }
  stream.end();
  return surveyor.survey();
}

class Surveyor implements RowVisitor {
  private used = 0;
  private headingStyle: string | null = null;
  private formulas: SheetSurvey['formulas'] = 'none';
  private readonly present = new Set<number>();
  private prefix = '';
  private after = '';

  constructor(private readonly question: SurveyQuestion) {}

  head(text: string, prefix: string): string {
    this.prefix = prefix;
    return text;
  }

  row(text: string, row: number): string {
    const { prefix, question } = this;
    const { headerRow, rows, columns } = question;
    if (row === headerRow || rows.has(row)) this.present.add(row);
    this.used = filledColumns(text, prefix, this.used);
    if (row === headerRow) {
      const last = cellsOf(text, prefix).findLast((cell) => isFilled(text, cell, prefix));
      this.headingStyle = last ? attributeOf(text.slice(last.start, last.tagEnd), 's') : null;
    } else if (columns.size > 0 && text.includes(`<${prefix}f`)) this.lookForFormulas(text);
    return text;
  }

  private lookForFormulas(row: string): void {
    for (const cell of cellsOf(row, this.prefix)) {
      if (!this.question.columns.has(cell.column)) continue;
      const kind = formulaKind(row, cell, this.prefix);
      if (kind === 'shared' || (kind === 'own' && this.formulas === 'none')) this.formulas = kind;
    }
  }

  dataEnd(): string {
    return '';
  }

  tail(text: string): void {
    this.after += text;
  }

  survey(): SheetSurvey {
    const { used, headingStyle, present, formulas } = this;
    return { used: this.pastMerged(used), headingStyle, present, formulas };
  }

  /** A cell merged with a used one is no place for a text, unless a line is merged to the sheet's very end. */
  private pastMerged(used: number): number {
    let free = used;
    const { headerRow, rows } = this.question;
    let lastRow = headerRow;
    for (const row of rows) lastRow = Math.max(lastRow, row);
    for (const [tag] of this.after.matchAll(new RegExp(`<${this.prefix}mergeCell\\s[^>]*>`, 'g'))) {
      const area = parseArea(attributeOf(tag, 'ref') ?? '');
      if (!area || area.bottom < headerRow || area.top > lastRow || area.right >= LAST_COLUMN) continue;
      if (area.left < used) free = Math.max(free, area.right + 1);
    }
    return free;
  }
}
