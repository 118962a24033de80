import { realpathSync } from 'node:fs';
import path from 'node:path';
import { EngineError } from './failure';

const OWN_NAME =
  /^(?:ledger[.-].+|unsaved-answers\.jsonl|(?:own-)?sandbox\.jsonl|(?:settings|secrets|window)\.json)$/i;
const OWN_FOLDERS = new Set(['backups', 'catalogs', 'drafts', 'logs', 'result-marks']);

/**
 * Throws EngineError `own-file` when what a person named to be written is one of the app's own files: the ledger would be
 * gone. Other files in the data folder are theirs.
 */
export function refuseOwnFile(dataDir: string, file: string): void {
  const inside = path.relative(real(dataDir), path.join(real(path.dirname(file)), path.basename(file)));
  const [first = '', ...rest] = inside.split(path.sep);
  const own = rest.length === 0 ? OWN_NAME.test(first) : OWN_FOLDERS.has(first);
  if (own)
    throw new EngineError(
      'own-file',
      `"${file}" is one of PBX Orders' own files and is not written over. Choose another name or folder.`,
    );
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}
