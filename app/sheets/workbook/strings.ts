import { partChunks, type Package } from './package';
import { parseXml, type XmlHandler } from './xml';

/** Collects the text of `si` and `is` elements: runs of rich text joined, phonetic readings left out. */
export class RichText {
  private text = '';
  private inText = false;
  private phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.phonetic++;
    else if (name === 't' && this.phonetic === 0) this.inText = true;
  }
  close(name: string): void {
    if (name === 'rPh') this.phonetic--;
    else if (name === 't') this.inText = false;
  }
  add(text: string): void {
    if (this.inText) this.text += text;
  }
  /** The text so far; starts anew. */
  take(): string {
    const text = this.text;
    this.text = '';
    return unescapeText(text);
  }
}

/** Excel writes control characters as `_x000D_`, and a literal `_x…_` with its underscore escaped. */
function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The workbook's shared strings, in order. */
export async function readSharedStrings(opened: Package, part: string | null): Promise<string[]> {
  if (part === null) return [];
  const strings: string[] = [];
  const rich = new RichText();
  const handler: XmlHandler = {
    open: (name) => rich.open(name),
    text: (text) => rich.add(text),
    close: (name) => {
      rich.close(name);
      if (name === 'si') strings.push(rich.take());
    },
  };
  await parseXml(partChunks(opened, part), handler, opened.path, part);
  return strings;
}
