import type { EngineEvent, MenuAction, RunRow, Totals } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { said } from '../words/said';
import { orderStateWord } from '../words/states';
import { words } from '../words/words';
import { runCommand } from './commands';
import { handleEnterOnButton, handleKey } from './keys';
import { refreshRun } from './run-actions';
import { rememberPlace, resumePlace } from './resume';
import { loadHome, openDropped, refreshSheet, showSheet } from './sheet-actions';
import { get, say, set, type LogLine } from './window-store';

const LOG_LIMIT = 2000;

/** Connects the window to engine, shell and keyboard; once, at the start. Resolves when it is known what it begins with. */
export function listen(): Promise<void> {
  const api = bridge();
  api.onEvent(onEvent);
  api.onSheet((reply) => {
    if (reply.ok) showSheet(reply.value);
    else set({ failure: reply.error });
    void loadHome();
  });
  api.onMenu(onMenu);
  window.addEventListener('keydown', handleEnterOnButton, true);
  window.addEventListener('keydown', handleKey);
  // A file may be dropped anywhere; without this the window would try to show it.
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', onDrop);
  const home = loadHome();
  void home.then(begin);
  return home;
}

function onDrop(event: DragEvent): void {
  if (event.defaultPrevented) return;
  event.preventDefault();
  if (event.dataTransfer) openDropped(event.dataTransfer.files);
}

async function begin(): Promise<void> {
  await resumePlace();
  rememberPlace();
}

/** In a text field, undo and redo belong to the field, from the menu too. */
function onMenu(action: MenuAction): void {
  const field = document.activeElement?.matches('input, textarea') ?? false;
  if (field && (action === 'undo' || action === 'redo')) document.execCommand(action);
  else runCommand(action);
}

function log(text: LogLine['text'], level: LogLine['level'] = 'note'): void {
  set((state) => ({ log: [...state.log.slice(-LOG_LIMIT), { at: Date.now(), text, level }] }));
}

// A fast run answers many orders between two frames: they are shown together.
let arrived: { runId: string; row: RunRow; totals: Totals; at: number }[] = [];

function onEvent(event: EngineEvent): void {
  switch (event.type) {
    case 'loading':
      set((state) =>
        state.working ? { working: { what: 'loading', step: event.step, rows: event.rows } } : {},
      );
      return;
    case 'first-rows':
      if (get().working) set({ firstRows: event.first });
      return;
    case 'unsaved':
      if (get().unsaved !== null && event.message === null) say(words().unsavedNoMore);
      set({ unsaved: event.message });
      return;
    case 'run-row':
      if (arrived.length === 0) setTimeout(showArrived, 50);
      arrived.push({ runId: event.runId, row: event.row, totals: event.totals, at: Date.now() });
      return;
    case 'run-state':
      showArrived();
      if (get().run?.id !== event.run.id) return;
      set((state) => ({ run: state.run && { ...state.run, ...event.run }, waiting: null }));
      log((w) => said(w, event.message));
      say(said(words(), event.message));
      if (event.run.state === 'finished' || event.run.state === 'stopped') void afterRun();
      return;
    case 'run-waiting':
      if (get().run?.id !== event.runId) return;
      set({ waiting: { until: Date.now() + event.ms, message: event.message } });
      log((w) => w.createWaiting(Math.ceil(event.ms / 1000), said(w, event.message)), 'warning');
      return;
    case 'run-result':
      set((state) =>
        state.run?.id === event.runId
          ? { run: { ...state.run, result: event.result, resultNote: event.note } }
          : {},
      );
  }
}

/** The run's file and sums, and the sheet: what was created is skipped from now on. */
async function afterRun(): Promise<void> {
  await refreshRun();
  if (get().sheet) await refreshSheet();
}

function showArrived(): void {
  const batch = arrived;
  arrived = [];
  const { run, answered } = get();
  const ours = batch.filter((one) => one.runId === run?.id);
  const last = ours.at(-1);
  if (!run || !last) return;
  const changed = new Map(ours.map((one) => [one.row.row, one.row]));
  const done = ours.filter((one) => one.row.state !== 'sending' && one.row.state !== 'ready');
  set({
    run: { ...run, totals: last.totals, rows: run.rows.map((row) => changed.get(row.row) ?? row) },
    answered: [...answered, ...done.map((one) => one.at)],
    waiting: null,
  });
  for (const { row } of done) logRow(row);
}

function logRow(row: RunRow): void {
  if (row.state === 'created') log((w) => w.createLogCreated(row.row, row.name, row.cloudPbxId ?? ''));
  else {
    const level = row.state === 'rejected' ? 'error' : row.state === 'unconfirmed' ? 'warning' : 'note';
    log(
      (w) => w.createLogOther(row.row, row.name, orderStateWord(w, row.state), said(w, row.message ?? '')),
      level,
    );
  }
}
