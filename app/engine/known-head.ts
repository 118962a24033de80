import { open } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { headOfCopy, type Anchor, type ChainHead } from '../ledger';
import { EngineError } from './failure';
import { isMissing } from './stored-file';

/** The last line of an export, of `audit head` or of a mail with it is shorter. */
const TAIL = 64 * 1024;
const SQLITE = 'SQLite format 3\0';

const head = z.object({ seq: z.number().int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * A head of an audit trail that somebody kept: the text itself (`19 3f…`, as `audit head` prints it, or the last line of
 * an export), or a file with it: an export, a `ledger.head`, a backup of the ledger, a saved mail. Throws EngineError
 * `no-head`.
 */
export async function knownHead(given: string): Promise<Anchor> {
  const file = await read(given);
  if (file === null) {
    const found = headIn(given);
    if (found) return { ...found, source: 'the head given' };
    throw new EngineError(
      'no-head',
      `"${given}" is neither a file nor a head. A head is a number and a hash, as "audit head" prints them.`,
    );
  }
  const found = file.isDatabase ? headOfCopy(given) : headIn(file.tail);
  if (found && found.seq > 0) return { ...found, source: `"${path.basename(given)}"` };
  throw new EngineError(
    'no-head',
    `"${given}" has no head of an audit trail in it. An export, a backup, a ledger.head or what "audit head" prints does.`,
  );
}

/** The last line of a text that is a head. */
function headIn(text: string): ChainHead | null {
  for (const line of text.split(/\r?\n/).reverse()) {
    const plain = /^\s*(\d{1,15})[\s:]+([0-9a-f]{64})\s*$/i.exec(line);
    const parsed = head.safeParse(
      plain ? { seq: Number(plain[1]), hash: plain[2]?.toLowerCase() } : jsonOf(line),
    );
    if (parsed.success) return parsed.data;
  }
  return null;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The end of a file; null: there is none of that name. */
async function read(file: string): Promise<{ tail: string; isDatabase: boolean } | null> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (isMissing(error) || isNoName(error)) return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, TAIL));
    await handle.read(bytes, 0, bytes.length, size - bytes.length);
    const start = Buffer.alloc(SQLITE.length);
    await handle.read(start, 0, start.length, 0);
    return { tail: bytes.toString('utf8'), isDatabase: start.toString('latin1') === SQLITE };
  } finally {
    await handle.close();
  }
}

/** A text too long for the name of a file, or with what no name can have. */
const isNoName = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE', 'EINVAL'].includes(String(error.code));
