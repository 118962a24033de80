import { describe, expect, test } from 'vitest';
import { failure, openBytes } from '../made-workbook';
import { shownRows } from '../shown';

const rowsOf = async (text: string, options = {}): Promise<string[]> =>
  shownRows((await openBytes(text, 'orders.csv', options)).sheets[0]);

describe('rows are numbered as a spreadsheet program shows them', () => {
  test('a line break inside a cell doesn’t begin a row; blank lines and lines of delimiters count', async () => {
    expect(await rowsOf('name,plan\r\n"two\r\nlines",A\r\n\r\n,\r\n" ",\r\nlast,B\r\n')).toEqual([
      '1 name|plan',
      '2 two\r\nlines|A',
      '6 last|B',
    ]);
  });

  test('rows may be longer or shorter than the headings', async () => {
    expect(await rowsOf('a,b,c\n1\n1,2,3,4\n,,3\n')).toEqual(['1 a|b|c', '2 1', '3 1|2|3|4', '4 ||3']);
  });

  test('the line that names the separator is not shown, so the headings are row 1', async () => {
    const file = await openBytes('sep=;\r\nname;plan\r\nA,B;C\r\n', 'orders.csv');
    expect(file.dialect).toMatchObject({ delimiter: ';', separatorLine: true });
    expect(shownRows(file.sheets[0])).toEqual(['1 name|plan', '2 A,B|C']);
    expect((await openBytes('\uFEFFSEP=|\na|b\n', 'a.csv')).dialect?.delimiter).toBe('|');
    expect(await rowsOf('sep=;')).toEqual([]);
  });
});

describe('the delimiter', () => {
  test.each([
    [',', 'name,plan,remark\nA,B,"x; y; z"\nC,D,\n'],
    [';', 'name;plan;price\nA;B;1,50\nC;D;2,75\n'],
    [';', 'Kunde, Firma;Tarif\n"Huber; Maier";A\n'],
    ['\t', 'name\tplan, tariff\nA;1\tB\nC;2\tD\n'],
    ['|', 'name|plan\nA|B\n'],
    [';', 'Order form of Huber, Maier and sons\n\nname;plan;extensions\nA;B;1\nC;D;2\n'],
    [',', 'name\nA\n'],
  ])('%j is found', async (delimiter, text) => {
    expect((await openBytes(text, 'a.csv')).dialect?.delimiter).toBe(delimiter);
  });

  test('can be chosen, also where another is named or likelier', async () => {
    expect(await rowsOf('sep=,\na;b,c\n', { delimiter: ';' })).toEqual(['1 a|b,c']);
    expect(await rowsOf('a^b\n', { delimiter: '^' })).toEqual(['1 a|b']);
    expect(await rowsOf('a\tb,c\n', { delimiter: '\\t' })).toEqual(['1 a|b,c']);
    for (const delimiter of ['ab', '"', '\n']) {
      const { message } = await failure(openBytes('a,b\n', 'a.csv', { delimiter }));
      expect(message).toBe(
        `"${delimiter}" can't separate the columns of "a.csv". Choose one character, for example ; or a tab.`,
      );
    }
  });
});

describe('cells', () => {
  test('a text written as ="0049" is that text; no other formula is looked into', async () => {
    expect(await rowsOf('a,b,c\n="0049","=""20""",=1+1\n="a"&"b","=A1",="x"y\n')).toEqual([
      '1 a|b|c',
      '2 0049|20|=1+1',
      '3 ="a"&"b"|=A1|="x"y',
    ]);
  });
  test('hold what the file shows: nothing is trimmed, turned into a number or run', async () => {
    expect(await rowsOf(' a ,007,1e3,=1+1,TRUE\n')).toEqual(['1  a |007|1e3|=1+1|TRUE']);
  });

  test('which are equal are one object, also in a large file', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `name-${at},Enterprise Plan,${at % 7},"a, b"`);
    const [sheet] = (await openBytes(lines.join('\n'), 'a.csv')).sheets;
    expect(shownRows(sheet)).toEqual(
      lines.map((line, at) => `${at + 1} ${line.replaceAll(/,(?! )/g, '|').replaceAll('"', '')}`),
    );
    const cells = new Set(sheet?.rows.flatMap((row) => row.cells));
    expect(cells.size).toBe(3000 + 1 + 7 + 1);
  });

  test('a quote that is never closed is told with its row', async () => {
    expect((await failure(openBytes('a,b\n\n"x,y\nz,1\n', 'a.csv'))).message).toBe(
      'A quotation mark opened in row 3 of "a.csv" is never closed, so the rows after it can\'t be told apart. Correct it and open the file again.',
    );
  });

  test('line ends of the file are remembered', async () => {
    expect((await openBytes('a,b\n"x\r\ny",1\n', 'a.csv')).dialect?.lineEnd).toBe('\n');
    expect((await openBytes('a,b\rc,d\r', 'a.csv')).dialect?.lineEnd).toBe('\r');
    expect((await openBytes('a,b', 'a.csv')).dialect?.lineEnd).toBe('\r\n');
  });
});
