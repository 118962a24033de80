import yauzl from 'yauzl';
import { SheetError } from '../sheet-error';

const MAX_PARTS = 20_000;
const MAX_PART_BYTES = 1_500 * 1024 * 1024;
/** XML of a sheet shrinks by 10 to 30; a bomb by 1000. */
const MAX_RATIO = 400;
const SMALL = 10 * 1024 * 1024;

/** The parts of a workbook's zip package by name, without a leading slash. */
export type Package = {
  readonly path: string;
  readonly parts: ReadonlyMap<string, yauzl.Entry>;
  readonly zip: yauzl.ZipFile;
};

const damaged = (path: string, part: string, cause: unknown): SheetError =>
  new SheetError('damaged', path, { part }, { cause });

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
  return { path, parts, zip };
}

/** A part's bytes as a stream of chunks. Throws `damaged` when they can't be unpacked, `too-large` for a bomb. */
export async function* partChunks({ zip, parts, path }: Package, name: string): AsyncGenerator<Buffer> {
  const entry = parts.get(name);
  if (!entry) throw damaged(path, name, null);
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > MAX_PART_BYTES || (size > SMALL && size > packed * MAX_RATIO)) {
    throw new SheetError('too-large', path, { what: `${name} unpacks to ${Math.round(size / 1048576)} MB` });
  }
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) =>
        error || !opened ? reject(error ?? new Error('no stream')) : resolve(opened),
      );
    });
    for await (const chunk of stream) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
  } catch (cause) {
    throw cause instanceof SheetError ? cause : damaged(path, name, cause);
  }
}

/** A small part's whole text; null when the package has none of that name. */
export async function partText(opened: Package, name: string): Promise<string | null> {
  if (!opened.parts.has(name)) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of partChunks(opened, name)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
