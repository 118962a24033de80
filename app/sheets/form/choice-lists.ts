import type { Workbook, Worksheet } from 'exceljs';

/** Excel's limit for a list written into the validation itself. */
const INLINE_CHARACTERS = 255;
/** Yields the formula of a drop-down's list. */
export type ChoiceLists = (values: readonly string[]) => string;

/** Short lists are written into the drop-down, long ones and those with commas onto a hidden sheet that is made when needed. */
export function choiceLists(workbook: Workbook, sheetName: string): ChoiceLists {
  const known = new Map<string, string>();
  let sheet: Worksheet | undefined;
  return (values) => {
    const joined = values.join(',');
    const plain = values.every((value) => !/[",=]|^\s|\s$/.test(value));
    if (plain && joined.length <= INLINE_CHARACTERS) return `"${joined}"`;
    const key = values.join('\n');
    const again = known.get(key);
    if (again) return again;
    sheet ??= workbook.addWorksheet(sheetName, { state: 'hidden' });
    const column = sheet.getColumn(known.size + 1);
    column.numFmt = '@';
    column.values = [...values];
    const { letter } = column;
    const range = `'${sheetName.replaceAll("'", "''")}'!$${letter}$1:$${letter}$${values.length}`;
    known.set(key, range);
    return range;
  };
}
