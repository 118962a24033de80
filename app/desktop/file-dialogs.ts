import path from 'node:path';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';

/** Asks for a file to open; null: cancelled. Dialogs are called as properties, so that tests can answer them. */
export async function chooseFile(
  window: BrowserWindow | null,
  title: string,
  filters: FileFilter[],
): Promise<string | null> {
  const options = { title, filters, properties: ['openFile' as const] };
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for a folder; null: cancelled. */
export async function chooseFolder(window: BrowserWindow | null, title: string): Promise<string | null> {
  const options = { title, properties: ['openDirectory' as const, 'createDirectory' as const] };
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where to save; the name gets the extension if the operator left it out. Null: cancelled. */
export async function chooseTarget(
  window: BrowserWindow | null,
  title: string,
  folder: string,
  name: string,
  extension: string,
): Promise<string | null> {
  const options = {
    title,
    defaultPath: path.join(folder, `${fileNameFrom(name)}.${extension}`),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
  };
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  if (canceled || !filePath) return null;
  return path.extname(filePath).toLowerCase() === `.${extension}` ? filePath : `${filePath}.${extension}`;
}

/** A name without what some system forbids in one. */
export function fileNameFrom(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are the point
  const cleaned = name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').trim();
  return cleaned.slice(0, 120) || 'PBX Orders';
}
