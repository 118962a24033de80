import { Readable } from 'node:stream';
import type yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import { SheetError } from '../sheet-error';
import type { Package } from '../workbook/package';

/** Excel packs quickly too; higher levels take twice the time for a few per cent. */
const LEVEL = 4;

/**
 * The bytes of a package with other contents for some of its parts, in the same order. Names, contents and times of all
 * others stay. Throws what reading a part throws.
 */
export async function* copyPackage(
  { zip, parts, path }: Package,
  replaced: ReadonlyMap<string, AsyncIterable<Buffer>>,
): AsyncGenerator<Buffer> {
  const target = new ZipFile();
  const output = target.outputStream;
  if (!(output instanceof Readable)) throw new TypeError('a stream was expected');
  const fail = (part: string, cause: unknown): void => {
    output.destroy(
      cause instanceof SheetError ? cause : new SheetError('damaged', path, { part }, { cause }),
    );
  };
  target.on('error', (error) => fail('', error));
  for (const [name, entry] of parts) {
    const mtime = entry.getLastModDate({ forceDosFormat: true });
    if (name.endsWith('/')) {
      target.addEmptyDirectory(name, { mtime, forceDosTimestamp: true });
      continue;
    }
    const options = {
      mtime,
      forceDosTimestamp: true,
      compressionLevel: entry.compressionMethod === 0 ? 0 : LEVEL,
    };
    const chunks = replaced.get(name);
    target.addReadStreamLazy(name, options, (done) => {
      const opening = chunks
        ? Promise.resolve(Readable.from(chunks, { objectMode: false }))
        : openPart(zip, entry);
      opening.then(
        (stream) => {
          stream.on('error', (error) => fail(name, error));
          done(null, stream);
        },
        (error) => fail(name, error),
      );
    });
  }
  target.end();
  for await (const chunk of output) yield chunk;
}

function openPart(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) =>
      error || !stream ? reject(error ?? new Error('no stream')) : resolve(stream),
    );
  });
}
