import { Readable } from 'node:stream';
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
  dropped?: string,
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
    if (name === dropped) continue;
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
      const started = (error: Error | null, stream: Readable): void => {
        if (error) return fail(name, error);
        stream.on('error', (broken) => fail(name, broken));
        done(null, stream);
      };
      if (chunks) started(null, Readable.from(chunks, { objectMode: false }));
      else zip.openReadStream(entry, started);
    });
  }
  target.end();
  for await (const chunk of output) yield chunk;
}
