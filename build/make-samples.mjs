/** Writes samples/order-form.xlsx: a customer's own form, with a title, its own headings and two mistakes in it. */
import path from 'node:path';
import { setUp } from './setup.mjs';
import { main, ROOT, say } from './steps.mjs';

const SINGAPORE = 'Asia Pacific(Singapore)';
const DOMAIN = 'test.yeastarcloud.com';
const FIRMWARE = '84.12.0.32';
const day = (text) => new Date(`${text}T00:00:00Z`);

const COLUMNS = [
  ['Order no.', 10],
  ['PBX name*', 24],
  ['Subscription plan*', 18],
  ['No. of\nextensions*', 11],
  ['Concurrent calls*', 11],
  ['Call recording?', 11],
  ['Recording minutes', 11],
  ['Region', 24],
  ['Sub-domain*', 20],
  ['Domain', 24],
  ['Trial / Commercial', 13],
  ['Expiry date', 13],
  ['Keep running after expiry?', 13],
  ['Firmware', 12],
  ['Customer IDs', 22],
  ['Firmware upgrade by PBX admin', 14],
  ['Internal chat (IM)', 12],
  ['Passwordless login', 13],
  ['…for our staff', 13],
  ['Remarks', 28],
];

const ORDERS = [
  [
    'Anchor Insurance',
    'Enterprise',
    40,
    20,
    'Yes',
    2000,
    'anchor-insurance',
    'Commercial',
    day('2035-01-31'),
    'Yes',
    'head office first',
  ],
  [
    'Beacon Pharmacy',
    'Ultimate Plan',
    120,
    60,
    'No',
    0,
    'beacon-pharmacy',
    'Commercial',
    day('2035-06-30'),
    'No',
    '',
  ],
  [
    'Cedar Court Hotel',
    'Enterprize Plan',
    15,
    8,
    'Yes',
    500,
    'cedar-court',
    'Trial',
    day('2035-03-31'),
    'No',
    'trial first',
  ],
  [
    'Drummond Motors',
    'Enterprise Plan',
    30,
    15,
    'Yes',
    1500,
    'drummond motors',
    'Commercial',
    null,
    null,
    'three branches',
  ],
  [
    'Eastgate Academy',
    'Ultimate Plan',
    200,
    90,
    'Yes',
    5000,
    'eastgate-academy',
    'Commercial',
    day('2035-08-31'),
    'Yes',
    '',
  ],
];

await main(async () => {
  await setUp();
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  book.creator = 'Brightwater Communications';
  book.created = book.modified = day('2026-11-01');
  const sheet = book.addWorksheet('Orders', { views: [{ state: 'frozen', xSplit: 2, ySplit: 4 }] });

  sheet.getCell('B1').value = 'Brightwater Communications: PBX order form';
  sheet.getCell('B1').font = { size: 16, bold: true, color: { argb: 'FF1C3FB7' } };
  sheet.getCell('B2').value = 'One PBX per line. Fields marked * are needed.';
  sheet.getCell('B2').font = { italic: true, color: { argb: 'FF667085' } };
  COLUMNS.forEach(([title, width], index) => writeHeading(sheet, index + 1, title, width));
  ORDERS.forEach((order, index) => writeOrder(sheet, 5 + index, 501 + index, order));
  const total = sheet.getRow(5 + ORDERS.length + 1);
  total.getCell(2).value = 'Total';
  total.getCell(4).value = {
    formula: `SUM(D5:D${4 + ORDERS.length})`,
    result: ORDERS.reduce((sum, [, , count]) => sum + count, 0),
  };
  total.font = { bold: true };

  const file = path.join(ROOT, 'samples', 'order-form.xlsx');
  await book.xlsx.writeFile(file);
  say(`- Wrote ${path.relative(ROOT, file)}`);
});

function writeHeading(sheet, column, title, width) {
  sheet.getColumn(column).width = width;
  const cell = sheet.getCell(4, column);
  cell.value = title;
  cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF2F5FD0' } };
  cell.alignment = { wrapText: true, vertical: 'middle' };
}

function writeOrder(sheet, row, number, order) {
  const [name, plan, extensions, calls, recording, minutes, subDomain, type, expiry, keepRunning, remarks] =
    order;
  const bought = [
    number,
    name,
    plan,
    extensions,
    calls,
    recording,
    minutes,
    SINGAPORE,
    subDomain,
    DOMAIN,
    type,
    expiry,
  ];
  sheet.getRow(row).values = [
    ...bought,
    keepRunning,
    FIRMWARE,
    '50086182, 50429564',
    'Yes',
    'Yes',
    'Yes',
    'Yes',
    remarks,
  ];
  sheet.getCell(row, 12).numFmt = 'yyyy-mm-dd';
}
