import { scanSmallPart, type Package } from './package';
import { attributesOf } from './xml-values';

/** What a number format makes of a number. */
export type NumberKind = 'number' | 'date' | 'boolean';

/** Built-in formats that show a date (ECMA-376, 18.8.30), the East Asian ones included; pure times (18-21, 45-47) are none. */
const BUILT_IN_DATES = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58];
/** Excel allows 255 characters. */
const LONGEST_CODE = 1000;
/** `"TRUE";"TRUE";"FALSE"`, in any language: how LibreOffice saves formulas that answer yes or no. */
const BOOLEAN = /^"([^"]+)";"\1";"(?!\1")[^"]+"$/;

/** Whether a format code shows a day, month or year: literals, colours, conditions and elapsed times don't count. */
export function isDateFormat(code: string): boolean {
  const first = code.slice(0, LONGEST_CODE).split(';')[0] ?? '';
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dy]/i.test(bare) || /m{3,}/i.test(bare) || /[年月日]/.test(bare);
}

function kindOf(code: string): NumberKind {
  if (BOOLEAN.test(code)) return 'boolean';
  return isDateFormat(code) ? 'date' : 'number';
}

/** By style index (`s` of a cell): what its numbers are. */
export async function readNumberKinds(opened: Package, part: string | null): Promise<NumberKind[]> {
  if (part === null) return [];
  const formats = new Map<number, NumberKind>(BUILT_IN_DATES.map((id) => [id, 'date']));
  const kinds: NumberKind[] = [];
  let inCells = false;
  await scanSmallPart(opened, part, {
    wantsText: false,
    text() {},
    open(name, bytes, from, to) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributesOf(bytes, from, to);
        formats.set(Number(numFmtId), kindOf(formatCode));
      } else if (name === 'xf' && inCells) {
        kinds.push(formats.get(Number(attributesOf(bytes, from, to)['numFmtId'] ?? 0)) ?? 'number');
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}
