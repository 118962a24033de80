import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { partsOf } from './packages';
import { sheetXml } from './plain-workbook';
import { HEADINGS, inline, withResult } from './results-of';

describe('a table', () => {
  const sheet = sheetXml(
    `<row r="1">${inline('A1', 'name')}${inline('B1', 'plan')}</row><row r="2">${inline('A2', 'Acme')}</row><row r="3">${inline('A3', 'Zenith')}</row>`,
    { after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' },
  );
  const tableXml = (attributes: string, columns = ['name', 'plan']): string =>
    `<?xml version="1.0"?><table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="4" name="T" displayName="T" ${attributes}><autoFilter ref="A1:B3"/><tableColumns count="${columns.length}">${columns.map((name, at) => `<tableColumn id="${at + 3}" name="${name}"/>`).join('')}</tableColumns><tableStyleInfo name="TableStyleMedium2"/></table>`;
  const withTable = (table: string) =>
    withResult(
      sheet,
      {},
      {
        more: {
          'xl/tables/table1.xml': table,
          'xl/worksheets/_rels/sheet1.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
        },
        overrides:
          '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>',
      },
    );

  test('grows by the results beside it, so that sorting it takes them along', async () => {
    const { result, rows } = await withTable(tableXml('ref="A1:B3"'));
    const table = String((await partsOf(result)).get('xl/tables/table1.xml'));
    expect(table).toContain('ref="A1:G3"><autoFilter ref="A1:G3"/><tableColumns count="7">');
    const ids = [...table.matchAll(/<tableColumn id="(\d+)" name="(\w+)"/g)].map(([, id, name]) => [
      id,
      name,
    ]);
    expect(ids).toEqual([
      ['3', 'name'],
      ['4', 'plan'],
      ['5', 'status'],
      ['6', 'cloudPbxId'],
      ['7', 'requestId'],
      ['8', 'error'],
      ['9', 'processedAt'],
    ]);
    expect(rows[1]?.slice(2)).toEqual(HEADINGS);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(result);
    expect(workbook.worksheets[0]?.getTables()).toHaveLength(1);
  });

  test.each([
    ['belongs to a query', tableXml('ref="A1:B3" tableType="queryTable"')],
    ['is elsewhere', tableXml('ref="A1:A3"', ['name'])],
    ['has such a column', tableXml('ref="A1:B3"', ['name', 'Status'])],
    ['has no headings', tableXml('ref="A1:B3" headerRowCount="0"')],
  ])('stays as it is when it %s', async (_name, table) => {
    const { result } = await withTable(table);
    expect(String((await partsOf(result)).get('xl/tables/table1.xml'))).toBe(table);
  });
});
