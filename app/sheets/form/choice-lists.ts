import type { Workbook, Worksheet } from 'exceljs';

/** Excel's limit for a list written into the validation itself. */
const INLINE_CHARACTERS = 255;
/** Yields the formulas of drop-downs' lists. */
export type ChoiceLists = {
  plain(values: readonly string[]): string;
  /** The list that goes with what a column (0-based) holds in row 2, and so on below. */
  dependent(by: { column: number; values: ReadonlyMap<string, readonly string[]> }): string;
};

/** Short lists are written into the drop-down, long ones and those with commas onto a hidden sheet that is made when needed. */
export function choiceLists(workbook: Workbook, sheetName: string): ChoiceLists {
  const known = new Map<string, string>();
  let sheet: Worksheet | undefined;
  let columns = 0;
  /** Writes a column of the hidden sheet; yields its cells as a range. */
  const column = (values: readonly string[]): { letter: string; range: string } => {
    sheet ??= workbook.addWorksheet(sheetName, { state: 'hidden' });
    const written = sheet.getColumn(++columns);
    written.numFmt = '@';
    written.values = [...values];
    const { letter } = written;
    return { letter, range: `${quoted(sheetName)}!$${letter}$1:$${letter}$${values.length}` };
  };
  return {
    plain(values) {
      const joined = values.join(',');
      const plain = values.every((value) => !/[",=]|^\s|\s$/.test(value));
      if (plain && joined.length <= INLINE_CHARACTERS) return `"${joined}"`;
      const key = values.join('\n');
      const again = known.get(key);
      if (again) return again;
      const { range } = column(values);
      known.set(key, range);
      return range;
    },
    dependent({ column: at, values }) {
      const pairs = [...values].flatMap(([key, some]) => some.map((value) => [key, value] as const));
      const keys = column(pairs.map(([key]) => key)).range;
      const { letter } = column(pairs.map(([, value]) => value));
      const cell = `$${workbook.worksheets[0]?.getColumn(at + 1).letter ?? 'A'}2`;
      const first = `${quoted(sheetName)}!$${letter}$1`;
      return `OFFSET(${first},MATCH(${cell},${keys},0)-1,0,COUNTIF(${keys},${cell}),1)`;
    },
  };
}

const quoted = (sheetName: string): string => `'${sheetName.replaceAll("'", "''")}'`;
