import type { Command } from 'commander';
import { openAs, printCheck, type ReadingOptions } from './check-command';
import { collect, common, commandOf, oneOf, wholeNumber, type Shared } from './command-line';
import { withEngine } from './context';
import { addLimitOptions, limitsOf, type LimitOptions } from './limit-options';
import { runSandbox } from './sandbox-command';
import { submit } from './submit-command';
import { addTargetOptions, target, type TargetOptions } from './target';

function addReadingOptions(command: Command): Command {
  return command
    .option('--sheet <name>', 'the sheet of a workbook; absent: the likeliest')
    .option('--encoding <name>', 'of a text file; absent: detected')
    .option('--delimiter <char>', 'of a text file; \\t for tabs; absent: detected')
    .option('--time-zone <zone>', 'in which a day ends, such as Asia/Shanghai')
    .option(
      '--dates <order>',
      'what 03/04/2027 means: day-first or month-first',
      oneOf('day-first', 'month-first'),
    )
    .option('--decimal <mark>', 'what 1.250 means: the decimal mark, . or ,', oneOf('.', ','))
    .option('--map <field=column>', 'which column holds a field, by letter or heading; repeatable', collect)
    .option('--constant <field=value>', 'a value for all rows that have none; repeatable', collect)
    .option('--mapping <name>', 'a column mapping saved under a name');
}

/** check, submit and sandbox: what works on a sheet. */
export function addSheetCommands(shared: Shared): void {
  addCheck(shared);
  addSubmit(shared);
  addSandbox(shared);
}

function addCheck({ program, context, done }: Shared): void {
  const command = commandOf(program, 'check <file>', 'check an order sheet, without any network');
  addTargetOptions(addReadingOptions(command)).action(
    async (file: string, options: ReadingOptions & TargetOptions) => {
      const given = common(command);
      done(
        await withEngine(context, given, async (engine) => {
          const sheet = await openAs(engine, file, target(engine, options), options);
          return printCheck(sheet, file, context.terminal, given.json ?? false);
        }),
      );
    },
  );
}

function addSubmit({ program, context, done }: Shared): void {
  type Options = ReadingOptions &
    TargetOptions &
    LimitOptions & { yes?: boolean; skipInvalid?: boolean; canary?: boolean; out?: string };
  const command = commandOf(program, 'submit <file>', 'create the PBXs of an order sheet, one after another');
  addTargetOptions(addReadingOptions(command))
    .option('--yes', 'do it without a question')
    .option('--skip-invalid', 'send the good rows of a sheet that has invalid ones')
    .option('--canary', 'create the first order alone and compare it before the rest goes')
    .option('--out <file>', 'where the result goes; absent: NAME.results beside the sheet');
  addLimitOptions(command).action(async (file: string, options: Options) => {
    const given = common(command);
    done(
      await withEngine(context, given, async (engine) => {
        const connection = target(engine, options);
        // An account that was never asked has no lists to check against; submitting needs the network anyway.
        if ((await engine.catalog(connection)).fetchedAt === 0) await engine.syncCatalog(connection);
        const sheet = await openAs(engine, file, connection, options);
        const { yes = false, skipInvalid = false, canary, out } = options;
        const how = {
          file,
          connection,
          yes,
          skipInvalid,
          limits: limitsOf(options),
          json: given.json ?? false,
        };
        return submit(
          engine,
          sheet,
          { ...how, ...(canary !== undefined && { canary }), ...(out !== undefined && { out }) },
          context,
        );
      }),
    );
  });
}

function addSandbox({ program, context, done }: Shared): void {
  type Options = { port?: number; latency?: number };
  const command = commandOf(program, 'sandbox', 'run a YCM of your own on this machine');
  command
    .option('--port <number>', 'absent: any free one', wholeNumber)
    .option('--latency <ms>', 'how long every answer takes at least, in milliseconds', wholeNumber)
    .action(async ({ port, latency }: Options) => {
      const given = common(command);
      const options = {
        ...(port !== undefined && { port }),
        ...(latency !== undefined && { latencyMs: latency }),
        json: given.json ?? false,
      };
      done(await withEngine(context, given, (engine) => runSandbox(engine, options, context)));
    });
}
