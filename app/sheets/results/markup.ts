const TAG = /(?:[^>"']|"[^"]*"|'[^']*')*>/y;

/** Just after the `>` of the tag that starts at `start`, -1 when it isn't all there. One in an attribute's value doesn't count. */
export function endOfTag(text: string, start: number): number {
  const close = text.indexOf('>', start);
  if (close < 0) return -1;
  const quote = text.lastIndexOf('"', close);
  const single = text.lastIndexOf("'", close);
  if (quote < start && single < start) return close + 1;
  TAG.lastIndex = start;
  return TAG.test(text) ? TAG.lastIndex : -1;
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
