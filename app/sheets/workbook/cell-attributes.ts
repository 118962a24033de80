const [EQUALS, QUOTE, APOSTROPHE, SPACE] = [0x3d, 0x22, 0x27, 0x20];
const [R, S, T] = [0x72, 0x73, 0x74];

/** What a `c` tag says of its cell. One object is filled again and again: there are millions of cells. */
export class CellAttributes {
  /** 0-based; -1 when the tag doesn't say. */
  column = -1;
  /** 1-based; 0 when the tag doesn't say. */
  row = 0;
  style = 0;
  /** `s` shared string, `n` number, `b`, `e`, `d`, `str` formula text, `inlineStr`. */
  type = 'n';

  /** False when the reference isn't one. */
  read(bytes: Buffer, from: number, to: number): boolean {
    this.column = -1;
    this.row = this.style = 0;
    this.type = 'n';
    let at = from;
    while (at < to) {
      while (at < to && (bytes[at] ?? 0) <= SPACE) at++;
      const name = at;
      while (at < to && bytes[at] !== EQUALS && bytes[at] !== SPACE) at++;
      const nameEnd = at;
      while (at < to && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
      const quote = bytes[at];
      const value = ++at;
      while (at < to && bytes[at] !== quote) at++;
      if (nameEnd - name === 1) {
        const letter = bytes[name];
        if (letter === R && !this.reference(bytes, value, at)) return false;
        if (letter === S) this.style = Math.max(0, digits(bytes, value, at));
        if (letter === T)
          this.type = at - value === 1 && bytes[value] === S ? 's' : bytes.toString('latin1', value, at);
      }
      at++;
    }
    return true;
  }

  private reference(bytes: Buffer, from: number, to: number): boolean {
    let at = from;
    let column = 0;
    for (; at < to; at++) {
      const letter = (bytes[at] ?? 0) & 0xdf;
      if (letter < 0x41 || letter > 0x5a) break;
      column = column * 26 + letter - 0x40;
    }
    if (at === from || at === to) return false;
    this.column = column - 1;
    this.row = digits(bytes, at, to);
    return this.row > 0;
  }
}

/** A whole number of up to 15 digits, exact in a double; -1 for anything else. */
export function digits(bytes: Buffer, from: number, to: number): number {
  if (to === from || to - from > 15) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
