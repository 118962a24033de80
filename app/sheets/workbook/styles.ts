import { partChunks, type Package } from './package';
import { attribute, parseXml } from './xml';

/** What a number format makes of a number. */
export type NumberKind = 'number' | 'date';

/** Built-in formats that show a date (ECMA-376, 18.8.30), the East Asian ones included; pure times (18-21, 45-47) are none. */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** Whether a format code shows a day, month or year: literals, colours, conditions and elapsed times don't count. */
export function isDateFormat(code: string): boolean {
  const first = code.split(';')[0] ?? '';
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dy]/i.test(bare) || /m{3,}/i.test(bare) || /[年月日]/.test(bare);
}

/** By style index (`s` of a cell): whether its numbers are dates. */
export async function readNumberKinds(opened: Package, part: string | null): Promise<NumberKind[]> {
  if (part === null) return [];
  const dates = new Set(BUILT_IN_DATES);
  const kinds: NumberKind[] = [];
  let inCells = false;
  await parseXml(
    partChunks(opened, part),
    {
      open(name, attributes) {
        if (name === 'cellXfs') inCells = true;
        else if (name === 'numFmt') {
          const id = Number(attribute(attributes, 'numFmtId'));
          if (isDateFormat(attribute(attributes, 'formatCode') ?? '')) dates.add(id);
          else dates.delete(id);
        } else if (name === 'xf' && inCells) {
          kinds.push(dates.has(Number(attribute(attributes, 'numFmtId') ?? 0)) ? 'date' : 'number');
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
    },
    opened.path,
    part,
  );
  return kinds;
}
