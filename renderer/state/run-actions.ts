import type { Decision, RunView } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { ask } from './ask';
import { go } from './navigate';
import { loadHome } from './sheet-actions';
import { currentConnection, get, set } from './window-store';

export async function loadPlan(): Promise<void> {
  const { sheet } = get();
  const connection = currentConnection(get());
  if (!sheet || !connection) return;
  set({ plan: null });
  const plan = await ask(bridge().plan({ sheetId: sheet.id, connection: connection.name }), { what: 'plan' });
  if (plan && get().sheet?.id === sheet.id) set({ plan });
}

/** Creates what the plan shows; `confirmed` is the number the operator agreed to. */
export async function createOrders(confirmed: number): Promise<void> {
  const { sheet, plan } = get();
  if (!sheet || !plan) return;
  set({ answered: [], log: [], waiting: null });
  const made = await ask(
    bridge().create({ sheetId: sheet.id, connection: plan.connection.name, confirmed }),
    {
      what: 'create',
    },
  );
  if (made && (await loadRun(made.runId))) go('create');
}

/** Reads a run; false (with the error shown) if it can't be read. */
export async function loadRun(runId: string): Promise<boolean> {
  const run = await ask(bridge().run({ runId }), { what: 'run' });
  if (run) set({ run });
  return run !== null;
}

/** Opens a run where it stands: live, or its results. */
export async function openRun(runId: string): Promise<void> {
  if (get().run?.id !== runId) set({ answered: [], log: [], waiting: null });
  if (!(await loadRun(runId))) return;
  const state = get().run?.state;
  go(state === 'running' || state === 'paused' ? 'create' : 'results');
}

/** Reads the current run again without any sign of waiting. */
export async function refreshRun(): Promise<void> {
  const { run } = get();
  if (!run) return;
  const reply = await bridge().run({ runId: run.id });
  if (reply.ok && get().run?.id === run.id) set({ run: reply.value });
  void loadHome();
}

export async function steerRun(verb: 'pauseRun' | 'resumeRun' | 'stopRun'): Promise<void> {
  const { run } = get();
  if (run) await ask(bridge()[verb]({ runId: run.id }));
}

export async function continueRun(run: RunView): Promise<void> {
  set({ answered: [], waiting: null });
  const reply = await ask(bridge().continueRun({ runId: run.id }), { what: 'create' });
  if (reply === null && get().failure) return;
  if (await loadRun(run.id)) go('create');
}

export async function loadRuns(search: string): Promise<void> {
  const runs = await ask(bridge().runs({ search }));
  if (runs) set({ runs });
}

/** Looks up what is unconfirmed, then shows what is left to decide. */
export async function reconcile(): Promise<void> {
  const { run } = get();
  if (!run) return;
  set({ candidates: null });
  go('reconcile');
  const candidates = await ask(bridge().reconcile({ runId: run.id }), { what: 'reconcile' });
  if (candidates) set({ candidates });
  await refreshRun();
}

export async function decide(decision: Decision): Promise<void> {
  const { run } = get();
  if (!run) return;
  const after = await ask(bridge().decide({ runId: run.id, decision }));
  if (!after) return;
  const candidates = (get().candidates ?? []).filter((one) => one.row !== decision.row);
  set({ run: after, candidates });
  void loadHome();
}
