import type { AuditFilter, RunView, ShellCommandInput } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { said } from '../words/said';
import { words } from '../words/words';
import { ask } from './ask';
import { takeSheet } from './sheet-actions';
import { currentConnection, get, set, tell } from './window-store';

/** An empty order form, with the choices of the connection orders are created in. */
export async function saveTemplate(): Promise<void> {
  const connection = currentConnection(get());
  if (!connection) return;
  const saved = await ask(bridge().saveTemplate({ connection: connection.name }));
  if (saved) tell(words().savedAs(saved.name));
}

export async function saveReport(format: 'pdf' | 'html'): Promise<void> {
  const { run } = get();
  if (!run) return;
  const saved = await ask(bridge().saveReport({ runId: run.id, format, sentences: sentencesOf(run) }));
  if (saved) tell(words().savedAs(saved.name));
}

const MOST_SENTENCES = 2000;

/** What a run says in English, to what it is in the window's language. */
function sentencesOf({ stopReason, rows }: RunView): Record<string, string> {
  const told = new Set([stopReason, ...rows.map((row) => row.message)].filter((one) => one !== null));
  const w = words();
  return Object.fromEntries([...told].slice(0, MOST_SENTENCES).map((one) => [one, said(w, one)]));
}

/** The rows of the run that failed, to be corrected and opened again. */
export async function saveRepairs(): Promise<void> {
  const { run } = get();
  if (!run) return;
  const saved = await ask(bridge().saveRepairs({ runId: run.id }));
  if (saved) tell(words().resultsRepairsSaved(saved.name, saved.rows));
}

export async function saveAudit(
  filter: AuditFilter,
  format: ShellCommandInput<'saveAudit'>['format'],
): Promise<void> {
  const saved = await ask(bridge().saveAudit({ filter, format }));
  if (saved) tell(words().auditSaved(saved.name, saved.events));
}

/** Recomputes the audit trail's hashes; yields what came of it, null if that could not be done. */
export const verifyAudit = (): Promise<{ ok: boolean; message: string } | null> =>
  ask(bridge().verifyAudit({}), { what: 'audit' });

export async function backupNow(): Promise<void> {
  const made = await ask(bridge().backupNow({}), { what: 'backup' });
  if (made) tell(words().settingsBackupMade(made.file));
}

export async function showDataFolder(): Promise<void> {
  await ask(bridge().showDataFolder({}));
}

export async function loadMappingNames(): Promise<void> {
  const mappings = await ask(bridge().mappings({}));
  if (mappings) set({ mappings });
}

/** Keeps how this sheet's columns are matched under a name. */
export async function nameMapping(name: string): Promise<void> {
  const { sheet } = get();
  if (!sheet) return;
  const mappings = await ask(bridge().nameMapping({ sheetId: sheet.id, name }));
  if (!mappings) return;
  set({ mappings });
  tell(words().mappingSaved(name));
}

export async function applyMapping(name: string): Promise<void> {
  const { sheet } = get();
  if (!sheet) return;
  const read = await ask(bridge().applyMapping({ sheetId: sheet.id, name }), {
    what: 'loading',
    step: 'matching',
    rows: 0,
  });
  if (takeSheet(read)) tell(words().mappingApplied(name));
}

export async function removeMapping(name: string): Promise<void> {
  const mappings = await ask(bridge().removeMapping({ name }));
  if (mappings) set({ mappings });
}

export async function saveMappings(): Promise<void> {
  const saved = await ask(bridge().saveMappings({}));
  if (saved) tell(words().savedAs(saved.name));
}

export async function loadMappings(): Promise<void> {
  const mappings = await ask(bridge().loadMappings({}));
  if (!mappings) return;
  set({ mappings });
  tell(words().mappingsLoaded);
}
