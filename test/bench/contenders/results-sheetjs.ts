import { readFileSync, writeFileSync } from 'node:fs';
import { read, utils, write } from '@e965/xlsx';
import { RESULT_HEADINGS, cellsOf, resultRows, type Job, type Written } from './result-rows';

/** SheetJS: load, add the cells, write. */
export async function run({ file, to, rows }: Job): Promise<Written> {
  const workbook = read(readFileSync(file), { dense: true });
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  const { e: end } = utils.decode_range(sheet['!ref'] ?? 'A1');
  utils.sheet_add_aoa(sheet, [RESULT_HEADINGS, ...resultRows(rows).map(cellsOf)], {
    origin: { r: 0, c: end.c + 1 },
  });
  writeFileSync(to, write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }));
  return { rows };
}
