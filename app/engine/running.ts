import type { BatchRecord, Ledger } from '../ledger';
import { RunControl, runTotals, stopReasonMessage, submitRun, type RunEvent } from '../runs';
import type { Client } from '../ycm';
import type { RunRow, Totals } from './contract';
import type { RunOutcome, SubmitOptions } from './engine-options';
import { EngineError } from './failure';
import { wordsOf } from './failure-words';
import { askLedgerForAll } from './ledger-facts';
import type { Parts } from './parts';
import { keepDraftOfResult } from './run-draft';
import { resultPathOf, sourceOf } from './result-file';
import { ResultKeeper } from './result-keeper';
import { runLimits } from './run-limits';
import { batchOf, runSummary } from './run-views';

export type RunToSend = { ledger: Ledger; batch: BatchRecord; client: Client; options: SubmitOptions };
type Active = {
  /** Empty while the run is being prepared. */
  runId: string;
  control: RunControl;
  /** Resolves when nothing of it is going on any more, however it ended. */
  over: Promise<unknown>;
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
    const control = new RunControl();
    const prepared = prepare();
    const done = prepared.then((run) => {
      active.runId = run.batch.id;
      const { signal } = run.options;
      if (signal?.aborted) control.stop();
      signal?.addEventListener('abort', () => control.stop(), { once: true });
      return this.#send(run, control, () => this.#release(active));
    });
    // Whoever only wants it begun need not listen to how it ends: that is told by events.
    const active: Active = { runId: '', control, over: done.catch(() => this.#release(active)) };
    this.#active = active;
    try {
      const { batch } = await prepared;
      return { runId: batch.id, done };
    } catch (error) {
      this.#release(active);
      throw error;
    }
  }

  /** Another run may begin. */
  #release(active: Active): void {
    if (this.#active === active) this.#active = null;
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
    await this.#active?.over;
  }

  stopAny(): void {
    this.#active?.control.stop();
  }

  #activeRun(runId: string): Active {
    if (this.#active?.runId !== runId)
      throw new EngineError('run-not-active', 'This run is not being worked on now.');
    return this.#active;
  }

  async #send(run: RunToSend, control: RunControl, release: () => void): Promise<RunOutcome> {
    const { parts } = this;
    const { ledger, batch, options } = run;
    const runId = batch.id;
    const told: { totals: Totals | null } = { totals: null };
    const result = new ResultKeeper(
      parts,
      ledger,
      batch,
      once(() => sourceOf(ledger, batch)),
      once(() => resultPathOf(parts, ledger, batch, options.out)),
    );
    let stopReason: string | null = null;
    try {
      told.totals = await runTotals(ledger, runId);
      stopReason = await this.#submit(run, control, await this.#listener(run, result, control, told));
      const written = await result.finish();
      this.#notes.set(runId, written.note);
      if (written.sha256 !== null) await keepDraftOfResult(parts, ledger, batch, written.sha256);
      const totals = await runTotals(ledger, runId);
      return { runId, totals, stopReason, result: written.path, resultNote: written.note };
    } catch (error) {
      // Only a ledger that fails gets here: what was answered is kept, and what is known of the run is told.
      if (told.totals === null) throw error;
      stopReason ??= wordsOf(parts, error);
      const run = { ...runSummary(batch, told.totals, null), state: 'stopped' as const, stopReason };
      parts.events.tell({ type: 'run-state', run, message: stopReason });
      return { runId, totals: told.totals, stopReason, result: null, resultNote: null };
    } finally {
      release();
      await this.#settled(ledger, runId, stopReason);
    }
  }

  /** Sends what is ready; yields why it stopped before its end, in words. */
  async #submit(
    { ledger, batch, client, options }: RunToSend,
    control: RunControl,
    onEvent: (event: RunEvent) => void,
  ): Promise<string | null> {
    const { parts } = this;
    const { settings } = parts.preferences;
    const begun = runSummary(batch, await runTotals(ledger, batch.id), 'running');
    const message = `Run ${batch.id} on "${batch.connectionName}" has begun.`;
    parts.events.tell({ type: 'run-state', run: begun, message });
    const { stopped } = await submitRun({
      ledger,
      client,
      batchId: batch.id,
      now: parts.now,
      sleep: parts.sleep,
      random: parts.random,
      control,
      onEvent,
      limits: runLimits(settings, options.limits),
      canary: options.canary ?? settings.canary,
    });
    return stopped ? stopReasonMessage(stopped) : null;
  }

  /** The run is over: the open sheets hear of it, then whoever listens, so that what they ask for next is as it stands. */
  async #settled(ledger: Ledger, runId: string, stopReason: string | null): Promise<void> {
    const { parts } = this;
    await askLedgerForAll(parts).catch(parts.report);
    try {
      const batch = await batchOf(ledger, runId);
      const run = runSummary(batch, await runTotals(ledger, runId), null);
      // A ledger that broke could not take the reason in.
      run.stopReason ??= stopReason;
      const ended = run.state === 'finished' ? 'Finished.' : 'Ended; some orders are left.';
      parts.events.tell({ type: 'run-state', run, message: run.stopReason ?? ended });
    } catch (error) {
      parts.report(error);
    }
  }

  async #listener(
    { ledger, batch }: RunToSend,
    result: ResultKeeper,
    control: RunControl,
    told: { totals: Totals | null },
  ): Promise<(event: RunEvent) => void> {
    const { parts } = this;
    const about = new Map(
      (await ledger.orders(batch.id)).map(({ row, name, url }) => [row, { name, url }] as const),
    );
    let totals = await runTotals(ledger, batch.id);
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
          told.totals = totals = event.totals;
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
