import { bridge } from '../bridge';
import { get, say, set } from '../state/window-store';
import { words } from '../words/words';
import { apply, clearSelection, selectedCells } from './edit-actions';
import { bounds, goTo, selectedRange, setGrid, shownColumns } from './grid-store';
import { pasteBlock } from './paste-block';
import { rowPages } from './rows';
import { fieldRange } from './selection';
import { fromTsv, toTsv } from './tsv';

const LONGEST_COPY = 1_000_000;

/** Copies the selection as a spreadsheet program would; true once it is in the clipboard. */
export async function copySelection(): Promise<boolean> {
  const selected = await selectedCells();
  if (!selected) return false;
  const { rows, fields } = selected;
  const text = toTsv(rows.map((row) => fields.map((field) => row.texts[field] ?? '')));
  const cells = rows.length * fields.length;
  if (text.length > LONGEST_COPY) {
    say(words().gridTooMany(Math.floor((cells * LONGEST_COPY) / text.length)));
    return false;
  }
  const reply = await bridge().copyText({ text });
  if (reply.ok) say(words().gridCopied(cells));
  else set({ failure: reply.error });
  return reply.ok;
}

/** Pastes a block from the top left of the selection; one that fits the selection several times is repeated. */
export async function pasteText(text: string): Promise<void> {
  const w = words();
  const { rows, columns } = bounds();
  if (text === '' || rows === 0 || !get().sheet) return say(w.gridPasteNothing);
  const area = pasteBlock(fromTsv(text), fieldRange(selectedRange(), columns), { rows, columns });
  const targets = await rowPages.rowsBetween(area.range.top, area.range.bottom);
  if (!targets) return;
  const fields = shownColumns();
  const cells = targets.flatMap((row, down) =>
    fields.slice(area.range.left - 1, area.range.right).flatMap(({ field }, right) => {
      const value = row.state === 'skipped' ? undefined : area.textAt(down, right);
      return value === undefined ? [] : [{ row: row.row, field, value }];
    }),
  );
  if (cells.length === 0) return say(w.gridPasteNothing);
  goTo({ index: area.range.top, column: area.range.left });
  setGrid({ anchor: { index: area.range.bottom, column: area.range.right } });
  if (await apply(cells))
    say(area.lost > 0 ? w.gridPastedPart(cells.length, area.lost) : w.gridPasted(cells.length));
}

export async function cutSelection(): Promise<void> {
  if (await copySelection()) await clearSelection();
}
