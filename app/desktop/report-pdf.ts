import { BrowserWindow, session } from 'electron';
import { readFile, writeFile } from 'node:fs/promises';

const SCHEME = 'report';
const ADDRESS = `${SCHEME}://page/`;

/** Prints one page of HTML, which needs nothing else and may run nothing, as a PDF on A4. */
export async function printPdf(html: string): Promise<Buffer> {
  const own = session.fromPartition('report', { cache: false });
  own.protocol.handle(
    SCHEME,
    () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false },
  });
  try {
    await window.loadURL(ADDRESS);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
    });
  } finally {
    window.destroy();
    own.protocol.unhandle(SCHEME);
  }
}

export const PRINT_REPORT = '--print-report';

/** The files of `--print-report IN.html OUT.pdf` among a program's arguments; null: it was not asked for. */
export function printRequest(args: readonly string[]): { from: string; to: string } | null {
  const at = args.indexOf(PRINT_REPORT);
  const from = at < 0 ? undefined : args[at + 1];
  const to = at < 0 ? undefined : args[at + 2];
  return from === undefined || to === undefined ? null : { from, to };
}

/** Does what `--print-report` asks; yields the exit code. */
export async function printReportFile({ from, to }: { from: string; to: string }): Promise<number> {
  try {
    await writeFile(to, await printPdf(await readFile(from, 'utf8')));
    return 0;
  } catch (error) {
    process.stderr.write(`The report can't be printed: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}
