import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { SheetError } from '../sheet-error';

export type Attributes = Record<string, string>;
/** Called with local names: `x:row` and `row` are the same. */
export type XmlHandler = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
};

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Feeds XML to a handler as it arrives. Throws `damaged` when it isn't well formed or ends early. */
export async function parseXml(
  chunks: AsyncIterable<Buffer>,
  handler: XmlHandler,
  path: string,
  part: string,
): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw new SheetError('damaged', path, { part }, { cause });
  });
  parser.on('opentag', (tag) => handler.open(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => handler.close(localName(tag.name)));
  if (handler.text) {
    parser.on('text', (text) => handler.text?.(text));
    parser.on('cdata', (text) => handler.text?.(text));
  }
  let decoder: StringDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new StringDecoder(isUtf16(chunk) ? 'utf16le' : 'utf8');
    parser.write(decoder.write(chunk));
  }
  if (decoder) parser.write(decoder.end());
  parser.close();
}

const isUtf16 = (chunk: Buffer): boolean => chunk[0] === 0xff && chunk[1] === 0xfe;

/** An attribute by its local name, whatever its prefix (`r:id`). */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  const key = Object.keys(attributes).find((one) => localName(one) === name);
  return key === undefined ? undefined : attributes[key];
}
