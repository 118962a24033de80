import { describe, expect, test } from 'vitest';
import {
  failure,
  openBytes,
  openRows,
  sheetXml,
  stringsXml,
  stylesXml,
  workbookParts,
  zipOf,
  type Parts,
} from '../made-workbook';
import { shownRows } from '../shown';

const rowsOf = async (rows: string, parts: Parts = {}): Promise<string[]> =>
  shownRows((await openRows(rows, parts)).sheets[0]);
const strings = (...items: string[]): Parts => ({ 'xl/sharedStrings.xml': stringsXml(...items) });
const styles = (...formats: string[]): Parts => ({ 'xl/styles.xml': stylesXml(...formats) });
const date1904: Parts = {
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
};

describe('cells', () => {
  test('numbers, yes and no, errors, texts', async () => {
    expect(
      await rowsOf(
        '<row r="1"><c r="A1"><v>007</v></c><c r="B1" t="n"><v>0.10000000000000001</v></c><c r="C1"><v>1.861919999E12</v></c><c r="D1"><v>-3</v></c>' +
          '<c r="E1" t="b"><v>1</v></c><c r="F1" t="b"><v>0</v></c><c r="G1" t="e"><v>#REF!</v></c><c r="H1" t="str"><v>007</v></c><c r="I1"><v>12345678901234567890</v></c></row>',
      ),
    ).toEqual(['1 #7|#0.1|#1861919999000|#-3|!TRUE|!FALSE|!#REF!|007|#12345678901234567000']);
  });

  test('what claims to be a number and is none stays text', async () => {
    expect(
      await rowsOf(
        '<row r="1"><c r="A1"><v>12 pieces</v></c><c r="B1"><v>0x10</v></c><c r="C1"><v>1e999</v></c></row>',
      ),
    ).toEqual(['1 12 pieces|0x10|1e999']);
  });

  test('text is joined of its runs, without phonetic readings, spaces kept', async () => {
    expect(
      await rowsOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line </t></r><rPh sb="0" eb="1"><t>READING</t></rPh></is></c></row>',
        strings(
          '<r><t>東京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/><r><t>支店</t></r>',
          '<t xml:space="preserve"> a  b </t>',
        ),
      ),
    ).toEqual(['1 東京支店| a  b |in line ']);
  });

  test('signs that XML writes in other ways', async () => {
    expect(
      await rowsOf(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>A&amp;B &lt;&gt;&quot;&apos; &#228;&#x1F600; &amp;amp;</t></is></c><c r="B1" t="inlineStr"><is><t><![CDATA[a<b&amp;c]]></t></is></c>' +
          '<c r="C1" t="inlineStr"><is><t>x_x000D_y_x005F_x0041_</t></is></c><c r="D1" t="inlineStr"><is><t>one\r\ntwo</t></is></c><c r="E1"><v>1<!-- no -->2</v></c></row>',
      ),
    ).toEqual(['1 A&B <>"\' ä😀 &amp;|a<b&amp;c|x\ry_x0041_|one\ntwo|#12']);
  });

  test('a sign that XML does not know is left as it stands', async () => {
    expect(
      await rowsOf(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&eacute;|&constructor;|&toString;</t></is></c></row>',
      ),
    ).toEqual(['1 &eacute;|&constructor;|&toString;']);
  });

  test('a formula is read by its result, and named when there is none', async () => {
    expect(
      await rowsOf(
        '<row r="1"><c r="A1"><f>B1*2</f><v>480</v></c><c r="B1"><f>SUM(C1:C2)</f></c><c r="C1"><f>A1&amp;"&lt;"</f><v/></c><c r="D1" t="str"><f>""</f><v></v></c>' +
          '<c r="E1"><f t="shared" si="0"/></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1" t="b"><f>TRUE()</f><v>1</v></c></row>',
      ),
    ).toEqual(['1 #480|=SUM(C1:C2)|=A1&"<"||=…|!#DIV/0!|!TRUE']);
  });

  test('answers of a formula that LibreOffice saves as numbers', async () => {
    expect(
      await rowsOf(
        '<row r="1"><c r="A1" s="1" t="n"><f>TRUE()</f><v>1</v></c><c r="B1" s="1"><v>0</v></c><c r="C1" s="1"><v>2</v></c><c r="D1" s="2"><v>1</v></c></row>',
        styles('"WAHR";"WAHR";"FALSCH"', '"Stück";"Stück";"Stück"'),
      ),
    ).toEqual(['1 !TRUE|!FALSE|#2|#1']);
  });
});

