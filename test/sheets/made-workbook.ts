import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import yazl from 'yazl';
import {
  openSheetFile,
  SheetError,
  sheetErrorMessage,
  type OpenSheetOptions,
  type SheetFile,
} from '../../app/sheets';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Parts by name; those not given are made, those set to null left out. */
export type Parts = Record<string, string | Buffer | null>;

/** The bytes of a zip file with these parts. */
export async function zipOf(parts: Parts, compress = true): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    if (content !== null) zip.addBuffer(Buffer.from(content), name, { compress });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** `sheetData` around rows. */
export const sheetXml = (rows: string, around: { before?: string; after?: string } = {}): string =>
  `<?xml version="1.0"?><worksheet xmlns="${MAIN}">${around.before ?? ''}<sheetData>${rows}</sheetData>${around.after ?? ''}</worksheet>`;

/** Number formats as styles 0, 1, 2 …: the first is General. */
export const stylesXml = (...formats: readonly string[]): string => {
  const codes = formats.map(
    (code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const xfs = formats.map((_code, at) => `<xf numFmtId="${200 + at}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`;
};

export const stringsXml = (...items: readonly string[]): string =>
  `<sst xmlns="${MAIN}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;

/** A workbook with one sheet, `Orders`, unless `parts` says otherwise. */
export const workbookParts = (sheet: string | Buffer, parts: Parts = {}): Parts => ({
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheet,
  ...parts,
});

/** Writes bytes to a file in a folder of its own, gone after the test; yields its path. */
export function fileOf(bytes: Buffer | string, name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pbx-sheets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

export const openBytes = (
  bytes: Buffer | string,
  name = 'orders.xlsx',
  options: OpenSheetOptions = {},
): Promise<SheetFile> => openSheetFile(fileOf(bytes, name), options);

/** Opens a workbook whose one sheet has these rows. */
export const openRows = async (rows: string, parts: Parts = {}): Promise<SheetFile> =>
  openBytes(await zipOf(workbookParts(sheetXml(rows), parts)));

/** The code of the error that opening ends in, and the sentence for it. */
export async function failure(opening: Promise<SheetFile>): Promise<{ code: string; message: string }> {
  try {
    await opening;
  } catch (error) {
    if (error instanceof SheetError) return { code: error.code, message: sheetErrorMessage(error) };
    throw error;
  }
  throw new Error('It was opened');
}
