import { plainWorkbook, relationship, relationships, sheetXml } from './plain-workbook';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING = 'application/vnd.openxmlformats-officedocument';
const MICROSOFT = 'http://schemas.microsoft.com/office/2017/10/relationships';

/** A red dot of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const text = (cell: string, value: string, style = 0): string =>
  `<c r="${cell}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;

export const HEADER_ROW = 4;
/** Rows 5 to 7 are orders, row 8 is styled and empty, row 9 totals. Column D is the last used one. */
const ROWS = [
  `<row r="1" spans="1:4" ht="30" customHeight="1">${text('A1', 'PBX orders &amp; more', 1)}</row>`,
  `<row r="4" spans="1:4"><c r="A4" s="1" t="s"><v>0</v></c><c r="B4" s="1" t="s"><v>1</v></c><c r="C4" s="1" t="s"><v>2</v></c><c r="D4" s="1" t="s"><v>3</v></c></row>`,
  `<row r="5" spans="1:4">${text('A5', 'Acme', 3)}<c r="B5"><v>20</v></c><c r="C5" s="2"><v>46752</v></c><c r="D5"><f>B5*2</f><v>40</v></c></row>`,
  `<row r="6" spans="1:4" hidden="1">${text('A6', 'Björk 株式会社')}<c r="B6"><v>30</v></c><c r="C6" s="2"><v>46753</v></c><c r="D6"><f>B6*2</f><v>60</v></c></row>`,
  `<row r="7" spans="1:4">${text('A7', ' spaced ')}<c r="B7"><v>12.5</v></c><c r="C7" s="2"/><c r="D7"><f>B7*2</f><v>25</v></c></row>`,
  `<row r="8"><c r="A8" s="2"/><c r="D8" s="2"/><c r="E8" s="2"/></row>`,
  `<row r="9">${text('A9', 'Total', 1)}<c r="B9"><f>SUM(B5:B7)</f><v>62.5</v></c></row>`,
].join('\n');

const BEFORE = `<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:E9"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="1" ySplit="4" topLeftCell="B5" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B5" sqref="B5"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="24.7" customWidth="1"/><col min="4" max="16384" width="11" hidden="1" customWidth="1"/></cols>`;
const AFTER = `<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0"/><autoFilter ref="A4:D7"/><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><conditionalFormatting sqref="B5:B7"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>25</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="A5:A7"><formula1>"Acme,Zenith"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A5" r:id="rId1"/></hyperlinks><printOptions gridLines="1"/><pageMargins left="0.2" right="0.2" top="0.3" bottom="0.3" header="0.1" footer="0.1"/><pageSetup paperSize="9" orientation="landscape" r:id="rId2"/><headerFooter><oddFooter>&amp;LOrders&amp;RPage &amp;P</oddFooter></headerFooter><drawing r:id="rId3"/><legacyDrawing r:id="rId4"/>`;

const CHART = `${XML}<c:chartSpace ${C} ${A} ${R}><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Orders!$B$5:$B$7</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>20</c:v></c:pt><c:pt idx="1"><c:v>30</c:v></c:pt><c:pt idx="2"><c:v>12.5</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="111"/><c:axId val="112"/></c:barChart><c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="112"/></c:catAx><c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="111"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;
const anchor = (row: number, content: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 12}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${content}<xdr:clientData/></xdr:twoCellAnchor>`;
const DRAWINGS = `${XML}<xdr:wsDr ${XDR} ${A}>${anchor(11, `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart ${C} ${R} r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>`)}${anchor(25, `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Picture 1"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip ${R} r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`)}</xdr:wsDr>`;
const NOTE_SHAPE = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;width:108pt;height:59pt;visibility:hidden" fillcolor="#ffffe1"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 3, 2, 4, 31, 7, 1</x:Anchor><x:Row>4</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`;
const CACHE = `${XML}<pivotCacheDefinition ${MAIN} ${R} r:id="rId1" refreshedBy="x" refreshedDate="46000" createdVersion="6" refreshedVersion="6" recordCount="2"><cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="Data"/></cacheSource><cacheFields count="2"><cacheField name="plan" numFmtId="0"><sharedItems count="2"><s v="Enterprise"/><s v="Ultimate"/></sharedItems></cacheField><cacheField name="count" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="3" maxValue="4"/></cacheField></cacheFields></pivotCacheDefinition>`;
const PIVOT = `${XML}<pivotTableDefinition ${MAIN} name="PivotTable1" cacheId="1" dataCaption="Values" updatedVersion="6" minRefreshableVersion="3" createdVersion="6" indent="0" outline="1" outlineData="1"><location ref="D1:E4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="3"><i><x/></i><i><x v="1"/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Sum" fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>`;