describe('dates', () => {
  const cells =
    '<row r="1"><c r="A1" s="1"><v>46752</v></c><c r="B1" s="1"><v>46752.5</v></c><c r="C1" s="1"><v>46751.99999</v></c><c r="D1" s="1"><v>0.75</v></c><c r="E1" s="1"><v>-1</v></c><c r="F1"><v>46752</v></c><c r="G1" s="1"><v>60</v></c><c r="H1" s="1"><v>61</v></c><c r="I1" s="1"><v>2958465</v></c><c r="J1" s="1"><v>2958466</v></c></row>';

  test('in the 1900 system', async () => {
    expect(await rowsOf(cells, styles('dd/mm/yyyy'))).toEqual([
      '1 @2027-12-31|@2027-12-31T12:00:00|@2027-12-30T23:59:59|#0.75|#-1|#46752|#60|@1900-03-01|@9999-12-31|#2958466',
    ]);
  });

  test('in the 1904 system', async () => {
    const row =
      '<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>45290</v></c><c r="C1" s="1"><v>0.5</v></c><c r="D1" s="1"><v>2957003.5</v></c><c r="E1" s="1"><v>2957004</v></c></row>';
    expect(await rowsOf(row, { ...styles('yyyy-mm-dd'), ...date1904 })).toEqual([
      '1 @1904-01-01|@2027-12-31|@1904-01-01T12:00:00|@9999-12-31T12:00:00|#2957004',
    ]);
  });

  test('written as text (t="d"), whichever the system', async () => {
    const row =
      '<row r="1"><c r="A1" t="d"><v>2027-12-31</v></c><c r="B1" t="d"><v>2027-12-31T00:00:00.000Z</v></c><c r="C1" t="d"><v>2027-12-31T23:59</v></c><c r="D1" t="d"><v>2027-02-31</v></c><c r="E1" t="d"><v>08:30:00</v></c></row>';
    const read = ['1 @2027-12-31|@2027-12-31|@2027-12-31T23:59:00|2027-02-31|08:30:00'];
    expect(await rowsOf(row)).toEqual(read);
    expect(await rowsOf(row, date1904)).toEqual(read);
  });

  test.each([
    ['d.m.yy', true],
    ['[$-407]dddd, d. mmmm yyyy;@', true],
    ['yyyy"年"m"月"d"日"', true],
    ['[Red]0.00', false],
    ['#,##0.00 "days"', false],
    ['0.00\\d', false],
    ['[h]:mm:ss', false],
    ['hh:mm AM/PM', false],
    ['General', false],
    ['#,##0_d', false],
  ])('the format %s shows a date: %s', async (format, isDate) => {
    const [row] = await rowsOf('<row r="1"><c r="A1" s="1"><v>46752</v></c></row>', styles(format));
    expect(row).toBe(isDate ? '1 @2027-12-31' : '1 #46752');
  });

  test.each([
    ['mmm-yy', '2027-12'],
    ['[$-409]mmmm yyyy', '2027-12'],
    ['yyyy"年"m"月"', '2027-12'],
    ['mmm', '2027-12'],
    ['yyyy', '2027'],
  ])(
    'the format %s shows no day, so the cell is %s and nothing is made of the first of the month',
    async (format, shown) => {
      const [row] = await rowsOf('<row r="1"><c r="A1" s="1"><v>46722</v></c></row>', styles(format));
      expect(row).toBe(`1 ${shown}`);
    },
  );

  test('built-in formats, also those of East Asia', async () => {
    const styled = (id: number): Parts => ({
      'xl/styles.xml': `<styleSheet><cellXfs><xf numFmtId="${id}"/></cellXfs></styleSheet>`,
    });
    const row = '<row r="1"><c r="A1"><v>46752</v></c></row>';
    expect(await rowsOf(row, styled(14))).toEqual(['1 @2027-12-31']);
    expect(await rowsOf(row, styled(57))).toEqual(['1 @2027-12-31']);
    expect(await rowsOf(row, styled(20))).toEqual(['1 #46752']);
    expect(await rowsOf(row, styled(17))).toEqual(['1 2027-12']);
  });
});

