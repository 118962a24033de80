/** A JSON text as `JSON.parse` reads it, but with every integer a number can't hold exactly kept as text. Throws SyntaxError. */
export function parseKeepingBigIds(json: string): unknown {
  return JSON.parse(json.replace(STRING_OR_LONG, (token) => (isTooBig(token) ? `"${token}"` : token)));
}

/** A whole string (so that digits inside one are left alone), or a run of 16 or more digits that is a number of its own. */
const STRING_OR_LONG = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

const isTooBig = (token: string): boolean => !token.startsWith('"') && !Number.isSafeInteger(Number(token));
