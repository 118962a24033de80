/** The last column a sheet can have, 0-based. */
export const LAST_COLUMN = 16_383;

const KNOWN_LETTERS: string[] = [];

/** A column as its letters: 0 is A. */
export function columnLetters(column: number): string {
  return (KNOWN_LETTERS[column] ??= lettersOf(column));
}

function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Letters as a column, 0-based. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export type Area = { left: number; top: number; right: number; bottom: number };

/** `B5:M40` or `B5`: columns 0-based, rows 1-based; null when it is neither. */
export function parseArea(reference: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(reference.trim());
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return {
    left: columnNumber(left),
    top: Number(top),
    right: columnNumber(right),
    bottom: Number(bottom),
  };
}

export const areaText = ({ left, top, right, bottom }: Area): string =>
  `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
