import { readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { openSheetFile, type TextDialect } from '../../app/sheets';
import { shown, shownRows } from './shown';

const FOLDER = path.join(import.meta.dirname, '..', 'fixtures', 'sheets');
const open = (name: string): ReturnType<typeof openSheetFile> => openSheetFile(path.join(FOLDER, name));

describe('sheets as they arrive', () => {
  test('a customer’s own form', async () => {
    const file = await open('northwind-order-form.xlsx');
    expect(file).toMatchObject({
      name: 'northwind-order-form.xlsx',
      format: 'workbook',
      dialect: null,
      sha256: '21824041859c36a17f211bc30705a09a8cfbf040bc5311945edaf69ead45939e',
    });
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Bestellung Q1', false],
      ['Instructions', false],
    ]);
    expect(shownRows(file.sheets[0])).toEqual([
      '1 |Northwind Telecom: PBX order form',
      '2 |Please return by the 25th',
      '3 |Questions? orders@northwind.example',
      '5 |Order no.|PBX name*|Subscription plan*|No. of\nextensions*|Concurrent calls*|Call recording?|Recording minutes|Region|Sub-domain*|Domain|Trial / Commercial|Expiry date|Keep running after expiry?|Firmware|Customer IDs|Firmware upgrade by PBX admin|Internal chat (IM)|Passwordless login|…for our staff|Template|Price (EUR)|Remarks',
      '6 |#1001|Harbour Clinic|Enterprise|#40|#20|Yes|#2000|Asia Pacific(Singapore)|harbour-clinic|test.yeastarcloud.com|Commercial|@2028-01-31|Yes|84.12.0.32|50086182, 50429564|Yes|Yes|Yes|No||#480|VIP',
      '7 |#1002| Lakeside School |Ultimate Plan|120|#60|No|#0|Asia Pacific(Singapore)|Lakeside|test.yeastarcloud.com|commercial|@2027-06-30|No|84.12.0.32|#50086182|Yes|Yes|No|No||#1440',
      '8 |#1003|Old Mill Hotel|Enterprize Plan|#15|#8|Y|#500|Singapore|old mill|test.yeastarcloud.com|Trial|@2025-12-09||84.12.0.32|50086182|On|On|Off|Off||#180|trial first',
      '9 |#1004|City Library|Enterprise Plan|#30|#15|Enabled|1,500|Mars|city-library|nowhere.example|Commercial|2026-02-31|yes|84.12.0.32|abc|Yes|Yes|Yes|Yes||!#REF!',
      '10 |#1005|Harbour Clinic 2|Enterprise Plan|#30|#15|Yes|#500|Asia Pacific(Singapore)|harbour-clinic|test.yeastarcloud.com|Commercial|||84.12.0.32|50086182|Yes|Yes|Yes|Yes||#360|same sub-domain as 1001',
      '13 ||Total||#235',
    ]);
    expect(shownRows(file.sheets[1])).toEqual(['1 Fill in the yellow cells only.']);
  });

  test('a German reseller’s sheet', async () => {
    const file = await open('reseller-de.csv');
    expect(file.dialect).toEqual(dialect({ encoding: 'windows-1252', delimiter: ';' }));
    expect(shownRows(file.sheets[0])).toEqual([
      '1 Kunde / PBX-Name|Tarif|Nebenstellen|Gleichzeitige Gespräche|Aufzeichnung|Minuten|Region|Subdomain|Domain|Art|Ablaufdatum|Weiterbetrieb nach Ablauf|Firmware|Kunden-ID|Upgrade in PBX|Chat|Passwortloses Login|Passwortloses Login (übergeordnet)|Bemerkung',
      '2 Müller & Söhne GmbH|Enterprise Plan|25|10|Ja|1.000|Asia Pacific (Singapore)|mueller-soehne|test.yeastarcloud.com|Commercial|31.12.2027|Ja|84.12.0.32|50086182|Ja|Ja|Nein|Nein|eilig; bitte bis Freitag',
      '3 Bäckerei Groß|Ultimate|1.250|300|Nein|0|Asia Pacific (Singapore)|baeckerei-gross|test.yeastarcloud.com|Commercial|||84.12.0.32|50086182 / 50429564|Ja|Ja|Ja|Ja',
      '4 "Zum Löwen" KG|enterprise plan|12|6|Ja|500|Singapore|zum_loewen|test.yeastarcloud.com|Testversion|01.02.2027||84.12.0.32|50086182|Ja|Ja|Nein|Nein',
    ]);
  });

  test('a Chinese sheet in GBK', async () => {
    const file = await open('order-zh-gbk.csv');
    expect(file.dialect).toEqual(dialect({ encoding: 'gb18030', lineEnd: '\n' }));
    expect(shownRows(file.sheets[0])).toEqual([
      '1 PBX 名称|订阅服务|分机数|并发数|通话录音|录音分钟数|区域 ID|子域名|域名 ID|PBX 类型|过期时间|过期后仍可用|固件版本 ID|客户 ID|从 PBX 端升级|聊天|免密登录|上级免密登录',
      '2 厦门测试一号|企业版|20|10|启用|500|4|xiamen-1|4|商用|2027-12-31|是|764|50086182|启用|启用|启用|启用',
      '3 厦门测试二号|旗舰版|50|25|禁用|0|4|xiamen-2|4|试用|2027/6/30|否|764|50086182；50429564|启用|禁用|禁用|禁用',
    ]);
  });

  test.each([
    ['clean.csv', dialect({}), 13, 'utf-8'],
    ['half-done.csv', dialect({ byteOrderMark: true }), 7, 'utf-8'],
    ['one-of-each-error.csv', dialect({ lineEnd: '\n' }), 17, 'utf-8'],
    [
      'unicode-text.txt',
      dialect({ encoding: 'utf-16le', byteOrderMark: true, delimiter: '\t' }),
      5,
      'utf-16le',
    ],
    ['reseller-de.csv', dialect({ encoding: 'windows-1252', delimiter: ';' }), 4, 'windows-1252'],
    ['order-zh-gbk.csv', dialect({ encoding: 'gb18030', lineEnd: '\n' }), 3, 'gb18030'],
  ])('%s has the cells another reader finds in it, every one', async (name, expected, count, encoding) => {
    const file = await open(name);
    expect(file.dialect).toEqual(expected);
    expect(file.sheets[0]?.rows).toHaveLength(count);
    const text = iconv.decode(readFileSync(path.join(FOLDER, name)), encoding);
    const { data } = Papa.parse<string[]>(text, { delimiter: expected.delimiter, skipEmptyLines: true });
    expect(file.sheets[0]?.rows.map((row) => row.row)).toEqual(data.map((_row, at) => at + 1));
    const cells = (file.sheets[0]?.rows ?? []).map((row) => row.cells.map(shown));
    expect(cells).toEqual(data.map(withoutEmptyEnd));
  });
});

function dialect(changes: Partial<TextDialect>): TextDialect {
  return {
    encoding: 'utf-8',
    byteOrderMark: false,
    delimiter: ',',
    lineEnd: '\r\n',
    separatorLine: false,
    ...changes,
  };
}

const withoutEmptyEnd = (fields: readonly string[]): string[] =>
  fields.slice(0, fields.findLastIndex((field) => field !== '') + 1);
