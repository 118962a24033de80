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
  /** Absent: a file of that name is replaced, whoever wrote it. */
  before?: WrittenBefore;
  files?: FileOperations;
};
/** A file as it was when it was written; while size and time (ms) are the same, so is its content. */
export type FileMark = { sha256: string; size: number; mtimeMs: number };
/** What is known of files written before, so that one that somebody changed since is not written over. */
export type WrittenBefore = {
  /** For whom the new file is written: siblings of others are left alone. */
  by: string;
  /** For whom the file there was written; null: by another program, or it was changed since. */
  ownerOf(file: string): Promise<string | null>;
  /** Called before the new file gets its name. */
  record(file: string, mark: FileMark): Promise<void>;
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
const EDITED = 'is not as PBX Orders wrote it';
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
  options: SafeFileOptions,
): Promise<SafeFile> {
  const { mode, files = fs } = options;
  const folder = path.dirname(to);
  const part = path.join(folder, `.pbx-orders-${randomBytes(6).toString('hex')}.part`);
  try {
    const sha256 = await writePart(part, chunks, mode, files, to);
    const { size, mtimeMs } = await files.stat(part);
    await removeLeftParts(folder, mtimeMs, files);
    const mark = { sha256, size, mtimeMs };
    const { path: written, why } = await put(part, mark, to, { ...options, files });
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

/** Removes what crashes left in the folder, by the age it has beside the part just written (`now`, ms). */
async function removeLeftParts(folder: string, now: number, files: FileOperations): Promise<void> {
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
  mark: FileMark,
  to: string,
  { keep, sibling, before, files }: Omit<SafeFileOptions, 'mode' | 'files'> & { files: FileOperations },
): Promise<{ path: string; why: string | null }> {
  const exists = async (file: string): Promise<boolean> =>
    (await files.stat(file).catch(() => null)) !== null;
  const take = async (file: string): Promise<Error | null> => {
    await before?.record(file, mark);
    return replace(part, file, files);
  };
  let why = await obstacle(to, keep, files);
  if (why === null && before && (await exists(to)) && (await before.ownerOf(to)) === null) why = EDITED;
  if (why === null) {
    const refused = await take(to);
    if (refused === null) return { path: to, why: null };
    if (!sibling) throw refused;
  } else if (!sibling) throw new SheetError('cannot-write', to, { why: `it ${why}` });
  for (let number = 2; number < MOST_SIBLINGS; number++) {
    const other = siblingOf(to, number, why);
    const own = before ? (await before.ownerOf(other)) === before.by : ownSiblings.has(other);
    if ((!own && (await exists(other))) || (await obstacle(other, keep, files)) !== null) continue;
    const refused = await take(other);
    if (refused) continue;
    ownSiblings.add(other);
    return { path: other, why: why ?? 'is open in another program or write-protected' };
  }
  throw new SheetError('cannot-write', to, { why: `it ${why ?? 'is open in another program'}` });
}

/** Beside a file in use `NAME (2)`, which is for the time being; beside one that is somebody's by now `NAME.2`. */
function siblingOf(to: string, number: number, why: string | null): string {
  const { dir, name, ext } = path.parse(to);
  if (why !== EDITED) return path.join(dir, `${name} (${number})${ext}`);
  return path.join(dir, `${name.replace(/(?<=\.results)(?:\.\d+| \(\d+\))$/, '')}.${number}${ext}`);
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
