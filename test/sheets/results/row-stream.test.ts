import { expect, test } from 'vitest';
import { withCells } from '../../../app/sheets/results/row-cells';
import { RowStream } from '../../../app/sheets/results/row-stream';
import { everythingWorkbook } from '../everything-workbook';

test('a sheet is the same wherever the file’s pieces begin and end', () => {
  const sheet = String(everythingWorkbook().get('xl/worksheets/sheet1.xml'));
  const written = (pieces: string[]): string => {
    const visitor = {
      head: (text: string) => `${text}<!--head-->`,
      row: (text: string, row: number) => withCells(text, row, [{ column: 4, text: `${row}` }], null, ''),
      dataEnd: () => '<row r="99"/>',
    };
    const stream = new RowStream(visitor, 'x', 'y');
    const out = pieces.map((piece) => stream.write(piece)).join('');
    stream.end();
    return out;
  };
  const whole = written([sheet]);
  expect(whole).toContain('<c r="E6" t="inlineStr">');
  for (const size of [1, 2, 3, 7, 50, 333]) {
    expect(written(sheet.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [])).toBe(whole);
  }
});
