/** The sheets the benchmark is run on: 20 columns, one row in ten with one to three mistakes. Made once, kept in out/. */
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { OUT } from '../../build/steps.mjs';

const HEADINGS =
  'name,plan,extensionCapacity,concurrentCallCapacity,recordingStatus,recordingCapacity,regionId,subDomain,domainId,type,expirationDate,allowRunAfterExpirationDate,versionId,customerIds,upgradeInPbx,im,passwordlessLogin,allowSuperiorPasswordlessLogin,provisioningViaTemplate,provisionTemplateId'.split(
    ',',
  );

/** The cells of one order; text, and numbers where a spreadsheet would have them. */
function cellsOf(at) {
  const cells = [
    `Branch ${at} Straße`,
    at % 3 ? 'Enterprise Plan' : 'Ultimate Plan',
    10 + (at % 400),
    5 + (at % 200),
    'Enabled',
    500,
    4,
    `acme-${at}`,
    4,
    'Commercial',
    '2027-12-31',
    'Yes',
    764,
    at % 2 ? 50086182 : 50429564,
    'Enabled',
    'Enabled',
    'Enabled',
    'Enabled',
    'Enabled',
    12,
  ];
  if (at % 10 === 0) {
    cells[1] = 'Enterprize Plan';
    if (at % 20 === 0) cells[7] = `old mill ${at}`;
    if (at % 40 === 0) cells[10] = '2027-02-31';
  }
  return cells;
}

async function writeCsv(file, rows) {
  const stream = createWriteStream(file);
  stream.write(`${HEADINGS.join(',')}\n`);
  for (let at = 1; at <= rows; at++) {
    if (!stream.write(`${cellsOf(at).join(',')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

async function writeXlsx(file, rows) {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: file,
    useSharedStrings: true,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet('Orders');
  sheet.addRow(HEADINGS).commit();
  for (let at = 1; at <= rows; at++) sheet.addRow(cellsOf(at)).commit();
  sheet.commit();
  await workbook.commit();
}

/** The path of a sheet with that many rows, made first when it isn't there yet. */
export async function madeSheet(kind, rows) {
  const folder = path.join(OUT, 'bench');
  const file = path.join(folder, `orders-${rows}.${kind}`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  await (kind === 'csv' ? writeCsv : writeXlsx)(`${file}.part`, rows);
  renameSync(`${file}.part`, file);
  return file;
}
