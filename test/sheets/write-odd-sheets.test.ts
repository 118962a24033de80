import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shownByOffice } from './office';
import { partsOf, writePackage } from './packages';
import { plainWorkbook, sheetXml } from './plain-workbook';
import { created, CREATED, freshFolder, HEADINGS, inline, resultsOf, withResult } from './results-of';

describe('sheets as programs really write them', () => {
  const HEADING = `<row r="1">${inline('A1', 'name')}${inline('B1', 'plan')}</row>`;
  const EXPECTED = { 1: ['name', 'plan', ...HEADINGS], 2: ['Acme', '#7', ...CREATED] };
  const XMLNS = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

  test.each<[string, string | Buffer]>([
    ['plain', sheetXml(`${HEADING}<row r="2">${inline('A2', 'Acme')}<c r="B2"><v>7</v></c></row>`)],
    [
      'without cell references',
      sheetXml(
        `<row>${inline('', 'name')}${inline('', 'plan')}</row><row>${inline('', 'Acme')}<c><v>7</v></c></row>`,
      ),
    ],
    [
      'with row numbers in the cells alone',
      sheetXml(
        `<row>${inline('A1', 'name')}${inline('B1', 'plan')}</row><row>${inline('A2', 'Acme')}<c r="B2"><v>7</v></c></row>`,
      ),
    ],
    [
      'single quotes and line breaks in tags',
      sheetXml(
        `${HEADING}<row\n r='2'\n><c r='A2' t='inlineStr'\n><is><t>Acme</t></is></c\n><c\tr='B2'><v>7</v></c></row\n>`,
      ),
    ],
    [
      'a prefix',
      `<?xml version="1.0"?><x:worksheet ${XMLNS}><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>name</x:t></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>plan</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>Acme</x:t></x:is></x:c><x:c r="B2"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    ],
    [
      'a byte-order mark',
      Buffer.from(
        `\ufeff${sheetXml(`${HEADING}<row r="2">${inline('A2', 'Acme')}<c r="B2"><v>7</v></c></row>`)}`,
      ),
    ],
    [
      'UTF-16',
      Buffer.from(
        `\ufeff${sheetXml(`${HEADING}<row r="2">${inline('A2', 'Acme')}<c r="B2"><v>7</v></c></row>`).replace('UTF-8', 'UTF-16')}`,
        'utf16le',
      ),
    ],
    [
      'empty styled cells to the right',
      sheetXml(
        `<row r="1">${inline('A1', 'name')}${inline('B1', 'plan')}<c r="C1" s="1"/><c r="D1" s="1"></c><c r="XFD1" s="1"/></row><row r="2">${inline('A2', 'Acme')}<c r="B2"><v>7</v></c><c r="E2" s="2"/><c r="K2" s="2"/></row>`,
      ),
    ],
    [
      'comments and raw text that look like rows',
      sheetXml(
        `<!-- > <row r="2"><c r="A2"/></row> --><row r="1">${inline('A1', 'name')}<!-- <c r="Q1"><v>1</v></c></row> -->${inline('B1', '<![CDATA[plan]]>')}</row><row r="2">${inline('A2', '<![CDATA[Acme]]>')}<c r="B2"><v>7</v></c></row><!-- > </sheetData> -->`,
      ),
    ],
    [
      'a greater-than sign in an attribute',
      sheetXml(
        `${HEADING}<row r="2" x:note="a /> b" xmlns:x="urn:x">${inline('A2', 'Acme')}<c r="B2"><v>7</v></c></row>`,
      ),
    ],
  ])('%s', async (_name, sheet) => {
    const { rows } = await withResult(sheet);
    expect(rows).toEqual(EXPECTED);
  });

  test('a row that is there without cells, and rows that are not there', async () => {
    const sheet = sheetXml(`${HEADING}<row r="2" spans="1:2"/><row r="5">${inline('A5', 'Acme')}</row>`);
    const { rows, part } = await withResult(sheet, { rows: [created(2), created(4), created(7)] });
    expect(rows[2]).toEqual(['', '', ...CREATED]);
    expect(rows[4]).toEqual(['', '', ...CREATED]);
    expect(rows[5]).toEqual(['Acme']);
    expect(rows[7]).toEqual(['', '', ...CREATED]);
    expect([...part.matchAll(/<row r="(\d+)"/g)].map((match) => match[1])).toEqual(['1', '2', '4', '5', '7']);
    expect(part).toContain('<row r="2" spans="1:7">');
  });

  test('nothing is put into a comment that looks like the end', async () => {
    const sheet = sheetXml(`${HEADING}<!-- > </sheetData> --><row r="2">${inline('A2', 'Acme')}</row>`);
    const { rows } = await withResult(sheet, { rows: [created(2), created(3)] });
    expect(rows[2]).toEqual(['Acme', '', ...CREATED]);
    expect(rows[3]).toEqual(['', '', ...CREATED]);
  });

  test('row numbers that only the cells tell, with a gap', async () => {
    const sheet = sheetXml(
      `${HEADING}<row>${inline('A4', 'Acme')}</row><row>${inline('A5', 'Zenith')}</row>`,
    );
    const { rows } = await withResult(sheet, { rows: [created(4)] });
    expect(rows[4]).toEqual(['Acme', '', ...CREATED]);
    expect(rows[5]).toEqual(['Zenith']);
  });

  test('headings look like the last one even where cells were waiting with another style', async () => {
    const sheet = sheetXml(
      `<row r="1">${inline('A1', 'name').replace('<c', '<c s="1"')}<c r="B1" s="2"/></row><row r="2">${inline('A2', 'Acme')}<c r="B2" s="3"/></row>`,
    );
    const { part } = await withResult(sheet);
    for (const cell of ['B1', 'C1', 'F1']) expect(part).toContain(`<c r="${cell}" s="1" t="inlineStr">`);
    expect(part).toContain('<c r="B2" s="3" t="inlineStr">');
    expect(part).toContain('<c r="C2" t="inlineStr">');
  });

  test('a sheet without any cell', async () => {
    const empty = sheetXml('').replace('<sheetData></sheetData>', '<sheetData/>');
    const { rows } = await withResult(empty);
    expect(rows).toEqual({ 1: HEADINGS, 2: CREATED });
  });

  test('columns after the last used one of any row, and past cells merged with it', async () => {
    const row = `<row r="2">${inline('A2', 'Acme')}${inline('D2', 'see below')}<c r="E2" s="1"/></row>`;
    const merged = ['A1:B1', 'D2:F2', 'A2:XFD2', 'C30:Z30']
      .map((ref) => `<mergeCell ref="${ref}"/>`)
      .join('');
    const { rows } = await withResult(
      sheetXml(HEADING + row, { after: `<mergeCells>${merged}</mergeCells>` }),
    );
    expect(rows[1]).toEqual(['name', 'plan', '', '', '', '', ...HEADINGS]);
  });

  test('a sheet part with an odd name and place, chosen by the sheet’s name', async () => {
    const sheet = sheetXml(`${HEADING}<row r="2">${inline('A2', 'Acme')}</row>`);
    const { rows } = await withResult(
      sheet,
      { sheetName: 'Süd & Co' },
      { sheetName: 'Süd &amp; Co', sheetPart: 'odd/Tab One.xml' },
    );
    expect(rows[2]?.slice(2)).toEqual(CREATED);
  });

  test('a sheet without room for five columns', async () => {
    const sheet = sheetXml(`${HEADING}<row r="2">${inline('XFB2', 'Acme')}</row>`);
    await expect(withResult(sheet)).rejects.toMatchObject({ code: 'cannot-write' });
  });

  test.each([
    ['ends early', sheetXml(HEADING).slice(0, -40)],
    ['has no rows to speak of', sheetXml('').replace(/<sheetData>.*<\/sheetData>/, '')],
  ])('a damaged sheet that %s is not written', async (_name, broken) => {
    const source = path.join(await freshFolder(), 'orders.xlsx');
    await writePackage(source, plainWorkbook({ sheet: broken }));
    await expect(resultsOf(source, { rows: [created(2)], sheetName: 'Orders' })).rejects.toMatchObject({
      code: 'damaged',
    });
  });
});

test('a workbook of which another part can’t be unpacked is not written, and nothing crashes', async () => {
  const folder = await freshFolder();
  const source = path.join(folder, 'orders.xlsx');
  const noise = Array.from({ length: 3000 }, (_, at) => String(at * at)).join();
  const sheet = sheetXml(`<row r="1">${inline('A1', 'name')}</row>`);
  await writePackage(source, plainWorkbook({ sheet, more: { 'xl/extra.xml': noise } }));
  const bytes = await readFile(source);
  const at = bytes.indexOf('xl/extra.xml');
  await writeFile(
    source,
    Buffer.concat([bytes.subarray(0, at + 300), Buffer.alloc(60, 0xff), bytes.subarray(at + 360)]),
  );
  await expect(resultsOf(source, { rows: [created(2)] })).rejects.toMatchObject({
    code: 'damaged',
    facts: { part: 'xl/extra.xml' },
  });
  expect(await readdir(folder)).toEqual(['orders.xlsx']);
});

describe('a sheet that has result columns', () => {
  const columns = { status: 0, cloudPbxId: 2 };
  const heading = `<row r="1">${inline('A1', 'Status')}${inline('B1', 'name')}${inline('C1', 'cloudPbxId')}</row>`;

  test('gets them filled in amid the others, its styles kept, and the rest added', async () => {
    const row = `<row r="2"><c r="A2" s="3" t="s" cm="1"><v>0</v></c>${inline('B2', 'Acme')}<c r="C2" s="2"><v>4.21E4</v></c></row>`;
    const { rows, part } = await withResult(sheetXml(heading + row), { columns }, { strings: ['sending'] });
    expect(rows).toEqual({
      1: ['Status', 'name', 'cloudPbxId', 'requestId', 'error', 'processedAt'],
      2: ['created', 'Acme', '4210042100421', CREATED[2], '', CREATED[4]],
    });
    expect(part).toContain('<c r="A2" s="3" t="inlineStr">');
    expect(part).toContain('<c r="C2" s="2" t="inlineStr">');
    expect(part).not.toContain('cm=');
  });

  test('loses what an earlier run wrote when there is nothing to say now', async () => {
    const row = `<row r="2">${inline('A2', 'created')}${inline('B2', 'Acme')}<c r="C2" s="2"><v>42100</v></c></row><row r="3">${inline('A3', 'ready')}</row>`;
    const { rows } = await withResult(sheetXml(heading + row), {
      columns,
      rows: [created(2, { cloudPbxId: null, status: 'cancelled' })],
    });
    expect(rows[2]?.slice(0, 3)).toEqual(['cancelled', 'Acme', '']);
    expect(rows[3]).toEqual(['ready']);
  });

  test('has formulas there replaced so that no chain or shared formula is left hanging', async () => {
    const sheet = sheetXml(
      `${heading}<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2&amp;"x"</f><v>7</v></c>${inline('B2', 'Acme')}</row>` +
        `<row r="3"><c r="A3"><f t="shared" si="0"/><v>8</v></c>${inline('B3', 'Zenith')}<c r="C3"><f>1+1</f><v>2</v></c><c r="D3"><f t="shared" si="1" ref="D3">5</f><v>5</v></c></row>`,
    );
    const chain =
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A2" i="1"/><c r="A3"/></calcChain>';
    const { rows, part, result } = await withResult(
      sheet,
      { columns },
      {
        more: { 'xl/calcChain.xml': chain },
        overrides:
          '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>',
        workbookRelations:
          '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
      },
    );
    expect(rows[2]?.[0]).toBe('created');
    expect(rows[3]?.slice(0, 4)).toEqual(['#8', 'Zenith', '#2', '#5']);
    expect(part.match(/<f[ >]/g)).toHaveLength(2);
    const parts = await partsOf(result);
    expect(parts.has('xl/calcChain.xml')).toBe(false);
    expect(String(parts.get('[Content_Types].xml'))).not.toContain('calcChain');
    expect(String(parts.get('xl/_rels/workbook.xml.rels'))).not.toContain('calcChain');
    expect(await shownByOffice(result)).toHaveLength(1);
  });
});
