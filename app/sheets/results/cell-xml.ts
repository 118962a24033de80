import { columnLetters } from './cell-references';

/** Characters XML 1.0 can't hold, and those a parser would change. */
// oxlint-disable-next-line no-control-regex -- the very set is meant
const UNWRITABLE = /[\0-\x08\x0b-\x1f\ufffe\uffff]/g;
/** What a reader would take for one of these escapes. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Half a character: no encoding has it. */
export const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// oxlint-disable-next-line no-control-regex -- the very set is meant
const SPECIAL = /[&<>"]|[^\0-\x7f]/gu;
/** Letters, digits and signs that XML holds as they are: nearly all that is written. */
const PLAIN = /^[0-9A-Za-z .,:;()/+-]*$/;
const MOST_CHARACTERS = 32_767;

const hex4 = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/**
 * A text as the content of `t`, in ASCII so that it fits any encoding of the part. Control characters are escaped as
 * `_x0000_` (ECMA-376, 22.9.2.19); what is longer than a cell can hold is cut.
 */
export function cellText(text: string): string {
  if (text.length <= MOST_CHARACTERS && PLAIN.test(text)) return text;
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(ESCAPE_LIKE, '_x005F_')
    .replace(UNWRITABLE, (character) => `_x${hex4(character)}_`)
    .replace(SPECIAL, (character) => `&#${character.codePointAt(0)};`);
}

/** A cell with a text in it, or an empty one that keeps its style. */
export function cellXml(
  prefix: string,
  column: number,
  row: number,
  style: string | null,
  text: string,
): string {
  const start = `<${prefix}c r="${columnLetters(column)}${row}"${style === null ? '' : ` s="${style}"`}`;
  if (text === '') return `${start}/>`;
  return `${start} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${cellText(text)}</${prefix}t></${prefix}is></${prefix}c>`;
}
