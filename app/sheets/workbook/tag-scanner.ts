import { SheetError } from '../sheet-error';

/** Told what a part holds, by local names: `x:row` and `row` are the same. `bytes` are UTF-8 and only valid during the call. */
export type TagHandler = {
  /** Text is passed on only while this is true. */
  wantsText: boolean;
  /** The attributes lie between `from` and `to`. */
  open(name: string, bytes: Buffer, from: number, to: number): void;
  close(name: string): void;
  /** `raw`: of a CDATA section, in which entities mean nothing. */
  text(bytes: Buffer, from: number, to: number, raw: boolean): void;
};

/** No tag and no stretch of text is longer; a cell holds 32,767 characters at most. */
const MAX_TOKEN = 4 * 1024 * 1024;
const MAX_DEPTH = 200;
const [TAB, SPACE, BANG, QUOTE, APOSTROPHE] = [0x09, 0x20, 0x21, 0x22, 0x27];
const [SLASH, COLON, LESS, GREATER, QUESTION] = [0x2f, 0x3a, 0x3c, 0x3e, 0x3f];
/** Most tags of a sheet have names of one letter: these strings are made once. */
const LETTERS = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

const isSpace = (code: number | undefined): boolean =>
  code === SPACE || (code !== undefined && code >= TAB && code <= 0x0d);

/**
 * Splits XML into tags and text as its bytes arrive, an order of magnitude faster than a general parser: no strings are
 * made but those asked for. Throws `damaged` for tags that don't nest, end early, or for a document type
 * (which no workbook has, and which could define entities that grow without end).
 */
export class TagScanner {
  private rest: Buffer | null = null;
  private readonly open: string[] = [];
  private seenRoot = false;

  constructor(
    private readonly handler: TagHandler,
    private readonly path: string,
    private readonly part: string,
  ) {}

  write(chunk: Buffer): void {
    const bytes = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    const used = this.scan(bytes);
    this.rest = used < bytes.length ? bytes.subarray(used) : null;
    if (this.rest && this.rest.length > MAX_TOKEN) throw this.damaged('a tag or text without an end');
  }

  end(): void {
    const left = this.rest?.toString('latin1').trim() ?? '';
    if (left !== '' || this.open.length > 0 || !this.seenRoot) throw this.damaged('it ends early');
  }

  /** Handles every whole tag with the text before it; yields how many bytes that were. */
  private scan(bytes: Buffer): number {
    const { handler } = this;
    const end = bytes.length;
    let at = 0;
    for (;;) {
      let tag = at;
      while (tag < end && bytes[tag] !== LESS) tag++;
      if (tag + 1 >= end) return at;
      const kind = bytes[tag + 1];
      if (kind === BANG || kind === QUESTION) {
        const after = this.special(bytes, at, tag, kind);
        if (after < 0) return at;
        at = after;
        continue;
      }
      let close = tag + 1;
      if (kind === SLASH) while (close < end && bytes[close] !== GREATER) close++;
      else close = endOfTag(bytes, close, end);
      if (close >= end) return at;
      if (tag > at && handler.wantsText) handler.text(bytes, at, tag, false);
      if (kind === SLASH) this.closeTag(bytes, tag + 2, close);
      else this.openTag(bytes, tag + 1, close);
      at = close + 1;
    }
  }

  private openTag(bytes: Buffer, from: number, close: number): void {
    const empty = bytes[close - 1] === SLASH;
    const to = empty ? close - 1 : close;
    let nameEnd = from;
    let local = from;
    while (nameEnd < to && !isSpace(bytes[nameEnd])) {
      if (bytes[nameEnd] === COLON) local = nameEnd + 1;
      nameEnd++;
    }
    const name = nameOf(bytes, local, nameEnd);
    if (name === '') throw this.damaged('a tag without a name');
    if (this.open.length === 0 && this.seenRoot) throw this.damaged('more than one root');
    if (this.open.length >= MAX_DEPTH) throw this.damaged('tags too deep');
    this.seenRoot = true;
    this.handler.open(name, bytes, nameEnd, to);
    if (empty) this.handler.close(name);
    else this.open.push(name);
  }

  private closeTag(bytes: Buffer, from: number, close: number): void {
    let to = close;
    while (to > from && isSpace(bytes[to - 1])) to--;
    let local = from;
    for (let at = from; at < to; at++) if (bytes[at] === COLON) local = at + 1;
    const name = nameOf(bytes, local, to);
    if (this.open.pop() !== name) throw this.damaged(`</${name}> closes nothing`);
    this.handler.close(name);
  }

  /** A comment, a processing instruction or a CDATA section: where it ends, -1 when it isn't all there. */
  private special(bytes: Buffer, at: number, tag: number, kind: number): number {
    if (bytes.length < tag + 9) return -1;
    const start = bytes.toString('latin1', tag, tag + 9);
    const cdata = start === '<![CDATA[';
    if (kind === BANG && !cdata && !start.startsWith('<!--')) throw this.damaged('a document type');
    const ending = cdata ? ']]>' : kind === BANG ? '-->' : '?>';
    const close = bytes.indexOf(ending, tag + (cdata ? 9 : kind === BANG ? 4 : 2), 'latin1');
    if (close < 0) return -1;
    if (this.handler.wantsText) {
      if (tag > at) this.handler.text(bytes, at, tag, false);
      if (cdata) this.handler.text(bytes, tag + 9, close, true);
    }
    return close + ending.length;
  }

  private damaged(why: string): SheetError {
    return new SheetError('damaged', this.path, { part: this.part, why });
  }
}

/** Where the `>` of a tag is: one inside an attribute's value doesn't count. */
function endOfTag(bytes: Buffer, from: number, end: number): number {
  let quote = 0;
  for (let at = from; at < end; at++) {
    const code = bytes[at];
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
  }
  return end;
}

function nameOf(bytes: Buffer, from: number, to: number): string {
  const first = bytes[from] ?? 0;
  return to - from === 1 && first < 128 ? (LETTERS[first] ?? '') : bytes.toString('latin1', from, to);
}
