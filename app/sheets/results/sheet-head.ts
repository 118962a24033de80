import type { ResultColumn } from './result-columns';
import { areaText, parseArea, type Area } from './cell-references';
import { attributeOf, withAttribute } from './markup';
import { withoutSpecials } from './row-stream';

/** Wide enough that nothing of a usual text is cut off, in characters. */
const WIDTHS: Record<ResultColumn, number> = {
  status: 14,
  cloudPbxId: 22,
  requestId: 36,
  error: 48,
  processedAt: 22,
};

/** The part before the rows with `dimension` grown to `area` and widths for the added columns. */
export function withHead(
  head: string,
  prefix: string,
  area: Area,
  added: readonly { column: number; name: ResultColumn }[],
): string {
  return withColumns(withDimension(head, prefix, area), prefix, added);
}

function withDimension(head: string, prefix: string, area: Area): string {
  const match = new RegExp(`<${prefix}dimension\\s[^>]*>`).exec(withoutSpecials(head));
  const old = match ? parseArea(attributeOf(match[0], 'ref') ?? '') : null;
  if (!match || !old) return head;
  const grown = {
    left: Math.min(old.left, area.left),
    top: Math.min(old.top, area.top),
    right: Math.max(old.right, area.right),
    bottom: Math.max(old.bottom, area.bottom),
  };
  const tag = withAttribute(match[0], 'ref', areaText(grown));
  return head.slice(0, match.index) + tag + head.slice(match.index + match[0].length);
}

/** Gives the added columns their widths and shows them; of a span of columns they lie in, the rest stays as it is. */
function withColumns(
  head: string,
  prefix: string,
  added: readonly { column: number; name: ResultColumn }[],
): string {
  if (added.length === 0) return head;
  const masked = withoutSpecials(head);
  const fresh = added.map(({ column, name }) => ({
    from: column + 1,
    tag: columnTag(prefix, column + 1, name),
  }));
  const block = new RegExp(`(<${prefix}cols(?:\\s[^>]*)?>)([\\s\\S]*?)</${prefix}cols\\s*>`).exec(masked);
  if (!block) {
    const at = masked.lastIndexOf(`<${prefix}sheetData`);
    return `${head.slice(0, at)}<${prefix}cols>${fresh.map(({ tag }) => tag).join('')}</${prefix}cols>${head.slice(at)}`;
  }
  const taken = new Set(fresh.map(({ from }) => from));
  const kept = [
    ...(block[2] ?? '').matchAll(new RegExp(`<${prefix}col\\s[^>]*>(?:</${prefix}col\\s*>)?`, 'g')),
  ].flatMap(([tag]) => without(tag, taken));
  const all = [...kept, ...fresh].sort((a, b) => a.from - b.from).map(({ tag }) => tag);
  const start = block.index + (block[1] ?? '').length;
  return head.slice(0, start) + all.join('') + head.slice(start + (block[2] ?? '').length);
}

const columnTag = (prefix: string, number: number, name: ResultColumn): string =>
  `<${prefix}col min="${number}" max="${number}" width="${WIDTHS[name]}" customWidth="1"/>`;

/** A span of columns (`col`) without some of them, as one or more spans. */
function without(tag: string, taken: ReadonlySet<number>): { from: number; tag: string }[] {
  const [from, to] = [Number(attributeOf(tag, 'min')), Number(attributeOf(tag, 'max'))];
  const inside = [...taken].filter((one) => one >= from && one <= to).sort((a, b) => a - b);
  const spans: { from: number; tag: string }[] = [];
  let start = from;
  for (const end of [...inside, to + 1]) {
    if (start < end) {
      const changed = withAttribute(withAttribute(tag, 'min', String(start)), 'max', String(end - 1));
      spans.push({ from: start, tag: start === from && end - 1 === to ? tag : changed });
    }
    start = end + 1;
  }
  return spans;
}
