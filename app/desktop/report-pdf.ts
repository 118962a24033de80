import { BrowserWindow, session } from 'electron';
import { readFile, writeFile } from 'node:fs/promises';

const SCHEME = 'report';
const ADDRESS = `${SCHEME}://page/`;

let printing: Promise<unknown> = Promise.resolve();

/** Prints one page of HTML, which needs nothing else and may run nothing, as a PDF on A4. One after another. */
export function printPdf(html: string): Promise<Buffer> {
  const printed = printing.then(() => printNow(html));
  printing = printed.catch(() => undefined);
  return printed;
}

async function printNow(html: string): Promise<Buffer> {
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

const PRINT_REPORT = '--print-report';

export type PrintRequest = { from: string; to: string };

/** The files of `--print-report IN.html OUT.pdf` among a program's arguments; null: it was not asked for. */
export function printRequest(args: readonly string[]): PrintRequest | null {
  const at = args.indexOf(PRINT_REPORT);
  const from = at < 0 ? undefined : args[at + 1];
  const to = at < 0 ? undefined : args[at + 2];
  return from === undefined || to === undefined ? null : { from, to };
}

/** Does what `--print-report` asks; yields the exit code. */
export async function printReportFile({ from, to }: PrintRequest): Promise<number> {
  try {
    await writeFile(to, await printPdf(await readFile(from, 'utf8')));
    return 0;
  } catch (error) {
    process.stderr.write(`The report can't be printed: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}
