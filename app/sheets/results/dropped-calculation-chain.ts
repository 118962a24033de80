import path from 'node:path';
import { partChunks, type Package } from '../workbook/package';
import { relations } from '../workbook/structure';
import { attributeOf } from './markup';
import { codecOf } from './part-codec';

const CONTENT_TYPES = '[Content_Types].xml';

/**
 * What a package is without its calculation chain: a part left out, and the two that name it written anew. Needed when
 * a formula is replaced: Excel calls a workbook damaged whose chain names a cell without one, and makes a missing chain
 * anew by itself.
 */
export async function droppedCalculationChain(
  opened: Package,
  workbook: string,
): Promise<{ dropped: string; changed: Map<string, Buffer> } | null> {
  const chain = (await relations(opened, workbook)).find(({ type }) => type === 'calcChain');
  if (!chain) return null;
  const { dir, base } = path.posix.parse(workbook);
  const relationsPart = path.posix.join(dir, '_rels', `${base}.rels`);
  const changed = new Map<string, Buffer>();
  const without = async (part: string, tag: string, attribute: string, value: string): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of partChunks(opened, part)) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const codec = codecOf(bytes);
    const element = new RegExp(`<(?:[\\w.-]+:)?${tag}\\s[^>]*?(?:/>|></[^>]*>)`, 'g');
    const text = codec
      .decode(bytes)
      .replace(element, (one) =>
        attributeOf(one, attribute)?.toLowerCase() === value.toLowerCase() ? '' : one,
      );
    changed.set(part, codec.encode(text));
  };
  await without(relationsPart, 'Relationship', 'Id', chain.id);
  await without(CONTENT_TYPES, 'Override', 'PartName', `/${chain.part}`);
  return { dropped: chain.part, changed };
}
