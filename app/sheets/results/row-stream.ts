import { SheetError } from '../sheet-error';
import { attributeOf, endOfTag } from './markup';

/** What is told of a sheet part as it passes by; each yields what to write in its stead (the same: untouched). */
export type RowVisitor = {
  /** All before the rows, the start tag of `sheetData` included. `prefix`: of its namespace, such as `x:`. */
  head(text: string, prefix: string): string;
  /** A row from `<row` to `</row>`. */
  row(text: string, row: number): string;
  /** What to add after the last row. */
  dataEnd(): string;
  /** What follows the rows, in pieces; can't be changed. */
  tail?(text: string): void;
};

const DATA = /<((?:[\w.-]+:)?)sheetData(?:\s[^>]*?)?(\/?)>/;
/** A row of 16,384 full cells fits. */
const MAX_PENDING = 640 * 1024 * 1024;

/**
 * Cuts a sheet part into its rows as it arrives. Text in, text out: one character per byte, or UTF-16. All that no one
 * changes passes through as it is, whatever it means.
 */
export class RowStream {
  private pending = '';
  private stage: 'head' | 'rows' | 'tail' = 'head';
  private prefix = '';
  private row = 0;

  constructor(
    private readonly visitor: RowVisitor,
    private readonly path: string,
    private readonly part: string,
  ) {}

  write(chunk: string): string {
    if (this.stage === 'tail') {
      this.visitor.tail?.(chunk);
      return chunk;
    }
    this.pending += chunk;
    if (this.pending.length > MAX_PENDING) throw this.damaged();
    return (this.stage === 'head' ? this.head() : '') + this.rows();
  }

  end(): void {
    if (this.stage !== 'tail') throw this.damaged();
  }

  private head(): string {
    const text = this.pending;
    const match = DATA.exec(withoutSpecials(text));
    if (!match) return '';
    const end = match.index + match[0].length;
    this.prefix = match[1] ?? '';
    this.pending = text.slice(end);
    const start = text.slice(0, end);
    if (match[2] !== '/') {
      this.stage = 'rows';
      return this.visitor.head(start, this.prefix);
    }
    this.stage = 'tail';
    const opened = this.visitor.head(start.replace(/\s*\/>$/, '>'), this.prefix);
    const added = this.visitor.dataEnd();
    const data = added === '' ? opened.replace(/>$/, '/>') : `${opened}${added}</${this.prefix}sheetData>`;
    const rest = this.pending;
    this.pending = '';
    this.visitor.tail?.(rest);
    return data + rest;
  }

  private rows(): string {
    if (this.stage !== 'rows') return '';
    const { prefix, visitor } = this;
    const text = this.pending;
    const [rowOpen, rowClose, dataClose] = [`<${prefix}row`, `</${prefix}row`, `</${prefix}sheetData`];
    const out: string[] = [];
    let copied = 0;
    let at = 0;
    let special = nextSpecial(text, 0);
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0 || text.length - open <= dataClose.length) break;
      if (text.startsWith(dataClose, open)) {
        const tail = text.slice(open);
        out.push(text.slice(copied, open), visitor.dataEnd(), tail);
        visitor.tail?.(tail);
        this.stage = 'tail';
        this.pending = '';
        return out.join('');
      }
      let end = endOfTag(text, open);
      if (special === open) end = endOfSpecial(text, open);
      if (end < 0) break;
      if (text.startsWith(rowOpen, open) && /[\s/>]/.test(text[open + rowOpen.length] ?? '')) {
        const start = text.slice(open, end);
        if (text[end - 2] !== '/') {
          let close = nextRowEnd(text, rowClose, end);
          while (special >= 0 && special < close) {
            const after = endOfSpecial(text, special);
            close = after < 0 ? -1 : nextRowEnd(text, rowClose, Math.max(after, end));
            special = after < 0 ? special : nextSpecial(text, after);
          }
          end = close < 0 ? 0 : text.indexOf('>', close) + 1;
          if (end === 0) break;
        }
        const row = text.slice(open, end);
        this.row = rowNumber(start, row, prefix) ?? this.row + 1;
        const changed = visitor.row(row, this.row);
        if (changed !== row) {
          out.push(text.slice(copied, open), changed);
          copied = end;
        }
      }
      at = end;
      if (special >= 0 && special < at) special = nextSpecial(text, at);
    }
    this.pending = text.slice(at);
    out.push(text.slice(copied, at));
    return out.join('');
  }

  private damaged(): SheetError {
    return new SheetError('damaged', this.path, { part: this.part });
  }
}

/** The row's own number, or the one its first cell gives. */
function rowNumber(start: string, row: string, prefix: string): number | null {
  const own = Number(attributeOf(start, 'r'));
  if (own > 0) return own;
  const cell = new RegExp(`<${prefix}c\\s[^>]*?\\br\\s*=\\s*["'][A-Za-z]+(\\d+)`).exec(row);
  return cell ? Number(cell[1]) : null;
}

/** Where the next comment or CDATA section begins. Every tag has a `<`, hardly one a `!`: looking for that is quick. */
function nextSpecial(text: string, from: number): number {
  let at = text.indexOf('!', from);
  while (at >= 0 && (at <= from || text[at - 1] !== '<')) at = text.indexOf('!', at + 1);
  return at < 0 ? -1 : at - 1;
}

/** Where the next row ends. Its name is looked for, because there is one in a row and dozens of `<`. */
function nextRowEnd(text: string, rowClose: string, from: number): number {
  const before = rowClose.length - 'row'.length;
  for (let at = text.indexOf('row', from + before); at >= 0; at = text.indexOf('row', at + 1)) {
    if (text.startsWith(rowClose, at - before)) return at - before;
  }
  return -1;
}

/** Whether there is a comment or CDATA section. */
export const hasSpecials = (text: string): boolean => nextSpecial(text, 0) >= 0;

/** Just after a comment or CDATA section, -1 when it isn't all there. */
function endOfSpecial(text: string, start: number): number {
  const ending = text.startsWith('<![', start) ? ']]>' : '-->';
  const end = text.indexOf(ending, start);
  return end < 0 ? -1 : end + ending.length;
}

/** The same length, with comments and CDATA sections blanked so that nothing in them looks like a tag. */
export function withoutSpecials(text: string): string {
  if (!hasSpecials(text)) return text;
  return text.replace(/<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, (special) =>
    ' '.repeat(special.length),
  );
}
