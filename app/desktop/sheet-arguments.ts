import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the open dialog offers and what a file among the program's arguments must look like. */
export const SHEET_EXTENSIONS = ['csv', 'xlsx', 'xlsm', 'txt', 'tsv'];

/** The order sheet named in a program's arguments, as a full path; null: none. Desktops give file URLs, people paths. */
export function sheetIn(args: readonly string[], folder: string): string | null {
  for (const arg of args.slice(1)) {
    if (arg.startsWith('-')) continue;
    const file = asPath(arg, folder);
    if (file !== null && SHEET_EXTENSIONS.includes(path.extname(file).slice(1).toLowerCase())) return file;
  }
  return null;
}

function asPath(arg: string, folder: string): string | null {
  if (!/^file:/i.test(arg)) return path.resolve(folder, arg);
  try {
    return fileURLToPath(arg);
  } catch {
    return null;
  }
}
