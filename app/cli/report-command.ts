import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reportHtml, type Engine } from '../engine';
import { UsageError } from './usage-error';

/** Writes one page about a run in the format the file's name asks for. */
export async function saveReport(engine: Engine, runId: string, to: string): Promise<{ path: string }> {
  if (path.extname(to).toLowerCase() !== '.html') throw new UsageError('Name the file .html.');
  await writeFile(to, reportHtml(await engine.report(runId)));
  return { path: to };
}
