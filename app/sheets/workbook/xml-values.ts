const ENTITY = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));?/g;
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** A name begins after space only: it keeps the search linear, however long the tag. */
const ATTRIBUTE = /(?:^|\s)([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Text with its entities replaced; one that XML doesn't know is left as it is. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A stretch of XML text as a string, line ends as XML reads them. */
export function xmlText(bytes: Buffer, from: number, to: number, raw: boolean): string {
  const text = bytes.toString('utf8', from, to);
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return raw ? lines : withoutEntities(lines);
}

/** A tag's attributes by local name. For tags there are few of. */
export function attributesOf(bytes: Buffer, from: number, to: number): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of bytes.toString('utf8', from, to).matchAll(ATTRIBUTE)) {
    const local = name.slice(name.indexOf(':') + 1);
    // An attribute without a prefix is the one meant.
    if (local === name || !(local in found)) found[local] = withoutEntities(double ?? single ?? '');
  }
  return found;
}

/** A yes/no attribute. */
export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';
