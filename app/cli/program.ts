import { Command, CommanderError } from 'commander';
import { addAuditCommands } from './audit-commands';
import { addCatalogCommands } from './catalog-commands';
import { printError, VERSION, type CommandContext } from './context';
import { EXIT } from './exit-codes';
import { addRunCommands } from './run-commands';
import { addSheetCommands } from './sheet-commands';
import { UsageError } from './usage-error';

const EXIT_CODES = `
Exit codes
  0  done: every row is ready, created or skipped
  1  some rows are invalid or were rejected
  2  the command is wrong, or a file can't be read or written
  3  stopped with rows that were not sent
  4  some rows are unconfirmed: reconcile them

The client secret is read from PBX_ORDERS_CLIENT_SECRET. More: docs/cli.md`;

/** Parses the arguments, runs the command they name, and yields the exit code. */
export async function runProgram(argv: readonly string[], context: CommandContext): Promise<number> {
  let code: number = EXIT.done;
  const program = new Command('pbx-orders')
    .description('Turns a spreadsheet of orders into provisioned Cloud PBXs, safely.')
    .version(VERSION)
    .option('--data <dir>', 'folder of ledger, settings and catalogs (or PBX_ORDERS_DATA)')
    .option('--json', 'print JSON, for programs')
    .addHelpText('after', EXIT_CODES)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => context.terminal.line(text.trimEnd()),
      writeErr: (text) => context.terminal.note(text.trimEnd()),
    });
  const shared = { program, context, done: (result: number): void => void (code = result) };
  addSheetCommands(shared);
  addRunCommands(shared);
  addCatalogCommands(shared);
  addAuditCommands(shared);
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
  } catch (error) {
    const json = argv.includes('--json');
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      // Its words were printed already; an argument that is missing altogether prints the help.
      const message = error.message.replace(/^error: /, '');
      if (json) context.terminal.line(JSON.stringify({ type: 'error', code: 'usage', message }));
      return EXIT.usage;
    }
    if (!(error instanceof UsageError)) throw error;
    await printError(null, error, context.terminal, json);
    return EXIT.usage;
  }
  return code;
}
