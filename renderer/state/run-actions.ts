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
  set({ answered: [], log: [], waiting: null, readBack: null });
  const made = await ask(
    bridge().create({ sheetId: sheet.id, connection: plan.connection.name, confirmed }),
    {
      what: 'create',
    },
  );
  if (!made) return;
  set((state) => ({ sheet: state.sheet && { ...state.sheet, runId: made.runId } }));
  if (await loadRun(made.runId)) go('create');
}

/** Reads a run; false (with the error shown) if it can't be read. */
export async function loadRun(runId: string): Promise<boolean> {
  const run = await ask(bridge().run({ runId }), { what: 'run' });
  if (run) set({ run });
  return run !== null;
}

/** Opens a run where it stands: live, or its results. */
export async function openRun(runId: string): Promise<void> {
  if (get().run?.id !== runId) set({ answered: [], log: [], waiting: null, readBack: null });
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

/** Times are UTC milliseconds, both inclusive; null: no limit. */
export async function loadRuns(search: string, from: number | null, to: number | null): Promise<void> {
  const between = { ...(from !== null && { from }), ...(to !== null && { to }) };
  const runs = await ask(bridge().runs({ search, ...between }));
  if (runs) set({ runs });
}

/** Asks the account for each PBX of the run and compares it with its order. */
export async function readBack(): Promise<void> {
  const { run } = get();
  if (!run) return;
  const rows = await ask(bridge().readBack({ runId: run.id }), { what: 'read-back' });
  if (rows && get().run?.id === run.id) set({ readBack: rows });
}

export async function showResult(how: 'open' | 'folder'): Promise<void> {
  const { run } = get();
  if (run?.result) await ask(bridge().showResult({ runId: run.id, how }));
}

/** Creates what the plan shows; in production only after the operator typed the number. */
export function confirmPlan(): void {
  const { plan } = get();
  if (!plan || plan.create === 0) return;
  if (plan.connection.kind === 'production') set({ dialog: 'production' });
  else void createOrders(plan.create);
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

/** Carries out a decision; the ledger keeps the reason, if there is one. */
export async function decide(choice: Decision, reason: string): Promise<void> {
  const { run } = get();
  if (!run) return;
  const decision = { ...choice, ...(reason.trim() !== '' && { reason: reason.trim() }) };
  const after = await ask(bridge().decide({ runId: run.id, decision }));
  if (!after) return;
  const candidates = (get().candidates ?? []).filter((one) => one.row !== decision.row);
  set({ run: after, candidates });
  void loadHome();
}
