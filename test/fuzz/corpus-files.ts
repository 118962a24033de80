import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The fixtures' bytes: what reading is likely to get wrong is near what it gets right. */
export function corpusFiles(fixtures: string): Buffer[] {
  return readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(csv|txt|xlsx|xls|ods)$/.test(name))
    .toSorted()
    .map((name) => readFileSync(path.join(fixtures, name)));
}
