import path from 'node:path';
import { SheetError } from '../sheet-error';
import { scanSmallPart, type Package } from './package';
import { attributesOf, isTrue } from './xml-values';

export type SheetPart = { name: string; hidden: boolean; part: string };
/** Where a workbook keeps what matters for reading. */
export type Structure = {
  workbook: string;
  sheets: SheetPart[];
  sharedStrings: string | null;
  styles: string | null;
  date1904: boolean;
};
export type Relation = { id: string; type: string; part: string };
type Attributes = Record<string, string>;

async function scanTags(
  opened: Package,
  part: string,
  open: (tag: string, attributes: Attributes) => void,
): Promise<void> {
  await scanSmallPart(opened, part, {
    wantsText: false,
    open: (tag, bytes, from, to) => open(tag, attributesOf(bytes, from, to)),
    close() {},
    text() {},
  });
}

/** The name a relation's target has in the package: it may be escaped, and letter case doesn't count (ECMA-376 part 2). */
function partNamed(opened: Package, target: string): string | null {
  if (opened.parts.has(target)) return target;
  let name = target;
  try {
    name = decodeURIComponent(target);
  } catch {
    // A stray percent sign: it stands for itself.
  }
  const folded = name.toLowerCase();
  return opened.folded.get(folded) ?? null;
}

/** What a part ('' for the package itself) is related to within the package; `type` is its last word, such as `worksheet`. */
export async function relations(opened: Package, part: string): Promise<Relation[]> {
  const { dir, base } = path.posix.parse(part);
  const name = partNamed(opened, path.posix.join(dir, '_rels', `${base}.rels`));
  const found: Relation[] = [];
  if (name === null) return found;
  await scanTags(opened, name, (tag, { Id, Type, Target, TargetMode }) => {
    if (tag !== 'Relationship' || Target === undefined || TargetMode === 'External') return;
    const target = Target.startsWith('/') ? Target.slice(1) : path.posix.join(dir, Target);
    const related = partNamed(opened, target);
    if (related !== null) found.push({ id: Id ?? '', type: Type?.split('/').pop() ?? '', part: related });
  });
  return found;
}

/** Follows the package's relations from its root to its sheets. Throws `not-a-sheet` for a zip that is no workbook. */
export async function readStructure(opened: Package): Promise<Structure> {
  const root = (await relations(opened, '')).find((one) => one.type === 'officeDocument');
  const workbook = root?.part ?? 'xl/workbook.xml';
  if (!opened.parts.has(workbook) || !(await isWorkbook(opened, workbook))) {
    throw new SheetError('not-a-sheet', opened.path, { what: zipKind(opened) });
  }
  const related = await relations(opened, workbook);
  const partOf = (type: string): string | null => related.find((one) => one.type === type)?.part ?? null;
  const sheets: SheetPart[] = [];
  const taken = new Set<string>();
  const byId = new Map(related.map((one) => [one.id, one]));
  let date1904 = false;
  await scanTags(opened, workbook, (tag, attributes) => {
    if (tag === 'workbookPr') date1904 = isTrue(attributes['date1904']);
    if (tag !== 'sheet') return;
    const relation = byId.get(attributes['id'] ?? '');
    // Chart sheets and dialogs hold no cells; a part that two sheets share would be read twice.
    if (relation?.type !== 'worksheet' || taken.has(relation.part)) return;
    taken.add(relation.part);
    const hidden = (attributes['state'] ?? 'visible') !== 'visible';
    sheets.push({ name: attributes['name'] ?? '', hidden, part: relation.part });
  });
  if (sheets.length === 0) throw new SheetError('damaged', opened.path, { part: workbook });
  return { workbook, sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), date1904 };
}

/** By its root element: other Office files are zip packages of the same make. */
async function isWorkbook(opened: Package, part: string): Promise<boolean> {
  if (!part.toLowerCase().endsWith('.xml')) return false;
  let root = '';
  await scanTags(opened, part, (tag) => (root ||= tag));
  return root === 'workbook';
}

function zipKind(opened: Package): string {
  if (opened.parts.has('word/document.xml')) return 'a Word document';
  if (opened.parts.has('ppt/presentation.xml')) return 'a presentation';
  if (opened.parts.has('content.xml')) return 'an OpenDocument file (save it as .xlsx)';
  if (opened.parts.has('xl/workbook.bin')) return 'a binary workbook (.xlsb; save it as .xlsx)';
  if (opened.parts.has('Index/Document.iwa')) return 'a Numbers, Pages or Keynote file (export it as .xlsx)';
  return 'a zip archive (unpack it first)';
}
