import path from 'node:path';
import { fieldOf, isFieldName, type Catalog } from '../orders';
import { optionsOf } from './catalog-options';
import { mapByHeading, wholeMap } from './column-memory';
import type { CommandInput, CommandName, CommandOutput, SheetView } from './contract';
import { SANDBOX } from './connections';
import { mappingViews } from './account-settings';
import { EngineError } from './failure';
import { askLedger } from './ledger-facts';
import { openSheet, rereadSheet, saveDraftSoon } from './opening';
import type { OrderSheet } from './order-sheet';
import type { Parts } from './parts';
import { sampleCopy } from './sample-sheets';
import { repairCells, repairsFor, replaceText } from './sheet-repairs';
import { nextProblemIndex, rowsPage, sheetView } from './sheet-view';

/** What answers a command, once its input is parsed. */
export type Answers<K extends CommandName> = {
  [Command in K]: (input: CommandInput<Command>) => Promise<CommandOutput[Command]>;
};

type SheetCommand =
  | 'openDropped'
  | 'openRecent'
  | 'openSample'
  | 'closeSheet'
  | 'read'
  | 'rows'
  | 'nextProblem'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'previewRepairs'
  | 'repair'
  | 'replaceText'
  | 'choices'
  | 'nameMapping'
  | 'applyMapping';

/** Opening sheets, reading them another way, looking at their rows and correcting them. */
export function sheetCommands(parts: Parts): Answers<SheetCommand> {
  const { sheets, preferences, host } = parts;
  const view = (sheet: OrderSheet): SheetView =>
    sheetView(sheet, {
      folder: path.dirname(sheet.file.path),
      catalogOld: parts.catalogs.isOld(sheet.context.catalog),
    });
  const open = async (file: string): Promise<SheetView> =>
    view(await openSheet(parts, file, { connection: await usualConnection(parts), useDraft: true }));
  /** After the operator changed cells: the ledger may know the new addresses, and the work is saved. */
  const changed = async (sheet: OrderSheet): Promise<SheetView> => {
    saveDraftSoon(parts, sheet);
    await askLedger(parts, sheet);
    return view(sheet);
  };
  return {
    openDropped: ({ path: file }) => open(file),
    async openRecent({ sha256 }) {
      const recent = preferences.recent.find((one) => one.sha256 === sha256);
      if (!recent)
        throw new EngineError('unknown-recent', 'This file is no longer in the list. Open it by its name.');
      return open(recent.path);
    },
    async openSample({ name }) {
      if (host.samplesDir === null)
        throw new EngineError('no-samples', 'The sample sheets are not installed with this copy of the app.');
      return open(await sampleCopy(host.samplesDir, host.dataDir, name));
    },
    async closeSheet({ sheetId }) {
      await parts.drafts.flush();
      sheets.close(sheetId);
      return null;
    },
    read: async ({ sheetId, change }) => view(await rereadSheet(parts, sheets.get(sheetId), change)),
    async rows({ sheetId, filter, from, count }) {
      const sheet = sheets.get(sheetId);
      return rowsPage(sheet, sheet.select(filter), from, count);
    },
    async nextProblem({ sheetId, filter, afterIndex, backwards }) {
      const sheet = sheets.get(sheetId);
      return { index: nextProblemIndex(sheet, sheet.select(filter), afterIndex, backwards) };
    },
    edit({ sheetId, cells }) {
      const sheet = sheets.get(sheetId);
      sheet.edit(cells, cells.length === 1 ? 'edit' : `edit of ${cells.length} cells`);
      return changed(sheet);
    },
    undo({ sheetId }) {
      const sheet = sheets.get(sheetId);
      sheet.undo();
      return changed(sheet);
    },
    redo({ sheetId }) {
      const sheet = sheets.get(sheetId);
      sheet.redo();
      return changed(sheet);
    },
    previewRepairs: async ({ sheetId, code, field }) => repairsFor(sheets.get(sheetId), code, field),
    repair({ sheetId, cells }) {
      const sheet = sheets.get(sheetId);
      repairCells(sheet, cells);
      return changed(sheet);
    },
    async replaceText({ sheetId, ...change }) {
      const sheet = sheets.get(sheetId);
      const replaced = replaceText(sheet, change);
      return { view: await changed(sheet), replaced };
    },
    choices: async ({ sheetId, field }) => choicesOf(sheets.get(sheetId).context.catalog, field),
    async nameMapping({ sheetId, name }) {
      const { table, tab } = sheets.get(sheetId);
      const map = { ...mapByHeading(table, tab.map), ...wholeMap(table) };
      await preferences.saveMappings([{ name, map, constants: tab.constants, usedAt: parts.now() }]);
      return mappingViews(parts);
    },
    async applyMapping({ sheetId, name }) {
      const mapping = preferences.mappings.find((one) => one.name === name);
      if (!mapping) throw new EngineError('unknown-mapping', `There is no mapping named "${name}".`);
      const { map, constants } = mapping;
      const sheet = await rereadSheet(parts, sheets.get(sheetId), { map, constants });
      await preferences.saveMappings([{ ...mapping, usedAt: parts.now() }]);
      return view(sheet);
    },
  };
}

/** The connection of the last plan while it is still there, else the first account, else the sandbox. */
async function usualConnection({ preferences, connections }: Parts): Promise<string> {
  const names = connections.names();
  const last = preferences.lastConnection;
  return last !== null && names.includes(last) ? last : (preferences.connections[0]?.name ?? SANDBOX);
}

/** Values a cell of a field may take, and what each is shown as. */
function choicesOf(catalog: Catalog, name: string): { values: string[]; labels: string[] } {
  if (!isFieldName(name)) throw new EngineError('unknown-field', `"${name}" is not a field of an order.`);
  const { choices, lookup } = fieldOf(name);
  if (choices) return { values: [...choices], labels: [...choices] };
  const options = lookup ? optionsOf(catalog, lookup) : [];
  return {
    values: options.map((one) => String(one.id)),
    labels: options.map((one) => `${one.label} (${one.id})`),
  };
}