describe('where a cell is', () => {
  test('rows and cells that don’t say where they are follow one another', async () => {
    expect(
      await rowsOf(
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row><row r="9"><c><v>5</v></c></row>',
      ),
    ).toEqual(['1 #1|||#2|#3', '3 #4', '9 #5']);
  });

  test('a row without a number takes that of its cells', async () => {
    expect(await rowsOf('<row><c r="B7"><v>1</v></c></row><row><c><v>2</v></c></row>')).toEqual([
      '7 |#1',
      '8 #2',
    ]);
  });

  test('rows out of order are put in order; blank ones are left out', async () => {
    expect(
      await rowsOf(
        '<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3" s="0"/><c r="B3" t="inlineStr"><is><t>  </t></is></c></row>',
      ),
    ).toEqual(['2 #2', '5 #5']);
  });

  test('XML with a prefix, other spelling of tags, and parts with unusual names', async () => {
    const sheet =
      '<?xml version="1.0"?><!-- made by hand --><x:worksheet xmlns:x="m">\n <x:sheetData >\n <x:row r = \'2\' a="1>0" >\n <x:c  r=\'B2\'  t="s" ><x:v >0</x:v ></x:c><x:c r="C2"/></x:row>\n</x:sheetData ></x:worksheet>\n';
    const parts = workbookParts(sheet, {
      '_rels/.rels':
        '<r:Relationships xmlns:r="p"><r:Relationship Id="a" Type="x/officeDocument" Target="/book/Main.xml"/></r:Relationships>',
      'book/Main.xml':
        '<x:workbook xmlns:x="m" xmlns:rel="r"><x:sheets><x:sheet name="A &amp; B" sheetId="7" rel:id="s"/></x:sheets></x:workbook>',
      'book/_rels/Main.xml.rels':
        '<Relationships><Relationship Target="/strange%20place/Tab 1.XML" Id="s" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/><Relationship Id="t" Type="x/sharedStrings" Target="../Texts.xml"/></Relationships>',
      'strange place/tab 1.xml': sheet,
      'texts.xml': '<x:sst xmlns:x="m"><x:si><x:t>found</x:t></x:si></x:sst>',
      'xl/worksheets/sheet1.xml': null,
    });
    const { sheets } = await openBytes(await zipOf(parts));
    expect(sheets.map((one) => one.name)).toEqual(['A & B']);
    expect(shownRows(sheets[0])).toEqual(['2 |found']);
  });

  test('a part in UTF-16, and one that is stored without compression', async () => {
    const sheet = `\uFEFF${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>Zürich 厦门</t></is></c></row>')}`;
    const bytes = await zipOf(workbookParts(Buffer.from(sheet, 'utf16le')), false);
    expect(shownRows((await openBytes(bytes)).sheets[0])).toEqual(['1 Zürich 厦门']);
  });

  test('characters of several bytes are whole wherever the file is cut while it is read', async () => {
    const name = '厦门€😀ü'.repeat(400);
    const rows = Array.from(
      { length: 600 },
      (_, at) => `<row><c t="inlineStr"><is><t>${name}${at}</t></is></c></row>`,
    );
    const read = (await openRows(rows.join(''))).sheets[0]?.rows ?? [];
    expect(read).toHaveLength(600);
    expect(read.every(({ cells }, at) => cells[0]?.kind === 'text' && cells[0].text === `${name}${at}`)).toBe(
      true,
    );
  });
});

describe('hidden and merged', () => {
  const hiddenSheet = async (after: string, before = ''): ReturnType<typeof openBytes> =>
    openBytes(
      await zipOf(
        workbookParts(
          sheetXml(
            '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2" hidden="1"><c r="A2"><v>4</v></c></row><row r="4"><c r="B4"><v>5</v></c></row>',
            { before, after },
          ),
        ),
      ),
    );

  test('hidden rows and hidden columns that hold something are said', async () => {
    const { sheets } = await hiddenSheet(
      '',
      '<cols><col min="2" max="2" hidden="1"/><col min="3" max="3" hidden="0"/><col min="4" max="16384" hidden="true"/></cols>',
    );
    expect(shownRows(sheets[0])).toEqual(['1 #1|#2|#3', '2~ #4', '4 |#5']);
    expect(sheets[0]?.hiddenColumns).toEqual([1]);
  });

  test('a value merged over rows is every row’s; nothing is spread over columns or into blank rows', async () => {
    const { sheets } = await hiddenSheet(
      '<mergeCells><mergeCell ref="C1:C9"/><mergeCell ref="A1:A2"/><mergeCell ref="D1:D4"/><mergeCell ref="B4:C4"/><mergeCell ref="nonsense"/></mergeCells>',
    );
    expect(shownRows(sheets[0])).toEqual(['1 #1|#2|#3', '2~ #4||#3', '4 |#5|#3']);
    expect(sheets[0]?.merged).toEqual([
      { top: 1, bottom: 9, left: 2, right: 2 },
      { top: 1, bottom: 2, left: 0, right: 0 },
    ]);
  });
});

describe('a sheet that contradicts itself is damaged', () => {
  test.each([
    ['a shared string that isn’t there', '<row r="1"><c r="A1" t="s"><v>5</v></c></row>'],
    ['a shared string that is no number', '<row r="1"><c r="A1" t="s"><v>x</v></c></row>'],
    ['the same row twice', '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>1</v></c></row>'],
    ['the same cell twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['a cell in another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['no cell reference', '<row r="1"><c r="11"><v>1</v></c></row>'],
    ['a column beyond the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>'],
    ['row 0', '<row r="0"><c><v>1</v></c></row>'],
    ['tags that don’t nest', '<row r="1"><c r="A1"><v>1</c></v></row>'],
    ['a tag that never ends', '<row r="1"><c r="A1'],
  ])('%s', async (_what, rows) => {
    const { code, message } = await failure(openRows(rows, strings('<t>only</t>')));
    expect(code).toBe('damaged');
    expect(message).toBe(
      '"orders.xlsx" is damaged or incomplete (in xl/worksheets/sheet1.xml). Ask for it again, or open it in Excel and save it anew.',
    );
  });
});
