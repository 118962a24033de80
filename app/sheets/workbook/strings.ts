import type { Cell } from '../cell';
import type { ReadingBudget } from '../reading-budget';
import type { SharedCells } from '../shared-cells';
import { scanPart, type Package } from './package';
import { xmlText } from './xml-values';

/** Collects the text of `si` and `is` elements: runs of rich text joined, phonetic readings left out. */
export class RichText {
  /** Whether text now is the cell's. */
  inText = false;
  private text = '';
  private phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.phonetic++;
    else if (name === 't') this.inText = this.phonetic === 0;
  }
  close(name: string): void {
    if (name === 'rPh') this.phonetic--;
    else if (name === 't') this.inText = false;
  }
  add(text: string): void {
    this.text += text;
  }
  /** The text so far; starts anew. */
  take(): string {
    const text = this.text;
    this.text = '';
    return unescapeText(text);
  }
}

/** Excel writes control characters as `_x000D_`, and a literal `_x…_` with its underscore escaped. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The workbook's shared strings as cells, in order; with `first`, not many more than so many. */
export async function readSharedStrings(
  opened: Package,
  part: string | null,
  shared: SharedCells,
  budget: ReadingBudget,
  first = Infinity,
): Promise<Cell[]> {
  if (part === null) return [];
  const cells: Cell[] = [];
  const rich = new RichText();
  const handler = {
    wantsText: false,
    open(name: string) {
      rich.open(name);
      handler.wantsText = rich.inText;
    },
    close(name: string) {
      rich.close(name);
      handler.wantsText = rich.inText;
      if (name !== 'si') return;
      budget.slots(1);
      cells.push(shared.text(rich.take()));
    },
    text(bytes: Buffer, from: number, to: number, raw: boolean) {
      rich.add(xmlText(bytes, from, to, raw));
    },
  };
  await scanPart(opened, part, handler, () => cells.length >= first);
  return cells;
}
