import os from 'node:os';
import path from 'node:path';
import { Engine, type Secrets } from '../engine';
import { dataFolder } from './data-folder';
import { EXIT } from './exit-codes';
import { harmless, type Terminal } from './terminal';
import { UsageError } from './usage-error';

declare const __VERSION__: string;
export const VERSION = __VERSION__;

/** Options every command takes. */
export type CommonOptions = { data?: string; json?: boolean };

/** What a command works with: the terminal, the environment, and what stops it early. */
export type CommandContext = {
  terminal: Terminal;
  env: NodeJS.ProcessEnv;
  /** Calls `stop` on the first Ctrl-C; the second one ends the process. Yields what undoes it. */
  onInterrupt(stop: () => void): () => void;
};

/** The client secret comes from the environment only: the command has no keychain, and an argument would be seen by others. */
function secretsFrom(env: NodeJS.ProcessEnv): Secrets {
  const refuse = async (): Promise<void> => {
    throw new UsageError('The command stores no secret. Set PBX_ORDERS_CLIENT_SECRET.');
  };
  return {
    available: async () => false,
    get: async () => env['PBX_ORDERS_CLIENT_SECRET'] ?? null,
    set: refuse,
    remove: refuse,
  };
}

/** Runs `work` with an engine on the data folder and prints what goes wrong; yields the exit code. */
export async function withEngine(
  context: CommandContext,
  options: CommonOptions,
  work: (engine: Engine) => Promise<number>,
): Promise<number> {
  const { env, terminal } = context;
  let engine: Engine | null = null;
  try {
    engine = await Engine.start({
      dataDir: dataFolder(options.data, env, process.platform),
      version: VERSION,
      secrets: secretsFrom(env),
      osUser: osUser(),
      samplesDir: path.join(__dirname, '..', 'samples'),
    });
    return await work(engine);
  } catch (error) {
    await printError(engine, error, terminal, options.json);
    return EXIT.usage;
  } finally {
    if (engine) printNotices(engine, terminal);
    await engine?.close();
  }
}

/** What opening the ledger and the settings found. */
function printNotices({ notices }: Engine, terminal: Terminal): void {
  for (const notice of notices) terminal.note(`! ${harmless(notice)}`);
}

/** Words on standard error; with `--json` an object on standard output, too. */
export async function printError(
  engine: Engine | null,
  error: unknown,
  terminal: Terminal,
  json: boolean | undefined,
): Promise<void> {
  const { code, message } =
    error instanceof UsageError
      ? { code: 'usage', message: error.message }
      : ((await engine?.explain(error)) ?? {
          code: 'start',
          message: `PBX Orders can't start: ${error instanceof Error ? error.message : String(error)}`,
        });
  terminal.note(harmless(message));
  if (json) terminal.line(JSON.stringify({ type: 'error', code, message }));
}

function osUser(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A user id without an entry in the system's list of users.
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
