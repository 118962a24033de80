import type { Engine, RunSummary } from '../engine';

/** The run named, else the newest one that `wanted` holds for; null: there is none, so there is nothing to do. */
export async function runNamed(
  engine: Engine,
  id: string | undefined,
  wanted: (run: RunSummary) => boolean,
): Promise<string | null> {
  return id ?? (await engine.runs()).find(wanted)?.id ?? null;
}
