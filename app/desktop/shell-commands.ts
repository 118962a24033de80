import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, clipboard, shell, type BrowserWindow } from 'electron';
import type { Reply, RunView, SheetView } from '../engine/contract';
import type { EngineHost } from './engine-host';
import { chooseFile, chooseFolder, chooseTarget } from './file-dialogs';
import type { Answers } from './ipc';
import { printPdf } from './report-pdf';
import { SHEET_EXTENSIONS } from './sheet-arguments';
import type { ShellWords } from './shell-words';

export type ShellContext = {
  engine: EngineHost;
  window: () => BrowserWindow | null;
  words: () => ShellWords;
  dataDir: string;
  /** Opens an order sheet, whoever named it. */
  openSheet: (file: string) => Promise<Reply<SheetView>>;
};

/** Answers what needs a dialog or the desktop. */
export function shellCommands(context: ShellContext): Answers['shell'] {
  const { engine, window, words } = context;
  /** Asks where to save and lets `write` do it; null: cancelled. */
  const save = async <T>(
    target: { title: string; name: string; extension: string; folder?: string },
    write: (to: string) => Promise<Reply<T>>,
  ): Promise<Reply<T | null>> => {
    const folder = target.folder ?? app.getPath('documents');
    const to = await chooseTarget(window(), target.title, folder, target.name, target.extension);
    return to === null ? done(null) : write(to);
  };

  return {
    chooseSheet: async () => {
      const w = words();
      const file = await chooseFile(window(), w.openTitle, [
        { name: w.orderSheets, extensions: SHEET_EXTENSIONS },
        { name: w.allFiles, extensions: ['*'] },
      ]);
      return file === null ? done(null) : context.openSheet(file);
    },
    showResult: async ({ runId, how }) => {
      const run = await engine.command('run', { runId });
      return run.ok ? showResult(run.value, how, words()) : run;
    },
    chooseResultsFolder: async () => done(await chooseFolder(window(), words().resultsFolderTitle)),
    saveTemplate: ({ connection }) =>
      save({ title: words().templateTitle, name: words().templateName, extension: 'xlsx' }, async (to) =>
        named(to, await engine.task('template', { connection, to })),
      ),
    saveReport: async ({ runId, format, sentences = {} }) => {
      const run = await engine.command('run', { runId });
      if (!run.ok) return run;
      const target = {
        title: words().reportTitle,
        name: words().reportName(path.parse(run.value.sheetName).name),
        extension: format,
        ...(run.value.result && { folder: run.value.result.folder }),
      };
      return save(target, async (to) => {
        const html = await engine.task('report', { runId, language: words().language, sentences });
        if (!html.ok) return html;
        try {
          await writeFile(to, format === 'pdf' ? await printPdf(html.value) : html.value);
          return named(to, html);
        } catch {
          return failed('cant-save', words().cantSave(path.basename(to)));
        }
      });
    },
    saveRepairs: async ({ runId }) => {
      const run = await engine.command('run', { runId });
      if (!run.ok) return run;
      const target = {
        title: words().repairsTitle,
        name: words().repairsName(path.parse(run.value.sheetName).name),
        extension: 'xlsx',
        ...(run.value.result && { folder: run.value.result.folder }),
      };
      return save(target, async (to) => {
        const written = await engine.task('repairs', { runId, to });
        return written.ok
          ? done({ name: path.basename(written.value.path), rows: written.value.rows })
          : written;
      });
    },
    saveAudit: ({ filter, format }) =>
      save({ title: words().auditTitle, name: words().auditName, extension: format }, async (to) => {
        const written = await engine.task('audit', { filter, format, to });
        return written.ok ? done({ name: path.basename(to), events: written.value.events }) : written;
      }),
    saveMappings: () =>
      save({ title: words().saveMappingsTitle, name: words().mappingsName, extension: 'json' }, async (to) =>
        named(to, await engine.task('exportMappings', { to })),
      ),
    loadMappings: async () => {
      const from = await chooseFile(window(), words().loadMappingsTitle, [
        { name: 'JSON', extensions: ['json'] },
      ]);
      return from === null ? done(null) : engine.task('importMappings', { from });
    },
    showDataFolder: async () => {
      await shell.openPath(context.dataDir);
      return done(null);
    },
    copyText: async ({ text }) => {
      clipboard.writeText(text);
      return done(null);
    },
  };
}

async function showResult(run: RunView, how: 'open' | 'folder', w: ShellWords): Promise<Reply<null>> {
  if (!run.result) return failed('no-result', w.noResult);
  const file = path.join(run.result.folder, run.result.name);
  if (how === 'folder') {
    shell.showItemInFolder(file);
    return done(null);
  }
  // Empty when it worked, else why it did not.
  const why = await shell.openPath(file);
  return why === '' ? done(null) : failed('cant-open', w.cantOpen(run.result.name));
}

const done = <T>(value: T): Reply<T> => ({ ok: true, value });
const failed = (code: string, message: string): Reply<never> => ({ ok: false, error: { code, message } });

const named = (to: string, reply: Reply<unknown>): Reply<{ name: string }> =>
  reply.ok ? done({ name: path.basename(to) }) : reply;
