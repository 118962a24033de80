import type { EngineEvent, RunSummary, Totals } from '../engine/contract';

/** What the system is told of runs. */
export type RunSurroundings = {
  /** While true, the machine must not go to sleep. */
  keepAwake(on: boolean): void;
  /** Share of the orders that are done, 0 to 1; null: no run. */
  progress(share: number | null, paused: boolean): void;
  /** A run came to its end, whatever the end was. */
  ended(run: RunSummary): void;
};

/** Follows the engine's events and knows which runs are under way. */
export class RunWatch {
  private readonly live = new Map<string, RunSummary>();

  constructor(private readonly surroundings: RunSurroundings) {}

  hear(event: EngineEvent): void {
    if (event.type === 'run-state') this.state(event.run);
    if (event.type === 'run-row') {
      const run = this.live.get(event.runId);
      if (!run) return;
      this.live.set(event.runId, { ...run, totals: event.totals });
      this.show();
    }
  }

  /** Runs under way, paused ones included. */
  get runs(): readonly RunSummary[] {
    return [...this.live.values()];
  }

  /** The engine is gone, and its runs with it: they are unfinished, not ended. */
  forget(): void {
    this.live.clear();
    this.show();
  }

  private state(run: RunSummary): void {
    const wasLive = this.live.has(run.id);
    const isLive = run.state === 'running' || run.state === 'paused';
    if (isLive) this.live.set(run.id, run);
    else this.live.delete(run.id);
    this.show();
    if (wasLive && !isLive) this.surroundings.ended(run);
  }

  private show(): void {
    const runs = this.runs;
    this.surroundings.keepAwake(runs.some((run) => run.state === 'running'));
    const first = runs[0];
    this.surroundings.progress(first ? shareDone(first.totals) : null, first?.state === 'paused');
  }
}

/** Of the orders that can be sent, the share that has an answer or is settled. */
function shareDone({ rows, notSent }: Totals): number {
  return rows === 0 ? 0 : (rows - notSent) / rows;
}
