import { readFile, writeFile } from 'node:fs/promises';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';

export type Parts = Map<string, Buffer>;

/** The parts of a zip package in their order, unpacked. */
export async function partsOf(path: string): Promise<Parts> {
  const zip = await yauzl.fromBufferPromise(await readFile(path), { lazyEntries: true });
  const parts: Parts = new Map();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    parts.set(entry.fileName, Buffer.concat(chunks));
  }
  return parts;
}

/** Writes a zip package; what is packed already (pictures) is stored as it is, as office programs do. */
export async function writePackage(
  path: string,
  parts: ReadonlyMap<string, Buffer | string>,
  { zip64 = false } = {},
): Promise<void> {
  const zip = new ZipFile();
  for (const [name, content] of parts) {
    const compress = !/\.(png|bin)$/.test(name);
    zip.addBuffer(Buffer.from(content), name, {
      compress,
      mtime: new Date(2026, 4, 4, 12, 30, 20),
      forceZip64Format: zip64,
    });
  }
  zip.end({ forceZip64Format: zip64, comment: '' });
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  await writeFile(path, Buffer.concat(chunks));
}
