import { scanSmallPart, type Package } from './package';
import { attributesOf, isTrue } from './xml-values';

/** What a number format makes of a number. */
export type NumberKind = 'number' | 'date' | 'month' | 'year' | 'boolean';

/** Built-in formats that show a date (ECMA-376, 18.8.30), the East Asian ones included; pure times (18-21, 45-47) are none. */
const BUILT_IN_DATES = [14, 15, 16, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58];
/** `mmm-yy`: the day is not shown, and was not typed. */
const BUILT_IN_MONTH = 17;
/** Excel allows 255 characters. */
const LONGEST_CODE = 1000;
/** `"TRUE";"TRUE";"FALSE"`, in any language: how LibreOffice saves formulas that answer yes or no. */
const BOOLEAN = /^"([^"]+)";"\1";"(?!\1")[^"]+"$/;

/** What a format code shows of a date: its day, its month at the least, or its year alone; literals, colours, conditions and elapsed times don't count. */
function dateKind(code: string): 'number' | 'date' | 'month' | 'year' {
  const first = code.slice(0, LONGEST_CODE).split(';')[0] ?? '';
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (!/[dy年月日]|m{3,}/i.test(bare)) return 'number';
  if (/[d日]/i.test(bare)) return 'date';
  return /[m月]/i.test(bare) ? 'month' : 'year';
}

const kindOf = (code: string): NumberKind => (BOOLEAN.test(code) ? 'boolean' : dateKind(code));

/** By style index (`s` of a cell). */
export type Styles = {
  /** What its numbers are. */
  kinds: NumberKind[];
  /** Those whose text is struck through. */
  struck: ReadonlySet<number>;
};

/** What a workbook's styles say about its cells. */
export async function readStyles(opened: Package, part: string | null): Promise<Styles> {
  const kinds: NumberKind[] = [];
  const struck = new Set<number>();
  if (part === null) return { kinds, struck };
  const formats = new Map<number, NumberKind>(BUILT_IN_DATES.map((id) => [id, 'date']));
  formats.set(BUILT_IN_MONTH, 'month');
  /** By font index. */
  const struckFonts: boolean[] = [];
  let within = '';
  await scanSmallPart(opened, part, {
    wantsText: false,
    text() {},
    open(name, bytes, from, to) {
      if (name === 'cellXfs' || name === 'fonts') within = name;
      else if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributesOf(bytes, from, to);
        formats.set(Number(numFmtId), kindOf(formatCode));
      } else if (name === 'font' && within === 'fonts') struckFonts.push(false);
      else if (name === 'strike' && within === 'fonts')
        struckFonts[struckFonts.length - 1] = isTrue(attributesOf(bytes, from, to)['val'] ?? '1');
      else if (name === 'xf' && within === 'cellXfs') {
        const { numFmtId, fontId } = attributesOf(bytes, from, to);
        if (struckFonts[Number(fontId)]) struck.add(kinds.length);
        kinds.push(formats.get(Number(numFmtId ?? 0)) ?? 'number');
      }
    },
    close(name) {
      if (name === within) within = '';
    },
  });
  return { kinds, struck };
}
