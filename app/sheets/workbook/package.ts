import { StringDecoder } from 'node:string_decoder';
import zlib from 'node:zlib';
import yauzl from 'yauzl';
import { SheetError } from '../sheet-error';
import { crc32 } from './crc32';
import { TagScanner, type TagHandler } from './tag-scanner';

const MAX_PARTS = 20_000;
const MAX_PART_BYTES = 1_500 * 1024 * 1024;
/** XML of a sheet shrinks by 10 to 30; a bomb by 1000. */
const MAX_RATIO = 400;
const MAX_SMALL_PART = 64 * 1024 * 1024;
const CHUNK = 128 * 1024;
const [STORED, DEFLATED] = [0, 8];
const SMALL = 10 * 1024 * 1024;
/** Of all parts read: parts that each stay below the limits can be many. */
const MAX_UNPACKED = 3 * 1024 * 1024 * 1024;

/** The parts of a workbook's zip package by name, without a leading slash. */
export type Package = {
  readonly path: string;
  readonly bytes: Buffer;
  readonly parts: ReadonlyMap<string, yauzl.Entry>;
  /** Names of parts by the same in small letters. */
  readonly folded: ReadonlyMap<string, string>;
  readonly zip: yauzl.ZipFile;
  /** Bytes unpacked so far. */
  unpacked: number;
};

const damaged = (path: string, part: string, cause: unknown): SheetError =>
  new SheetError('damaged', path, { part }, { cause });

const tooLarge = (path: string, part: string, size: number): SheetError =>
  new SheetError('too-large', path, { what: `${part} unpacks to ${Math.round(size / 1048576)} MB` });

/** Opens a zip package from its bytes. Throws `damaged` or `too-large`. */
export async function openPackage(bytes: Buffer, path: string): Promise<Package> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error || !opened ? reject(damaged(path, '', error)) : resolve(opened),
    );
  });
  const parts = new Map<string, yauzl.Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (parts.size >= MAX_PARTS)
        return reject(new SheetError('too-large', path, { what: `it has more than ${MAX_PARTS} parts` }));
      parts.set(entry.fileName.replace(/^\//, ''), entry);
      zip.readEntry();
    });
    zip.once('end', resolve);
    zip.once('error', (error) => reject(damaged(path, '', error)));
    zip.readEntry();
  });
  const folded = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  return { path, bytes, parts, folded, zip, unpacked: 0 };
}

/** A part's bytes as a stream of chunks. Throws `damaged` when they can't be unpacked, `too-large` for a bomb. */
export async function* partChunks(opened: Package, name: string): AsyncGenerator<Buffer> {
  const { parts, path } = opened;
  const entry = parts.get(name);
  if (!entry) throw damaged(path, name, null);
  const { uncompressedSize: size, compressedSize: packed } = entry;
  opened.unpacked += size;
  if (entry.isEncrypted()) throw new SheetError('password-protected', path, { part: name });
  if (
    opened.unpacked > MAX_UNPACKED ||
    size > MAX_PART_BYTES ||
    (size > SMALL && size > packed * MAX_RATIO)
  ) {
    throw tooLarge(path, name, size);
  }
  try {
    let sum = 0;
    let unpacked = 0;
    for await (const chunk of unpack(entry, await packedBytes(opened, entry))) {
      sum = crc32(chunk, sum);
      unpacked += chunk.length;
      if (unpacked > size) break;
      yield chunk;
    }
    // A flipped bit often unpacks without a complaint, into another number.
    if (sum !== entry.crc32 || unpacked !== size) throw new Error('size or checksum');
  } catch (cause) {
    throw cause instanceof SheetError ? cause : damaged(path, name, cause);
  }
}

function packedBytes({ zip, bytes }: Package, entry: yauzl.Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (error, header) => {
      if (error) return reject(error);
      const end = header.fileDataStart + entry.compressedSize;
      if (end > bytes.length) return reject(new Error('the file ends early'));
      return resolve(bytes.subarray(header.fileDataStart, end));
    });
  });
}

async function* unpack({ compressionMethod }: yauzl.Entry, packed: Buffer): AsyncGenerator<Buffer> {
  if (compressionMethod === STORED) yield packed;
  else if (compressionMethod !== DEFLATED) throw new Error(`compression method ${compressionMethod}`);
  else {
    const inflate = zlib.createInflateRaw({ chunkSize: CHUNK });
    inflate.end(packed);
    const chunks: AsyncIterable<Buffer> = inflate;
    yield* chunks;
  }
}

/** Hands a part's tags to `handler`, no further than is `enough`. Throws `damaged` when it can't be unpacked or isn't XML. */
export async function scanPart(
  opened: Package,
  name: string,
  handler: TagHandler,
  enough: () => boolean = () => false,
): Promise<void> {
  const scanner = new TagScanner(handler, opened.path, name);
  let wide: StringDecoder | null | undefined;
  for await (const chunk of partChunks(opened, name)) {
    wide ??= chunk[0] === 0xff && chunk[1] === 0xfe ? new StringDecoder('utf16le') : null;
    scanner.write(wide ? Buffer.from(wide.write(chunk), 'utf8') : chunk);
    if (enough()) return;
  }
  scanner.end();
}

/** The same for a part that describes others: lists of styles and sheets are never long. */
export async function scanSmallPart(opened: Package, name: string, handler: TagHandler): Promise<void> {
  const size = opened.parts.get(name)?.uncompressedSize ?? 0;
  if (size > MAX_SMALL_PART) throw tooLarge(opened.path, name, size);
  await scanPart(opened, name, handler);
}
