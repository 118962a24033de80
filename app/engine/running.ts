import type { BatchRecord, Ledger } from '../ledger';
import { RunControl, runTotals, stopReasonMessage, submitRun, type RunEvent } from '../runs';
import type { Client } from '../ycm';
import type { RunRow, Totals } from './contract';
import type { RunOutcome, SubmitOptions } from './engine-options';
import { EngineError } from './failure';
import { askLedgerForAll } from './ledger-facts';
import type { Parts } from './parts';
import { keepDraftOfResult } from './run-draft';
import { resultPathOf, sourceOf } from './result-file';
import { ResultKeeper } from './result-keeper';
import { runSummary } from './run-views';

export type RunToSend = { ledger: Ledger; batch: BatchRecord; client: Client; options: SubmitOptions };
type Active = {
  runId: string;
  control: RunControl;
  /** Null until it is being sent: it is still being prepared. */
  done: Promise<RunOutcome> | null;
};

const ANSWERED = new Set(['created', 'rejected', 'unconfirmed', 'skipped']);

/** The one run this engine may be working on, and what the operator asks of it. */
export class Running {
  #active: Active | null = null;
  /** What became of result files since the engine was started: they concern this machine now, not the ledger. */
  readonly #notes = new Map<string, string | null>();

  constructor(private readonly parts: Parts) {}

  /** What this engine does with a run; null: nothing. */
  stateOf(runId: string): 'running' | 'paused' | null {
    if (this.#active?.runId !== runId) return null;
    return this.#active.control.paused ? 'paused' : 'running';
  }

  noteOf(runId: string): string | null {
    return this.#notes.get(runId) ?? null;
  }

  /** Throws EngineError `run-active` while a run is under way. */
  refuseIfBusy(): void {
    if (this.#active)
      throw new EngineError(
        'run-active',
        'Another run is still being worked on. Wait until it ends, or stop it first.',
      );
  }

  /**
   * Prepares a run and begins to send it, unless another one is under way; `done` resolves when it has ended. Throws
   * what `prepare` throws, and EngineError `run-active`.
   */
  async begin(prepare: () => Promise<RunToSend>): Promise<{ runId: string; done: Promise<RunOutcome> }> {
    this.refuseIfBusy();
    const active: Active = { runId: '', control: new RunControl(), done: null };
    this.#active = active;
    try {
      const run = await prepare();
      active.runId = run.batch.id;
      active.done = this.#send(run, active).finally(() => {
        this.#active = null;
      });
      // Whoever only wants it begun need not listen to how it ends: that is told by events.
      active.done.catch(() => {});
      return { runId: active.runId, done: active.done };
    } catch (error) {
      this.#active = null;
      throw error;
    }
  }

  pause(runId: string): void {
    this.#activeRun(runId).control.pause();
  }
  resume(runId: string): void {
    this.#activeRun(runId).control.resume();
  }
  stop(runId: string): void {
    this.#activeRun(runId).control.stop();
  }

  /** Stops whatever is under way after the order being sent, and waits for it. */
  async stopAndWait(): Promise<void> {
    this.#active?.control.stop();
    await this.#active?.done?.catch(() => {});
  }

  stopAny(): void {
    this.#active?.control.stop();
  }

  #activeRun(runId: string): Active {
    if (this.#active?.runId !== runId)
      throw new EngineError('run-not-active', 'This run is not being worked on now.');
    return this.#active;
  }

  async #send(run: RunToSend, { control }: Active): Promise<RunOutcome> {
    const { parts } = this;
    const { ledger, batch, client, options } = run;
    const runId = batch.id;
    try {
      const result = new ResultKeeper(
        parts,
        ledger,
        batch,
        once(() => sourceOf(ledger, batch)),
        once(async () => options.out ?? resultPathOf(parts, ledger, batch)),
      );
      const listener = await this.#listener(run, result, control);
      await this.#tellState(ledger, runId, `Run ${runId} on "${batch.connectionName}" has begun.`);
      const { settings } = parts.preferences;
      const { stopped } = await submitRun({
        ledger,
        client,
        batchId: runId,
        now: parts.now,
        sleep: parts.sleep,
        random: parts.random,
        control,
        onEvent: listener,
        limits: {
          equalRejections: settings.equalRejections,
          maxPbxs: settings.maxPbxs,
          maxExtensions: settings.maxExtensions,
        },
        canary: options.canary ?? settings.canary,
      });
      const written = await result.finish();
      this.#notes.set(runId, written.note);
      if (written.sha256 !== null) await keepDraftOfResult(parts, ledger, batch, written.sha256);
      const stopReason = stopped ? stopReasonMessage(stopped) : null;
      const totals = await runTotals(ledger, runId);
      return { runId, totals, stopReason, result: written.path, resultNote: written.note };
    } finally {
      this.#active = null;
      await this.#settled(ledger, runId);
    }
  }

  /** The run is over: the window and the open sheets hear how it stands. */
  async #settled(ledger: Ledger, runId: string): Promise<void> {
    try {
      const batch = await ledger.batch(runId);
      const words =
        batch?.stopReason ?? (batch?.state === 'finished' ? 'Finished.' : 'Ended; some orders are left.');
      await this.#tellState(ledger, runId, words);
      await askLedgerForAll(this.parts);
    } catch (error) {
      this.parts.report(error);
    }
  }

  async #listener(
    { ledger, batch }: RunToSend,
    result: ResultKeeper,
    control: RunControl,
  ): Promise<(event: RunEvent) => void> {
    const { parts } = this;
    const about = new Map(
      (await ledger.orders(batch.id)).map(({ row, name, url }) => [row, { name, url }] as const),
    );
    let totals: Totals = await runTotals(ledger, batch.id);
    const state = (message: string): void => {
      const run = runSummary(batch, totals, control.paused ? 'paused' : 'running');
      parts.events.tell({ type: 'run-state', run, message });
    };
    return (event) => {
      switch (event.type) {
        case 'row': {
          const { row, state: to, cloudPbxId, requestId, message } = event;
          const { name = '', url = null } = about.get(row) ?? {};
          const processedAt = ANSWERED.has(to) ? parts.now() : null;
          const shown: RunRow = { row, name, url, state: to, cloudPbxId, requestId, message, processedAt };
          totals = event.totals;
          parts.events.tell({ type: 'run-row', runId: batch.id, row: shown, totals });
          if (ANSWERED.has(to)) result.answered();
          return;
        }
        case 'waiting':
          parts.events.tell({ type: 'run-waiting', runId: batch.id, ms: event.ms, message: event.reason });
          return;
        case 'paused':
          return state('Paused. The order being sent was answered; the next one waits.');
        case 'resumed':
          return state('Going on.');
        case 'stopped':
        case 'progress':
          // Told when the run has ended and its result is written.
          return;
      }
    };
  }

  async #tellState(ledger: Ledger, runId: string, message: string): Promise<void> {
    const batch = await ledger.batch(runId);
    if (!batch) return;
    const run = runSummary(batch, await runTotals(ledger, runId), this.stateOf(runId));
    this.parts.events.tell({ type: 'run-state', run, message });
  }
}

/** Asks once; what failed is asked anew. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
