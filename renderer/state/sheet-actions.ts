import type { ReadingChange, Reply, RowFilter, SheetView } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { goTo, grid } from '../grid/grid-store';
import { said } from '../words/said';
import { words } from '../words/words';
import { ask } from './ask';
import { go } from './navigate';
import { unchanged } from './unchanged';
import { get, say, set } from './window-store';

/** Shows a sheet that was opened; straight to the rows when its headings are known. */
export function showSheet(sheet: SheetView): void {
  set({
    sheet,
    filter: {},
    findShown: false,
    plan: null,
    run: null,
    answered: [],
    log: [],
    connection: null,
  });
  go(sheet.columnsCertain ? 'review' : 'columns');
}

async function open(reply: Promise<Reply<SheetView | null>>): Promise<void> {
  const sheet = await ask(reply, { what: 'opening' });
  if (!sheet) return;
  showSheet(sheet);
  void loadHome();
}

export const chooseSheet = (): Promise<void> => open(bridge().chooseSheet({}));
export const openFile = (file: File): Promise<void> => open(bridge().openFile(file));
/** Opens the file of a drop; false if there was none. More than one at a time is refused in words. */
export function openDropped(files: FileList): boolean {
  const [file, ...more] = files;
  if (more.length > 0) set({ failure: { code: 'one-file', message: words().openOneFile } });
  else if (file) void openFile(file);
  return file !== undefined;
}

export const openRecent = (sha256: string): Promise<void> => open(bridge().openRecent({ sha256 }));
export const openSample = (name: 'new-branches' | 'needs-fixing' | 'order-form'): Promise<void> =>
  open(bridge().openSample({ name }));

/** Reads again what the window begins with. */
export async function loadHome(): Promise<void> {
  const home = await ask(bridge().home({}), get().home ? null : { what: 'home' });
  if (home) set({ home });
}

/** Takes a changed sheet over, unless another one was opened meanwhile. */
export function takeSheet(sheet: SheetView | null): boolean {
  const before = get().sheet;
  if (!sheet || before?.id !== sheet.id || sheet.revision < before.revision) return false;
  set({ sheet: { ...sheet, grid: unchanged(before.grid, sheet.grid) }, plan: null });
  return true;
}

export async function readAgain(change: ReadingChange): Promise<void> {
  const { sheet } = get();
  if (sheet)
    takeSheet(
      await ask(bridge().read({ sheetId: sheet.id, change }), { what: 'loading', step: 'matching', rows: 0 }),
    );
}

/** Reads the sheet again as it is, after something it is checked against changed. */
export async function refreshSheet(): Promise<void> {
  const { sheet } = get();
  if (sheet) takeSheet(await ask(bridge().read({ sheetId: sheet.id, change: {} })));
}

type CellEdit = { row: number; field: string; value: string | null };

/** Changes cells as one undo step; null gives a cell its original text back. */
export async function editCells(cells: CellEdit[]): Promise<boolean> {
  const { sheet } = get();
  if (!sheet || cells.length === 0) return false;
  return takeSheet(await ask(bridge().edit({ sheetId: sheet.id, cells })));
}

export async function undo(): Promise<void> {
  const { sheet } = get();
  if (!sheet?.undo) return;
  const what = sheet.undo;
  if (takeSheet(await ask(bridge().undo({ sheetId: sheet.id }))))
    say(words().gridUndone(said(words(), what)));
}

export async function redo(): Promise<void> {
  const { sheet } = get();
  if (!sheet?.redo) return;
  const what = sheet.redo;
  if (takeSheet(await ask(bridge().redo({ sheetId: sheet.id }))))
    say(words().gridRedone(said(words(), what)));
}

export async function repairCells(cells: { row: number; field: string }[]): Promise<boolean> {
  const { sheet } = get();
  if (!sheet || cells.length === 0) return false;
  const done = takeSheet(await ask(bridge().repair({ sheetId: sheet.id, cells })));
  if (done) say(words().gridChanged(cells.length));
  return done;
}

/** Opens find and replace, or goes back into it. */
export function askFind(): void {
  if (get().findShown) document.querySelector<HTMLElement>('.find-bar input')?.focus();
  else set({ findShown: true });
}

/** Shows other rows; the sort stays unless a new one is given. */
export function showRows(filter: RowFilter): void {
  const sort = filter.sort ?? get().filter.sort;
  set({ filter: { ...filter, ...(sort && { sort }) } });
  // Other rows are read from their first.
  const { index, column } = grid().active;
  if (index > 0) goTo({ index: 0, column });
}

export function sortRows(sort: RowFilter['sort'] | null): void {
  const { sort: _before, ...rest } = get().filter;
  set({ filter: sort ? { ...rest, sort } : rest });
}