/**
 * A workbook with macros (an .xlsm) and one of everything that libraries lose: a chart, a picture, a pivot table, a
 * table, a conditional format, a drop-down, a note with a thread, defined names, print settings, protection, custom XML,
 * document properties, a calculation chain, a second and a third sheet. Written by hand from ECMA-376.
 */
export function everythingWorkbook(): Map<string, string | Buffer> {
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="${type}"/>`;
  const parts = plainWorkbook({
    sheet: sheetXml(ROWS, { before: BEFORE, after: AFTER }),
    strings: ['name', 'extensionCapacity', 'expirationDate', 'twice'],
    workbookRelations:
      relationship('rId4', 'worksheet', 'worksheets/sheet2.xml') +
      relationship('rId5', 'calcChain', 'calcChain.xml') +
      relationship('rId6', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml') +
      `<Relationship Id="rId7" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>` +
      `<Relationship Id="rId8" Type="${MICROSOFT}/person" Target="persons/person.xml"/>` +
      relationship('rId9', 'customXml', '../customXml/item1.xml'),
    overrides: [
      '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      `<Default Extension="vml" ContentType="${DRAWING}.vmlDrawing"/>`,
      override('xl/worksheets/sheet2.xml', `${SHEET}.worksheet+xml`),
      override('xl/tables/table1.xml', `${SHEET}.table+xml`),
      override('xl/calcChain.xml', `${SHEET}.calcChain+xml`),
      override('xl/comments1.xml', `${SHEET}.comments+xml`),
      override('xl/pivotTables/pivotTable1.xml', `${SHEET}.pivotTable+xml`),
      override('xl/pivotCache/pivotCacheDefinition1.xml', `${SHEET}.pivotCacheDefinition+xml`),
      override('xl/pivotCache/pivotCacheRecords1.xml', `${SHEET}.pivotCacheRecords+xml`),
      override('xl/drawings/drawing1.xml', `${DRAWING}.drawing+xml`),
      override('xl/charts/chart1.xml', `${DRAWING}.drawingml.chart+xml`),
      override('xl/printerSettings/printerSettings1.bin', `${SHEET}.printerSettings`),
      override('xl/threadedComments/threadedComment1.xml', 'application/vnd.ms-excel.threadedcomments+xml'),
      override('xl/persons/person.xml', 'application/vnd.ms-excel.person+xml'),
      override('docProps/custom.xml', `${DRAWING}.custom-properties+xml`),
    ].join(''),
    more: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(
        relationship('rId1', 'hyperlink', 'https://example.com/').replace('/>', ' TargetMode="External"/>'),
        relationship('rId2', 'printerSettings', '../printerSettings/printerSettings1.bin'),
        relationship('rId3', 'drawing', '../drawings/drawing1.xml'),
        relationship('rId4', 'vmlDrawing', '../drawings/vmlDrawing1.vml'),
        relationship('rId5', 'comments', '../comments1.xml'),
        `<Relationship Id="rId6" Type="${MICROSOFT}/threadedComment" Target="../threadedComments/threadedComment1.xml"/>`,
      ),
      'xl/worksheets/sheet2.xml': sheetXml(
        `<row r="1">${text('A1', 'plan')}${text('B1', 'count')}${text('D1', 'plan')}${text('E1', 'Sum')}</row><row r="2">${text('A2', 'Enterprise')}<c r="B2"><v>3</v></c>${text('D2', 'Enterprise')}<c r="E2"><v>3</v></c></row><row r="3">${text('A3', 'Ultimate')}<c r="B3"><v>4</v></c>${text('D3', 'Ultimate')}<c r="E3"><v>4</v></c></row><row r="4">${text('D4', 'Grand Total')}<c r="E4"><v>7</v></c></row>`,
        { after: '<tableParts count="1"><tablePart r:id="rId2"/></tableParts>' },
      ),
      'xl/worksheets/_rels/sheet2.xml.rels': relationships(
        relationship('rId1', 'pivotTable', '../pivotTables/pivotTable1.xml'),
        relationship('rId2', 'table', '../tables/table1.xml'),
      ),
      'xl/tables/table1.xml': `${XML}<table ${MAIN} id="1" name="Plans" displayName="Plans" ref="A1:B3" totalsRowShown="0"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="plan"/><tableColumn id="2" name="count"/></tableColumns></table>`,
      'xl/pivotTables/pivotTable1.xml': PIVOT,
      'xl/pivotTables/_rels/pivotTable1.xml.rels': relationships(
        relationship('rId1', 'pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml'),
      ),
      'xl/pivotCache/pivotCacheDefinition1.xml': CACHE,
      'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relationships(
        relationship('rId1', 'pivotCacheRecords', 'pivotCacheRecords1.xml'),
      ),
      'xl/pivotCache/pivotCacheRecords1.xml': `${XML}<pivotCacheRecords ${MAIN} count="2"><r><x v="0"/><n v="3"/></r><r><x v="1"/><n v="4"/></r></pivotCacheRecords>`,
      'xl/drawings/drawing1.xml': DRAWINGS,
      'xl/drawings/_rels/drawing1.xml.rels': relationships(
        relationship('rId1', 'chart', '../charts/chart1.xml'),
        relationship('rId2', 'image', '../media/image1.png'),
      ),
      'xl/drawings/vmlDrawing1.vml': NOTE_SHAPE,
      'xl/charts/chart1.xml': CHART,
      'xl/media/image1.png': PICTURE,
      'xl/comments1.xml': `${XML}<comments ${MAIN}><authors><author>tc={0F8FAD5B-D9CB-469F-A165-70867728950E}</author></authors><commentList><comment ref="B5" authorId="0"><text><t>Twenty phones</t></text></comment></commentList></comments>`,
      'xl/threadedComments/threadedComment1.xml': `${XML}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B5" dT="2026-01-01T00:00:00.00" personId="{7C9E6679-7425-40DE-944B-E07FC1F90AE7}" id="{0F8FAD5B-D9CB-469F-A165-70867728950E}"><text>Twenty phones</text></threadedComment></ThreadedComments>`,
      'xl/persons/person.xml': `${XML}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Ann" id="{7C9E6679-7425-40DE-944B-E07FC1F90AE7}" userId="ann" providerId="None"/></personList>`,
      'xl/printerSettings/printerSettings1.bin': Buffer.from('printer settings, opaque \0\x01\x02'),
      'xl/vbaProject.bin': Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 73) % 256)),
      'xl/calcChain.xml': `${XML}<calcChain ${MAIN}><c r="D5" i="1"/><c r="D6"/><c r="D7"/><c r="B9"/></calcChain>`,
      'customXml/item1.xml': '<order xmlns="urn:example:order"><id>7</id></order>',
      'docProps/custom.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Customer"><vt:lpwstr>Northwind</vt:lpwstr></property></Properties>`,
    },
  });
  const change = (part: string, from: string, to: string): void => {
    const before = String(parts.get(part));
    if (!before.includes(from)) throw new Error(`${part} lacks ${from}`);
    parts.set(part, before.replace(from, to));
  };
  change(
    '[Content_Types].xml',
    `${SHEET}.sheet.main+xml`,
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  );
  change(
    'xl/workbook.xml',
    '</sheets></workbook>',
    `<sheet name="Data" sheetId="2" r:id="rId4"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Orders!$A$4:$D$7</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Orders!$A$1:$D$9</definedName><definedName name="Limit">Orders!$B$5</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rId6"/></pivotCaches></workbook>`,
  );
  change(
    'xl/styles.xml',
    '</styleSheet>',
    '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>',
  );
  change(
    '_rels/.rels',
    '</Relationships>',
    `${relationship('rId2', 'custom-properties', 'docProps/custom.xml')}</Relationships>`,
  );
  return parts;
}
