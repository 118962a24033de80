import type { Engine, RunSummary } from '../engine';
import { UsageError } from './usage-error';

/** The run named, else the newest one that `wanted` holds for. */
export async function runNamed(
  engine: Engine,
  id: string | undefined,
  wanted: (run: RunSummary) => boolean,
  what: string,
): Promise<string> {
  if (id !== undefined) return id;
  const found = (await engine.runs()).find(wanted);
  if (!found) throw new UsageError(`There is no run ${what}.`);
  return found.id;
}
