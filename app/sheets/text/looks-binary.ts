const SAMPLE = 64 * 1024;
/** Of all bytes: a stray control character doesn't make a table unreadable. */
const MOST_CONTROLS = 0.01;
const TAB = 0x09;
const CR = 0x0d;
const DOS_END = 0x1a;

/** Whether bytes are no text at all: zeros, or many control characters. */
export function looksBinary(bytes: Buffer, encoding: string): boolean {
  if (encoding.startsWith('utf-16')) return false;
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.includes(0)) return true;
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && (byte < TAB || byte > CR) && byte !== DOS_END) controls++;
  }
  return controls > sample.length * MOST_CONTROLS;
}
