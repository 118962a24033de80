import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { bareCheck, type Facts } from './bare-schema';

/** SheetJS, dense, and a bare zod loop. */
export async function run({ file }: { file: string }): Promise<Facts> {
  const workbook = read(readFileSync(file), { dense: true });
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
  const check = bareCheck();
  if (sheet) for (const row of utils.sheet_to_json(sheet)) check.add(row);
  return check.facts();
}
