import readExcelFile from 'read-excel-file/node';
import { bareCheck, type Facts } from './bare-schema';

/** read-excel-file and a bare zod loop. */
export async function run({ file }: { file: string }): Promise<Facts> {
  const read: unknown = await readExcelFile(file);
  const rows = rowsOf(read);
  const headings = (rows[0] ?? []).map(String);
  const check = bareCheck();
  for (const row of rows.slice(1))
    check.add(Object.fromEntries(headings.map((heading, at) => [heading, row[at]])));
  return check.facts();
}

/** Rows of the first sheet; newer releases give every sheet with its name. */
function rowsOf(read: unknown): unknown[][] {
  if (!Array.isArray(read)) return [];
  const first: unknown = read[0];
  if (typeof first === 'object' && first !== null && 'data' in first && Array.isArray(first.data))
    return first.data;
  return read.filter(Array.isArray);
}
