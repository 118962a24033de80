import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import type { FileMark, WrittenBefore } from '../sheets';
import { readStored, writeStored } from './stored-file';

const mark = z.object({ sha256: z.string(), size: z.number(), mtimeMs: z.number() });
/** The mark of the file as it is, and of the one about to take its place: a crash leaves the one or the other. */
const stored = z.object({ file: z.string(), run: z.string(), marks: z.array(mark) });

/**
 * What every result file was when it was written, on disk before the file gets its name. A result that is none of this
 * any more has somebody's work in it.
 */
export class ResultMarks {
  /** What was there when a person asked for a file by name. */
  readonly #replaceable = new Map<string, Pick<FileMark, 'size' | 'mtimeMs'>>();

  constructor(private readonly dataDir: string) {}

  /** A person asked for this file by name: what is there now is replaced, whatever it is. */
  async replace(file: string): Promise<void> {
    const there = await stat(file).catch(() => null);
    if (there) this.#replaceable.set(path.resolve(file), there);
  }

  /** For writing the results of a run. */
  of(run: string): WrittenBefore {
    return {
      by: run,
      ownerOf: async (file) => {
        const there = await stat(file).catch(() => null);
        const given = this.#replaceable.get(path.resolve(file));
        if (there && there.size === given?.size && there.mtimeMs === given.mtimeMs) return run;
        const known = await this.#read(file);
        return known && (await markOf(file, known.marks)) ? known.run : null;
      },
      record: async (file, next) => {
        const there = await markOf(file, (await this.#read(file))?.marks ?? []);
        const marks = [...(there ? [there] : []), next];
        // What could not be recorded is not known later, and so never written over.
        await writeStored(this.#recordOf(file), { file: path.resolve(file), run, marks }).catch(() => {});
      },
    };
  }

  async #read(file: string): Promise<z.infer<typeof stored> | null> {
    return readStored(this.#recordOf(file), stored).catch(() => null);
  }

  #recordOf(file: string): string {
    const name = createHash('sha256').update(path.resolve(file)).digest('hex');
    return path.join(this.dataDir, 'result-marks', `${name}.json`);
  }
}

/** Which of the marks a file has; null: none, or there is no such file. It is only read where its time alone differs. */
async function markOf(file: string, marks: readonly FileMark[]): Promise<FileMark | null> {
  const there = await stat(file).catch(() => null);
  const alike = marks.filter(({ size }) => size === there?.size);
  const same = alike.find(({ mtimeMs }) => mtimeMs === there?.mtimeMs);
  if (same || alike.length === 0) return same ?? null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash).catch(() => {});
  const sha256 = hash.digest('hex');
  return alike.find((one) => one.sha256 === sha256) ?? null;
}
