import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reportHtml, type Engine } from '../engine';
import { printPdf } from './print-pdf';
import { UsageError } from './usage-error';

/** Writes one page about a run in the format the file's name asks for. */
export async function saveReport(
  engine: Engine,
  runId: string,
  to: string,
  env: NodeJS.ProcessEnv,
): Promise<{ path: string }> {
  const extension = path.extname(to).toLowerCase();
  if (extension !== '.html' && extension !== '.pdf') throw new UsageError('Name the file .html or .pdf.');
  const html = reportHtml(await engine.report(runId));
  if (extension === '.pdf') await printPdf(html, to, env);
  else await writeFile(to, html);
  return { path: to };
}
