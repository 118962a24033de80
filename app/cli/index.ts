/** The command's door: what the system starts. */
import type { CommandContext } from './context';
import { EXIT } from './exit-codes';
import { runProgram } from './program';
import { createTerminal } from './terminal';

const terminal = createTerminal(process);

/** Stops the run under way after the order being sent, once; null: there is none. */
let stopRun: (() => void) | null = null;

const context: CommandContext = {
  terminal,
  env: process.env,
  onInterrupt(stop) {
    let asked = false;
    const listener = (): void => {
      // 130 is what a shell reports of a program ended by Ctrl-C. The ledger is safe at any instant.
      if (asked) process.exit(130);
      asked = true;
      stop();
    };
    // SIGHUP: the terminal was closed.
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, listener);
    let gone = false;
    stopRun = () => {
      if (!gone) stop();
      gone = true;
    };
    return () => {
      for (const signal of signals) process.off(signal, listener);
      stopRun = null;
    };
  },
};

// A reader that went away, such as `head`, is no error; a run nobody follows any more is not cut off in an order.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (stopRun) stopRun();
    else if (error.code === 'EPIPE') process.exit();
  });

async function main(): Promise<void> {
  try {
    process.exitCode = await runProgram(process.argv.slice(2), context);
  } catch (error) {
    terminal.note(
      `Something went wrong inside PBX Orders. Nothing that was saved is lost. (${String(error)})`,
    );
    process.exitCode = EXIT.usage;
  }
}

void main();
