import * as z from 'zod';
import { LedgerError, ledgerErrorMessage } from '../ledger';
import { SheetError, sheetErrorMessage } from '../sheets';
import { SandboxStoreError, YcmError, ycmErrorMessage } from '../ycm';
import type { Failure } from './contract';
import { toFailure, type Wording } from './failure';
import type { Parts } from './parts';

const systemError = z.object({
  code: z.string(),
  path: z.string().optional(),
  port: z.number().optional(),
});

/** Each room has the words for its own errors; here is which error belongs to which. */
const WORDINGS: readonly Wording[] = [
  (error) => (error instanceof SheetError ? { code: error.code, message: sheetErrorMessage(error) } : null),
  (error) => (error instanceof YcmError ? { code: error.code, message: ycmErrorMessage(error) } : null),
  (error) => (error instanceof LedgerError ? { code: error.code, message: ledgerErrorMessage(error) } : null),
  (error) => (error instanceof SandboxStoreError ? { code: error.code, message: error.message } : null),
  (error) => {
    const parsed = systemError.safeParse(error);
    return parsed.success && error instanceof Error ? systemFailure(parsed.data) : null;
  },
];

export const failureOf = (parts: Pick<Parts, 'report'>, error: unknown): Failure =>
  toFailure(error, WORDINGS, parts.report);

/** The same, words only. */
export const wordsOf = (parts: Pick<Parts, 'report'>, error: unknown): string =>
  failureOf(parts, error).message;

const SYSTEM_WORDS: Record<string, string> = {
  ENOENT: 'is not there',
  EACCES: 'may not be opened by you',
  EPERM: 'may not be opened by you',
  EROFS: 'is on a disk that can only be read',
  ENOSPC: 'does not fit: the disk is full. Free some space and try again',
  EDQUOT: 'does not fit: the disk is full. Free some space and try again',
  EBUSY: 'is in use by another program. Close it there and try again',
  EISDIR: 'is a folder',
  EADDRINUSE: 'can’t be used: another program listens there. Choose another one',
};

/** An error of the operating system about a file or a port, in words. */
function systemFailure({ code, path, port }: z.infer<typeof systemError>): Failure | null {
  const words = SYSTEM_WORDS[code];
  if (words === undefined) return null;
  const what = path ? `"${path}"` : port === undefined ? 'What was asked for' : `Port ${port}`;
  return { code, message: `${what} ${words}.` };
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Why what a person did to a sheet is not saved yet, and what they can do. */
export function unsavedWords(folder: string, error: unknown): string {
  const parsed = systemError.safeParse(error);
  const code = parsed.success ? parsed.data.code : 'unknown error';
  return FULL.has(code)
    ? `The disk with "${folder}" is full, so your latest changes are not saved. Free some space: they are saved as soon as they fit. Keep PBX Orders open until then.`
    : `Your latest changes can't be saved in "${folder}" (${code}). It is tried again until it works. Keep PBX Orders open until then.`;
}
