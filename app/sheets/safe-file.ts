import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SheetError } from './sheet-error';

/** What writing needs of the file system; tests hand in ones that fail. */
export type FileOperations = Pick<typeof fs, 'open' | 'readdir' | 'rename' | 'rm' | 'stat'>;
export type SafeFileOptions = {
  /** A file that is never replaced, whatever its name or link. */
  keep?: string;
  /** Permissions of the new file; absent: the system's usual ones. */
  mode?: number;
  /** Whether a file that can't be replaced gets a sibling name. */
  sibling: boolean;
  files?: FileOperations;
};
/** `note`: words for the operator when it was written elsewhere than asked. */
export type SafeFile = { path: string; sha256: string; note: string | null };

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const LOCKED = new Set(['EBUSY', 'EPERM', 'EACCES', 'EISDIR', 'ETXTBSY']);
const RETRIES = 3;
const RETRY_AFTER_MS = 100;
const PART = /^\.pbx-orders-[0-9a-f]{12}\.part$/;
/** Nothing takes that long to write: what is older was left by a crash. */
const LEFT_AFTER_MS = 60 * 60 * 1000;
const MOST_SIBLINGS = 1000;
/** Siblings this process wrote: they are written anew, so that a long run beside an open file makes one of them. */
const ownSiblings = new Set<string>();

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

function asSheetError(error: unknown, to: string): SheetError {
  if (error instanceof SheetError) return error;
  const code = codeOf(error);
  if (FULL.has(code)) return new SheetError('disk-full', to, {}, { cause: error });
  const why = code === 'ENOENT' ? 'there is no such folder' : code;
  return new SheetError('cannot-write', to, why ? { why } : {}, { cause: error });
}

/**
 * Writes a file so that there is always the old one or the whole new one: a temporary file beside it, fsync, rename,
 * fsync of the folder. Throws SheetError `disk-full` or `cannot-write`, or what `chunks` throws; then nothing is left.
 */
export async function writeSafely(
  to: string,
  chunks: AsyncIterable<Uint8Array>,
  { keep, mode, sibling, files = fs }: SafeFileOptions,
): Promise<SafeFile> {
  const folder = path.dirname(to);
  const part = path.join(folder, `.pbx-orders-${randomBytes(6).toString('hex')}.part`);
  try {
    const sha256 = await writePart(part, chunks, mode, files, to);
    await removeLeftParts(part, files);
    const { path: written, why } = await put(part, to, { keep, sibling, files });
    await syncFolder(folder, files);
    const names = [to, written].map((one) => `"${path.basename(one)}"`);
    return {
      path: written,
      sha256,
      note: why ? `${names[0]} ${why}, so this was written: ${names[1]}.` : null,
    };
  } catch (error) {
    await files.rm(part, { force: true }).catch(() => {});
    throw asSheetError(error, to);
  }
}

async function writePart(
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  mode: number | undefined,
  files: FileOperations,
  to: string,
): Promise<string> {
  const hash = createHash('sha256');
  const file = await files.open(part, 'wx', mode ?? 0o666).catch((error: unknown) => {
    throw asSheetError(error, to);
  });
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      for (let done = 0; done < chunk.length;) {
        done += (await file.write(chunk, done, chunk.length - done)).bytesWritten;
      }
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

/** Removes what crashes left in the folder, by the age it has beside the part just written. */
async function removeLeftParts(part: string, files: FileOperations): Promise<void> {
  const folder = path.dirname(part);
  const { mtimeMs: now } = await files.stat(part);
  for (const name of await files.readdir(folder).catch(() => [])) {
    if (!PART.test(name)) continue;
    const other = path.join(folder, name);
    const age = now - ((await files.stat(other).catch(() => null))?.mtimeMs ?? now);
    if (age > LEFT_AFTER_MS) await files.rm(other, { force: true }).catch(() => {});
  }
}

/** Gives the finished file its name, or the next free one beside it. */
async function put(
  part: string,
  to: string,
  { keep, sibling, files }: { keep: string | undefined; sibling: boolean; files: FileOperations },
): Promise<{ path: string; why: string | null }> {
  const why = await obstacle(to, keep, files);
  if (why === null) {
    const refused = await replace(part, to, files);
    if (refused === null) return { path: to, why: null };
    if (!sibling) throw refused;
  } else if (!sibling) throw new SheetError('cannot-write', to, { why: `it ${why}` });
  const { dir, name, ext } = path.parse(to);
  for (let number = 2; number < MOST_SIBLINGS; number++) {
    const other = path.join(dir, `${name} (${number})${ext}`);
    const free = ownSiblings.has(other) || (await files.stat(other).catch(() => null)) === null;
    if (!free || (await obstacle(other, keep, files)) !== null) continue;
    const refused = await replace(part, other, files);
    if (refused) continue;
    ownSiblings.add(other);
    return { path: other, why: why ?? 'is open in another program or write-protected' };
  }
  throw new SheetError('cannot-write', to, { why: `it ${why ?? 'is open in another program'}` });
}

/** Why a file must not be replaced: it is the source, or an office program has it open and said so beside it. */
async function obstacle(to: string, keep: string | undefined, files: FileOperations): Promise<string | null> {
  const there = await files.stat(to).catch(() => null);
  if (!there) return null;
  const kept = keep === undefined ? null : await files.stat(keep).catch(() => null);
  if (kept && kept.ino === there.ino && kept.dev === there.dev) return 'is the order sheet itself';
  const { dir, base } = path.parse(to);
  for (const mark of [`~$${base}`, `.~lock.${base}#`]) {
    if (await files.stat(path.join(dir, mark)).catch(() => null)) return 'is open in another program';
  }
  return (there.mode & 0o222) === 0 ? 'is write-protected' : null;
}

/** The error when the file can't be replaced; a virus scanner that holds it for a moment is waited for. */
async function replace(part: string, to: string, files: FileOperations): Promise<Error | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      await files.rename(part, to);
      return null;
    } catch (error) {
      if (!(error instanceof Error) || !LOCKED.has(codeOf(error))) throw error;
      if (attempt === RETRIES) return error;
      await wait(RETRY_AFTER_MS);
    }
  }
}

/** Makes the new name durable. Windows has no such thing for folders. */
async function syncFolder(folder: string, files: FileOperations): Promise<void> {
  const opened = await files.open(folder, 'r').catch(() => null);
  await opened?.sync().catch(() => {});
  await opened?.close();
}
