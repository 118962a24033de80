import { StringDecoder } from 'node:string_decoder';

/** Turns a part's bytes into text and back, losing nothing. */
export type PartCodec = { decode(chunk: Buffer): string; encode(text: string): Buffer };

/**
 * The codec for a part that begins so. Markup is ASCII in every encoding a part may have but UTF-16, so that the others
 * are taken as one character per byte.
 */
export function codecOf(first: Buffer): PartCodec {
  const start = first.toString('latin1', 0, 2);
  if (start === '\xff\xfe' || start === '<\0') return littleEndian();
  if (start === '\xfe\xff' || start === '\0<') return bigEndian();
  return {
    decode: (chunk) => chunk.toString('latin1'),
    encode: (text) => Buffer.from(text, 'latin1'),
  };
}

function littleEndian(): PartCodec {
  const decoder = new StringDecoder('utf16le');
  return { decode: (chunk) => decoder.write(chunk), encode: (text) => Buffer.from(text, 'utf16le') };
}

function bigEndian(): PartCodec {
  const decoder = new StringDecoder('utf16le');
  let odd: Buffer = Buffer.alloc(0);
  return {
    decode(chunk) {
      const bytes = Buffer.concat([odd, chunk]);
      const even = bytes.length - (bytes.length % 2);
      odd = bytes.subarray(even);
      return decoder.write(bytes.subarray(0, even).swap16());
    },
    encode: (text) => Buffer.from(text, 'utf16le').swap16(),
  };
}

const CHUNK = 128 * 1024;

/** Passes a part through `write`, in pieces of a good size; `end` is called after the last one. */
export async function* transformed(
  chunks: AsyncIterable<Buffer>,
  { write, end }: { write(text: string): string; end(): void },
): AsyncGenerator<Buffer> {
  let codec: PartCodec | null = null;
  let pieces: string[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    codec ??= codecOf(chunk);
    const piece = write(codec.decode(chunk));
    pieces.push(piece);
    size += piece.length;
    if (size < CHUNK) continue;
    yield codec.encode(pieces.join(''));
    pieces = [];
    size = 0;
  }
  end();
  if (codec && size > 0) yield codec.encode(pieces.join(''));
}
