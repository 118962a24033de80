import path from 'node:path';
import { z } from 'zod';
import { readStored, writeStored } from './stored-file';

const draftSchema = z.object({
  sheetName: z.string().nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  timeZone: z.string().nullable(),
  map: z.record(z.string(), z.string().nullable()),
  constants: z.record(z.string(), z.string()),
  /** Row number to field to text. */
  edits: z.record(z.string(), z.record(z.string(), z.string())),
});
/** What the operator did to a sheet, kept beside the ledger under the file's hash, never in the file. */
export type Draft = z.infer<typeof draftSchema>;

export const EMPTY_DRAFT: Draft = {
  sheetName: null,
  encoding: null,
  delimiter: null,
  timeZone: null,
  map: {},
  constants: {},
  edits: {},
};

const draftFile = (dataDir: string, sha256: string): string => path.join(dataDir, 'drafts', `${sha256}.json`);

/** The work left on this very file, or an empty draft. */
export async function loadDraft(dataDir: string, sha256: string): Promise<Draft> {
  return (await readStored(draftFile(dataDir, sha256), draftSchema)) ?? EMPTY_DRAFT;
}

export async function saveDraft(dataDir: string, sha256: string, draft: Draft): Promise<void> {
  await writeStored(draftFile(dataDir, sha256), draft);
}
