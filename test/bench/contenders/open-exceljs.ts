import ExcelJS from 'exceljs';
import { bareCheck, type Facts } from './bare-schema';

/** exceljs `readFile` and a bare zod loop. */
export async function run({ file }: { file: string }): Promise<Facts> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const check = bareCheck();
  let headings: string[] = [];
  workbook.worksheets[0]?.eachRow((row, number) => {
    const values = Array.isArray(row.values) ? row.values.slice(1) : [];
    if (number === 1) headings = values.map(String);
    else check.add(Object.fromEntries(headings.map((heading, at) => [heading, values[at]])));
  });
  return check.facts();
}
