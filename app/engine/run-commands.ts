import { homeView } from './home';
import { listRuns, showRun } from './history';
import { EngineError } from './failure';
import type { OrderSheet } from './order-sheet';
import type { Parts } from './parts';
import { planSheet, type Plan } from './planning';
import type { Running } from './running';
import { decideAll, readBackRun, settleByLookup } from './settling';
import type { Answers } from './sheet-commands';
import { continueRun, createPlanned } from './submission';

type RunCommand =
  | 'home'
  | 'plan'
  | 'create'
  | 'pauseRun'
  | 'resumeRun'
  | 'stopRun'
  | 'continueRun'
  | 'runs'
  | 'run'
  | 'reconcile'
  | 'decide'
  | 'readBack';

/** Planning, creating, and everything about runs. */
export function runCommands(parts: Parts, running: Running): Answers<RunCommand> {
  /** The plan last shown of each sheet. */
  const plans = new WeakMap<OrderSheet, Plan>();
  return {
    home: () => homeView(parts, running),
    async plan({ sheetId, connection }) {
      const plan = await planSheet(parts, parts.sheets.get(sheetId), connection);
      plans.set(plan.sheet, plan);
      return plan.view;
    },
    async create({ sheetId, connection, confirmed }) {
      const plan = plans.get(parts.sheets.get(sheetId));
      if (plan?.connection !== connection)
        throw new EngineError('no-plan', 'There is no plan for this connection yet. Look at the plan first.');
      const begun = await createPlanned(parts, running, plan, confirmed);
      plans.delete(plan.sheet);
      return begun;
    },
    async pauseRun({ runId }) {
      running.pause(runId);
      return null;
    },
    async resumeRun({ runId }) {
      running.resume(runId);
      return null;
    },
    async stopRun({ runId }) {
      running.stop(runId);
      return null;
    },
    async continueRun({ runId }) {
      await continueRun(parts, running, runId, {});
      return null;
    },
    runs: (search) => listRuns(parts, running, search),
    run: ({ runId }) => showRun(parts, running, runId),
    reconcile: ({ runId }) => settleByLookup(parts, running, runId),
    async decide({ runId, decision }) {
      await decideAll(parts, running, runId, [decision]);
      return showRun(parts, running, runId);
    },
    readBack: ({ runId }) => readBackRun(parts, runId),
  };
}
