import { partChunks, type Package } from '../workbook/package';
import { attributeOf } from './markup';
import { codecOf, type PartCodec } from './part-codec';
import { cellsOf, isFilled, lastCell } from './row-cells';
import { RowStream } from './row-stream';

/** What must be known of a sheet before its first byte is written anew. */
export type SheetSurvey = {
  /** How many columns hold anything: the first free one. */
  used: number;
  /** The style of the last filled heading, as its cell has it. */
  headingStyle: string | null;
  /** Which of the rows asked about the sheet has. */
  present: ReadonlySet<number>;
};

/** Reads a sheet part once. Throws SheetError `damaged`. */
export async function surveySheet(
  opened: Package,
  part: string,
  headerRow: number,
  asked: ReadonlySet<number>,
): Promise<SheetSurvey> {
  let used = 0;
  let prefix = '';
  let headingStyle: string | null = null;
  const present = new Set<number>();
  const stream = new RowStream(
    {
      head(text, found) {
        prefix = found;
        return text;
      },
      row(text, row) {
        if (row === headerRow || asked.has(row)) present.add(row);
        const last = lastCell(text, prefix);
        if (last && last.column >= used) {
          used = last.filled ? last.column + 1 : Math.max(used, filledColumns(text, prefix));
        }
        if (row === headerRow) headingStyle = styleOfLast(text, prefix);
        return text;
      },
      dataEnd: () => '',
    },
    opened.path,
    part,
  );
  let codec: PartCodec | null = null;
  for await (const chunk of partChunks(opened, part)) {
    codec ??= codecOf(chunk);
    stream.write(codec.decode(chunk));
  }
  stream.end();
  return { used, headingStyle, present };
}

function filledColumns(row: string, prefix: string): number {
  const cells = cellsOf(row, prefix);
  return (cells.findLast((cell) => isFilled(row, cell, prefix))?.column ?? -1) + 1;
}

function styleOfLast(row: string, prefix: string): string | null {
  const last = cellsOf(row, prefix).findLast((cell) => isFilled(row, cell, prefix));
  return last ? attributeOf(row.slice(last.start, last.tagEnd), 's') : null;
}
