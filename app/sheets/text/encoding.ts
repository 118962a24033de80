import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { SheetError } from '../sheet-error';
import { legacyEncoding } from './legacy-encoding';

export type Encoded = { encoding: string; byteOrderMark: boolean };

const MARKS: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];
const SAMPLE = 256 * 1024;
/** So much text beyond ASCII tells as well as more would. */
const TELLING = 32 * 1024;

const startsWith = (bytes: Buffer, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** The length in bytes of the byte-order mark, 0 when there is none. */
export const markLength = (bytes: Buffer): number =>
  MARKS.find((mark) => startsWith(bytes, mark.bytes))?.bytes.length ?? 0;

/** How a text file is encoded: by its mark, by the zeros of UTF-16, by being valid UTF-8, else by what its bytes are like. */
export function detectEncoding(bytes: Buffer): Encoded {
  const mark = MARKS.find((one) => startsWith(bytes, one.bytes));
  if (mark) return { encoding: mark.encoding, byteOrderMark: true };
  const sample = bytes.subarray(0, SAMPLE);
  const wide = withoutMarkUtf16(sample);
  if (wide) return { encoding: wide, byteOrderMark: false };
  if (isUtf8(bytes)) return { encoding: 'utf-8', byteOrderMark: false };
  const lines = tellingLines(bytes);
  if (mostlyUtf8(lines)) return { encoding: 'utf-8', byteOrderMark: false };
  return { encoding: legacyEncoding(lines, !bytes.includes(0x0a)), byteOrderMark: false };
}

/** The lines that are not plain ASCII, wherever in the file they are. In none of these encodings is a line end part of a character. */
function tellingLines(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  let size = 0;
  let start = 0;
  for (let at = 0; at < bytes.length && size < TELLING; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a || byte === 0x0d) start = at + 1;
    if (byte < 0x80) continue;
    while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
    lines.push(bytes.subarray(start, at + 1));
    size += at - start;
    start = at + 1;
  }
  return Buffer.concat(lines).subarray(0, TELLING * 2);
}

/** A few broken characters among good ones, as in files put together of several: to be told of, not to be read as something else. */
function mostlyUtf8(lines: Buffer): boolean {
  let good = 0;
  let bad = 0;
  for (const character of lines.toString('utf8')) {
    if (character === '\uFFFD') bad++;
    else if (character > '\u007f') good++;
  }
  return good > bad * 4;
}

/** Zeros are found in no other text; in UTF-16 they are the upper halves of ASCII, at the least of tabs and line ends. */
function withoutMarkUtf16(sample: Buffer): string | null {
  let even = 0;
  let odd = 0;
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) {
    // No text holds the character zero.
    if (at % 2 === 0 && sample[at + 1] === 0) return null;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (even + odd < sample.length / 100) return null;
  // Some characters end in a zero byte too (U+4E00, the Chinese one).
  if (odd > even * 3) return 'utf-16le';
  return even > odd * 3 ? 'utf-16be' : null;
}

/** Encodings whose decoder can say that bytes are none of theirs. */
const STRICT = /^(utf-16[lb]e|gb18030|gbk|big5|shift_jis|euc-kr|euc-jp)$/;

/** The standard name of an encoding, whatever a person calls it (`latin1`, `sjis`). Throws `unknown-encoding`. */
export function encodingName(label: string, path: string): string {
  const given = label.trim().toLowerCase();
  let name = given;
  try {
    name = new TextDecoder(given).encoding;
  } catch {
    // Known to iconv alone, or to nobody.
  }
  if (iconv.encodingExists(name)) return name;
  throw new SheetError('unknown-encoding', path, { encoding: label });
}

/** The text of a file's bytes without its mark. Throws `undecodable` with the line. */
export function decodeText(bytes: Buffer, encoding: string, path: string): string {
  const body = bytes.subarray(markLength(bytes));
  if (encoding === 'utf-8') {
    if (isUtf8(body)) return body.toString('utf8');
  } else if (STRICT.test(encoding)) {
    const text = strictly(body, encoding);
    if (text !== null) return text;
  } else {
    const text = iconv.decode(body, encoding, { stripBOM: false });
    if (!text.includes('\uFFFD')) return text;
    throw new SheetError('undecodable', path, { encoding, line: lineAt(text, text.indexOf('\uFFFD')) });
  }
  throw new SheetError('undecodable', path, { encoding, line: firstBadLine(body, encoding) });
}

function strictly(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The number of the line a character is in. */
const lineAt = (text: string, at: number): number => text.slice(0, at).split(/\r\n|\r|\n/).length;

/** The longest start of the bytes that still decodes ends in the line looked for. */
function firstBadLine(bytes: Buffer, encoding: string): number {
  const start = (length: number): string | null => {
    try {
      const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
      return decoder.decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return null;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (start(middle) === null) bad = middle;
    else good = middle;
  }
  const text = start(good) ?? '';
  return lineAt(text, text.length);
}
