import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { UsageError } from './usage-error';

/** How long printing one page may take, milliseconds. */
const LIMIT_MS = 60_000;

/**
 * Prints a page of HTML as PDF with the desktop app, which brings the browser that can. Its binary is the one that
 * runs this command when it is packaged, else the one PBX_ORDERS_ELECTRON names. Throws UsageError with what is missing.
 */
export async function printPdf(html: string, to: string, env: NodeJS.ProcessEnv): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'pbx-orders-report-'));
  try {
    const page = path.join(folder, 'report.html');
    const printed = path.join(folder, 'report.pdf');
    await writeFile(page, html);
    const [program, ...args] = onDisplay([...appCommand(env), '--print-report', page, printed], env);
    // Printing needs no secret, and a browser that crashes writes its environment down.
    const own = { ...env, ELECTRON_RUN_AS_NODE: undefined, PBX_ORDERS_CLIENT_SECRET: undefined };
    const ended = await run(program ?? '', args, own);
    if (ended !== 0 || !(await isThere(printed))) {
      throw new UsageError(
        ended === 'not-found'
          ? `A PDF is printed by ${program}, which is not installed here. Write an .html file instead.`
          : 'The PDF could not be printed. Write an .html file and print it from a browser.',
      );
    }
    await copyFile(printed, to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function appCommand(env: NodeJS.ProcessEnv): string[] {
  // Chromium's sandbox can't be set up by root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (process.versions['electron'] !== undefined) return [process.execPath, ...asRoot];
  const electron = env['PBX_ORDERS_ELECTRON'];
  if (!electron)
    throw new UsageError(
      'A PDF is printed by the desktop app, which is not here. Write an .html file instead.',
    );
  return [electron, ...asRoot, path.join(__dirname, '..')];
}

/** Linux without a display gets one of its own for the moment. */
function onDisplay(command: string[], env: NodeJS.ProcessEnv): string[] {
  const hasDisplay = process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  return hasDisplay ? command : ['xvfb-run', '-a', ...command];
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<number | 'not-found' | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: 'ignore', timeout: LIMIT_MS });
    child.on('error', () => resolve('not-found'));
    child.on('close', resolve);
  });
}

const isThere = async (file: string): Promise<boolean> => {
  const found = await stat(file).catch(() => null);
  return found !== null && found.size > 0;
};
