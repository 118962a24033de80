import ExcelJS from 'exceljs';
import { RESULT_HEADINGS, cellsOf, resultRows, type Job, type Written } from './result-rows';

/** exceljs: load, add the cells, write. */
export async function run({ file, to, rows }: Job): Promise<Written> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  const first = sheet.columnCount + 1;
  RESULT_HEADINGS.forEach((heading, at) => (sheet.getCell(1, first + at).value = heading));
  for (const one of resultRows(rows)) {
    const row = sheet.getRow(one.row);
    cellsOf(one).forEach((text, at) => {
      if (text !== null) row.getCell(first + at).value = text;
    });
  }
  await workbook.xlsx.writeFile(to);
  return { rows };
}
