import chardet from 'chardet';
import iconv from 'iconv-lite';
import { SheetError } from '../sheet-error';

export type Encoded = { encoding: string; byteOrderMark: boolean };

const MARKS: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];
const MULTI_BYTE = ['GB18030', 'Big5', 'Shift_JIS', 'EUC-KR', 'EUC-JP'];
const SAMPLE = 256 * 1024;

const startsWith = (bytes: Buffer, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** The length in bytes of the byte-order mark, 0 when there is none. */
export const markLength = (bytes: Buffer): number =>
  MARKS.find((mark) => startsWith(bytes, mark.bytes))?.bytes.length ?? 0;

/** Whether every byte sequence is legal in an encoding. */
function decodes(bytes: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** How a text file is encoded: by its mark, by the zeros of UTF-16, by being valid UTF-8, else by what its bytes are like. */
export function detectEncoding(bytes: Buffer): Encoded {
  const mark = MARKS.find((one) => startsWith(bytes, one.bytes));
  if (mark) return { encoding: mark.encoding, byteOrderMark: true };
  const sample = bytes.subarray(0, SAMPLE);
  const wide = withoutMarkUtf16(sample);
  if (wide) return { encoding: wide, byteOrderMark: false };
  if (decodes(bytes, 'utf-8')) return { encoding: 'utf-8', byteOrderMark: false };
  return { encoding: legacyEncoding(sample), byteOrderMark: false };
}

function withoutMarkUtf16(sample: Buffer): string | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function legacyEncoding(sample: Buffer): string {
  let high = 0;
  let paired = 0;
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] ?? 0) < 0x80) continue;
    high++;
    if ((sample[at + 1] ?? 0) >= 0x80 || (sample[at - 1] ?? 0) >= 0x80) paired++;
  }
  const guesses = chardet.analyse(sample).map((guess) => guess.name);
  // European text has its accents one by one; Asian characters come in pairs of high bytes.
  if (paired > high * 0.6) {
    const multi = [...guesses, ...MULTI_BYTE].find(
      (name) => MULTI_BYTE.includes(name) && decodes(sample, name.toLowerCase()),
    );
    if (multi) return multi.toLowerCase();
  }
  const single = guesses.find((name) => /^(windows-125\d|ISO-8859-\d+|KOI8-R)$/.test(name));
  if (!single || single === 'ISO-8859-1' || single === 'ISO-8859-9') return 'windows-1252';
  return single.toLowerCase();
}

/** The text of a file's bytes without its mark. Throws `undecodable` with the line, or `unknown-encoding`. */
export function decodeText(bytes: Buffer, encoding: string, path: string): string {
  if (!iconv.encodingExists(encoding)) throw new SheetError('unknown-encoding', path, { encoding });
  const body = bytes.subarray(markLength(bytes));
  if (/^utf-?8$/i.test(encoding) || /^(gb18030|gbk|big5|shift_jis|euc-kr|euc-jp)$/i.test(encoding)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(body);
    } catch (cause) {
      throw new SheetError('undecodable', path, { encoding, line: firstBadLine(body, encoding) }, { cause });
    }
  }
  return iconv.decode(body, encoding, { stripBOM: false });
}

function firstBadLine(bytes: Buffer, encoding: string): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end + 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop;
    line++;
  }
  return line;
}

/** Text as bytes again, with the mark the file had. */
export function encodeText(text: string, { encoding, byteOrderMark }: Encoded): Buffer {
  const body = iconv.encode(text, encoding);
  const mark = byteOrderMark ? MARKS.find((one) => one.encoding === encoding.toLowerCase()) : undefined;
  return mark ? Buffer.concat([Buffer.from(mark.bytes), body]) : body;
}
