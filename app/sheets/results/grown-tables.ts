import { partChunks, type Package } from '../workbook/package';
import { relations } from '../workbook/structure';
import { areaText, parseArea } from './cell-references';
import { attributeOf, withAttribute } from './markup';
import { codecOf } from './part-codec';
import type { Placed } from './result-columns';

/**
 * The table parts of a sheet that our columns adjoin, grown by them: as Excel itself does when one types beside a table.
 * Otherwise sorting the table would leave the results behind, each at another order's row.
 */
export async function grownTables(
  opened: Package,
  sheetPart: string,
  headerRow: number,
  added: readonly Placed[],
): Promise<Map<string, Buffer>> {
  const grown = new Map<string, Buffer>();
  if (added.length === 0) return grown;
  for (const { type, part: target } of await relations(opened, sheetPart)) {
    if (type !== 'table') continue;
    const chunks: Buffer[] = [];
    for await (const chunk of partChunks(opened, target)) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const codec = codecOf(bytes);
    const text = grownTable(codec.decode(bytes), headerRow, added);
    if (text !== null) grown.set(target, codec.encode(text));
  }
  return grown;
}

const TABLE = /<((?:[\w.-]+:)?)table\s[^>]*>/;

/** Null when the table is to stay as it is: it ends elsewhere, has such columns already or belongs to a query. */
function grownTable(text: string, headerRow: number, added: readonly Placed[]): string | null {
  const match = TABLE.exec(text);
  const area = match ? parseArea(attributeOf(match[0], 'ref') ?? '') : null;
  if (!match || !area || area.top !== headerRow || area.right + 1 !== added[0]?.column) return null;
  const [tag, prefix = ''] = match;
  if (
    attributeOf(tag, 'headerRowCount') === '0' ||
    /^(?:queryTable|xml)$/.test(attributeOf(tag, 'tableType') ?? '')
  )
    return null;
  const columns = [...text.matchAll(new RegExp(`<${prefix}tableColumn\\s[^>]*>`, 'g'))].map(([one]) => one);
  const names = new Set(columns.map((one) => attributeOf(one, 'name')?.toLowerCase()));
  if (added.some((one) => names.has(one.text.toLowerCase()))) return null;
  const ids = columns.map((one) => Number(attributeOf(one, 'id')));
  const wider = (reference: string | null): string => {
    const old = parseArea(reference ?? '') ?? area;
    return areaText({ ...old, right: old.right === area.right ? area.right + added.length : old.right });
  };
  const fresh = added
    .map(
      ({ text: name }, at) => `<${prefix}tableColumn id="${Math.max(0, ...ids) + at + 1}" name="${name}"/>`,
    )
    .join('');
  const retagged = (name: string, change: (found: string) => string) => (whole: string) =>
    whole.replace(new RegExp(`<${prefix}${name}[\\s>][^>]*>?`), change);
  return [
    retagged('table', (found) => withAttribute(found, 'ref', wider(attributeOf(found, 'ref')))),
    retagged('autoFilter', (found) => withAttribute(found, 'ref', wider(attributeOf(found, 'ref')))),
    retagged('tableColumns', (found) => withAttribute(found, 'count', String(columns.length + added.length))),
    (whole: string) => whole.replace(`</${prefix}tableColumns>`, `${fresh}</${prefix}tableColumns>`),
  ].reduce((whole, change) => change(whole), text);
}
