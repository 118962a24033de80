import path from 'node:path';
import { SheetError } from '../sheet-error';
import { partChunks, type Package } from './package';
import { attribute, parseXml } from './xml';

export type SheetPart = { name: string; hidden: boolean; part: string };
/** Where a workbook keeps what matters for reading. */
export type Structure = {
  sheets: SheetPart[];
  sharedStrings: string | null;
  styles: string | null;
  date1904: boolean;
};
type Relation = { id: string; type: string; target: string };

async function relations(opened: Package, part: string): Promise<Relation[]> {
  const { dir, base } = path.posix.parse(part);
  const name = path.posix.join(dir, '_rels', `${base}.rels`);
  if (!opened.parts.has(name)) return [];
  const found: Relation[] = [];
  const open = (tag: string, attributes: Record<string, string>): void => {
    const target = attribute(attributes, 'Target');
    if (tag !== 'Relationship' || target === undefined || attribute(attributes, 'TargetMode') === 'External')
      return;
    found.push({
      id: attribute(attributes, 'Id') ?? '',
      type: (attribute(attributes, 'Type') ?? '').split('/').pop() ?? '',
      target: target.startsWith('/') ? target.slice(1) : path.posix.join(dir, target),
    });
  };
  await parseXml(partChunks(opened, name), { open, close: () => {} }, opened.path, name);
  return found;
}

/** Follows the package's relations from its root to its sheets. Throws `not-a-sheet` for a zip that is no workbook. */
export async function readStructure(opened: Package): Promise<Structure> {
  const root = (await relations(opened, '')).find((one) => one.type === 'officeDocument');
  const workbook = root?.target ?? 'xl/workbook.xml';
  if (!opened.parts.has(workbook) || /^(word|ppt)\//.test(workbook)) {
    throw new SheetError('not-a-sheet', opened.path, { what: zipKind(opened) });
  }
  const related = await relations(opened, workbook);
  const byId = new Map(related.map((one) => [one.id, one]));
  const partOf = (type: string): string | null => {
    const target = related.find((one) => one.type === type)?.target;
    return target !== undefined && opened.parts.has(target) ? target : null;
  };
  const sheets: SheetPart[] = [];
  let date1904 = false;
  const open = (tag: string, attributes: Record<string, string>): void => {
    if (tag === 'workbookPr') date1904 = /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '');
    if (tag !== 'sheet') return;
    const relation = byId.get(attribute(attributes, 'id') ?? '');
    // Chart sheets and dialogs hold no cells.
    if (relation?.type !== 'worksheet' || !opened.parts.has(relation.target)) return;
    const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
    sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, part: relation.target });
  };
  await parseXml(partChunks(opened, workbook), { open, close: () => {} }, opened.path, workbook);
  if (sheets.length === 0) throw new SheetError('damaged', opened.path, { part: workbook });
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), date1904 };
}

function zipKind(opened: Package): string {
  if (opened.parts.has('word/document.xml')) return 'a Word document';
  if (opened.parts.has('ppt/presentation.xml')) return 'a presentation';
  if (opened.parts.has('content.xml')) return 'an OpenDocument file (save it as .xlsx)';
  if (opened.parts.has('xl/workbook.bin')) return 'a binary workbook (.xlsb; save it as .xlsx)';
  return 'a zip archive';
}
