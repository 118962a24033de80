/** The command's door: what the system starts. */
import type { CommandContext } from './context';
import { EXIT } from './exit-codes';
import { runProgram } from './program';
import { createTerminal } from './terminal';

const terminal = createTerminal(process);

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
    process.on('SIGINT', listener);
    process.on('SIGTERM', listener);
    return () => {
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
    };
  },
};

// A reader that went away, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
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
