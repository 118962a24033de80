/** Whether something has to be made again. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './steps.mjs';

/** Whether any file in `sources` (files or folders, relative to the checkout) was written after `stamp` was. */
export function isNewerThan(stamp, sources) {
  if (!existsSync(stamp)) return true;
  const limit = statSync(stamp).mtimeMs;
  return sources.some((source) => newest(path.join(ROOT, source)) > limit);
}

function newest(file) {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (facts === undefined) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  // A folder's own time tells of files that were removed.
  return readdirSync(file).reduce(
    (latest, name) => Math.max(latest, newest(path.join(file, name))),
    facts.mtimeMs,
  );
}
