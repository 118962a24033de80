const [QUOTE, APOSTROPHE, GREATER] = [0x22, 0x27, 0x3e];

/** Just after the `>` of the tag that starts at `start`, -1 when it isn't all there. One in an attribute's value doesn't count. */
export function endOfTag(text: string, start: number): number {
  let quote = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at + 1;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
  }
  return -1;
}

const PATTERNS = new Map<string, RegExp>();
function patternOf(name: string): RegExp {
  let pattern = PATTERNS.get(name);
  if (!pattern) {
    pattern = new RegExp(`(\\s${name}\\s*=\\s*)(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  return pattern;
}

/** An attribute of a start tag, as written; null when it has none of that name. */
export function attributeOf(tag: string, name: string): string | null {
  const match = patternOf(name).exec(tag);
  return match ? (match[2] ?? match[3] ?? '') : null;
}

/** The tag with another value for an attribute it has. */
export const withAttribute = (tag: string, name: string, value: string): string =>
  tag.replace(patternOf(name), (_whole, start: string) => `${start}"${value}"`);

/** The tag without an attribute. */
export const withoutAttribute = (tag: string, name: string): string => tag.replace(patternOf(name), '');
