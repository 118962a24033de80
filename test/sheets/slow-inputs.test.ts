import { describe, expect, test } from 'vitest';
import { failure, openBytes, openRows, sheetXml, stylesXml, workbookParts, zipOf } from './made-workbook';
import { shownRows } from './shown';

/** Each would take minutes to hours if reading looked at what follows again and again; the test's time limit tells. */
const LONG = 1_000_000;

describe('reading takes time in proportion to the file', () => {
  test('tags of one long name, of attributes without an end, of spaces', async () => {
    const row = `<row ${'a'.repeat(LONG)}><c><v>1</v></c></row><row ${'b="'.repeat(LONG / 3)}"><c><v>2</v></c></row><row${' '.repeat(LONG)}c><c><v>3</v></c></row>`;
    expect(shownRows((await openRows(row)).sheets[0])).toEqual(['1 #1', '2 #2', '3 #3']);
  });

  test('a number of a million digits, and one that isn’t', async () => {
    const digits = '1'.repeat(LONG);
    const { sheets } = await openRows(`<row><c><v>0.${digits}</v></c><c><v>${digits}x</v></c></row>`);
    expect(sheets[0]?.rows[0]?.cells[0]).toMatchObject({ kind: 'number', value: 0.1111111111111111 });
    expect(sheets[0]?.rows[0]?.cells[1]).toMatchObject({ kind: 'text' });
  });

  test('a number format of nothing but opening brackets', async () => {
    const styles = stylesXml('['.repeat(LONG));
    const { sheets } = await openRows('<row><c s="1"><v>46752</v></c></row>', { 'xl/styles.xml': styles });
    expect(shownRows(sheets[0])).toEqual(['1 #46752']);
  });

  test('thousands of sheets, relations and parts that don’t match', async () => {
    const count = 15_000;
    const each = (make: (at: number) => string): string =>
      Array.from({ length: count }, (_, at) => make(at)).join('');
    const parts = workbookParts('', {
      'xl/workbook.xml': `<workbook><sheets>${each((at) => `<sheet name="${at}" id="none${at}"/>`)}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<R>${each((at) => `<Relationship Id="r${at}" Type="x/worksheet" Target="No${at}.xml"/>`)}</R>`,
    });
    for (let at = 0; at < count; at++) parts[`xl/${at}`] = '';
    expect((await failure(zipOf(parts, false).then(openBytes))).code).toBe('damaged');
  });

  test('text of nothing but quotes, of stray quotes, of one long line', async () => {
    expect((await failure(openBytes('"'.repeat(LONG + 1), 'a.csv'))).code).toBe('open-quote');
    const stray = await openBytes('"a"b,'.repeat(LONG / 5), 'a.csv');
    expect(stray.sheets[0]?.rows[0]?.cells).toHaveLength(LONG / 5);
    const lines = await openBytes('"a"b\n'.repeat(LONG / 5), 'a.csv');
    expect(lines.sheets[0]?.rows).toHaveLength(LONG / 5);
    expect((await openBytes('x'.repeat(LONG), 'a.csv')).sheets[0]?.rows).toHaveLength(1);
  });

  test('a comment that never ends', async () => {
    const sheet = `${sheetXml('<row><c><v>1</v></c></row>')}<!--${'- '.repeat(LONG * 3)}`;
    expect((await failure(zipOf(workbookParts(sheet), false).then(openBytes))).code).toBe('damaged');
  });
});
