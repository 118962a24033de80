import path from 'node:path';
import type { RunSummary, RunView } from '../engine';
import { common, commandOf, type Shared } from './command-line';
import { withEngine } from './context';
import { EXIT, exitCodeOf } from './exit-codes';
import { addReconcile } from './reconcile-command';
import { saveReport } from './report-command';
import { addLimitOptions, limitsOf, type LimitOptions } from './limit-options';
import { runNamed } from './run-named';
import { follow, NOTHING_SENT, printFinished, totalsLine } from './submit-command';
import { harmless, type Terminal } from './terminal';
import { addAddress, addAddressOptions, type AddressOptions } from './target';

/** runs, show, resume, reconcile, read-back, results, repairs and report: what works on runs of the ledger. */
export function addRunCommands(shared: Shared): void {
  addRuns(shared);
  addShow(shared);
  addResume(shared);
  addReconcile(shared);
  addReadBack(shared);
  addFiles(shared);
}

function addRuns({ program, context, done }: Shared): void {
  const command = commandOf(program, 'runs', 'list past runs, the newest first');
  command
    .option('--search <text>', 'in sheet, PBX, id, customer, operator or connection')
    .action(async ({ search }: { search?: string }) => {
      const given = common(command);
      done(
        await withEngine(context, given, async (engine) => {
          const runs = await engine.runs(search ?? '');
          if (given.json) context.terminal.line(JSON.stringify(runs));
          else printRuns(runs, context.terminal);
          return EXIT.done;
        }),
      );
    });
}

function printRuns(runs: readonly RunSummary[], terminal: Terminal): void {
  if (runs.length === 0) terminal.line('No runs yet.');
  for (const run of runs) {
    const at = new Date(run.createdAt).toISOString().slice(0, 16).replace('T', ' ');
    terminal.line(`${run.id.padEnd(14)} ${at} UTC  ${harmless(run.connection)}  ${harmless(run.sheetName)}`);
    terminal.line(`${' '.repeat(15)}${run.state}: ${totalsLine(run.totals)}`);
  }
}

function addShow({ program, context, done }: Shared): void {
  const command = commandOf(program, 'show <run>', 'show one run, row by row').action(async (id: string) => {
    const given = common(command);
    done(
      await withEngine(context, given, async (engine) => {
        const run = await engine.run(id);
        if (given.json) context.terminal.line(JSON.stringify(run));
        else printRun(run, context.terminal);
        return exitCodeOf(run.totals);
      }),
    );
  });
}

function printRun(run: RunView, terminal: Terminal): void {
  printRuns([run], terminal);
  if (run.stopReason) terminal.line(`Stopped: ${harmless(run.stopReason)}`);
  terminal.line();
  for (const row of run.rows) {
    const fact = [row.cloudPbxId, row.message].filter(Boolean).join('  ');
    terminal.line(
      `${row.state.padEnd(12)} row ${String(row.row).padEnd(5)} ${harmless(row.name)}  ${harmless(fact)}`.trimEnd(),
    );
  }
  if (run.decisions.length > 0) terminal.line();
  for (const { row, at, decidedBy, choice, reason } of run.decisions) {
    const when = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
    const why = reason === '' ? '' : `: ${harmless(reason)}`;
    terminal.line(
      `decided      row ${String(row).padEnd(5)} ${choice}, ${harmless(decidedBy)}, ${when} UTC${why}`,
    );
  }
}

function addResume({ program, context, done }: Shared): void {
  const command = commandOf(
    program,
    'resume [run]',
    'send the orders of a run that were never sent; absent: the newest such run',
  ).option('--out <file>', 'where the result goes');
  addLimitOptions(command).action(
    async (id: string | undefined, options: { out?: string } & AddressOptions & LimitOptions) => {
      const { out } = options;
      const limits = limitsOf(options);
      const given = common(command);
      done(
        await withEngine(context, given, async (engine) => {
          addAddress(engine, options);
          const run = await runNamed(engine, id, isUnfinished);
          if (run === null) return nothingToResume(given.json ?? false, context.terminal);
          if (!given.json) tellWhatIsLeft(await engine.run(run), context.terminal);
          const outcome = await follow(engine, { json: given.json ?? false }, context, (signal) =>
            engine.resume(run, { signal, limits, ...(out !== undefined && { out: path.resolve(out) }) }),
          );
          return exitCodeOf(outcome.totals);
        }),
      );
    },
  );
  addAddressOptions(command);
}

/** Nobody is asked, because scripts resume, too; but it is said before anything is sent. */
function tellWhatIsLeft(
  { id, totals, sheetName, connection, connectionKind }: RunView,
  terminal: Terminal,
): void {
  const orders = `${totals.notSent} ${totals.notSent === 1 ? 'order' : 'orders'} of ${harmless(sheetName)}`;
  const cost = connectionKind === 'production' ? ', where each costs money' : '';
  terminal.note(`Run ${id} goes on with ${orders} on "${harmless(connection)}"${cost}.`);
}

function nothingToResume(json: boolean, terminal: Terminal): number {
  if (json) printFinished(NOTHING_SENT, { json }, terminal);
  else terminal.line('There is no run with orders not sent.');
  return EXIT.done;
}

/** What a run that was replaced by another did not send is not left to be sent. */
const isUnfinished = ({ state, totals }: RunSummary): boolean => state !== 'finished' && totals.notSent > 0;

function addReadBack({ program, context, done }: Shared): void {
  const command = commandOf(program, 'read-back <run>', 'compare each created PBX with its order').action(
    async (id: string, address: AddressOptions) => {
      const given = common(command);
      done(
        await withEngine(context, given, async (engine) => {
          addAddress(engine, address);
          const rows = await engine.readBack(id);
          if (given.json) context.terminal.line(JSON.stringify(rows));
          for (const { row, name, message, differences } of given.json ? [] : rows) {
            context.terminal.line(`row ${row}  ${harmless(name)}  ${harmless(message)}`);
            for (const one of differences) {
              context.terminal.line(
                `  ${one.label}: ordered ${harmless(one.ordered)}, found ${harmless(one.found)}`,
              );
            }
          }
          return rows.every((one) => one.outcome === 'same') ? EXIT.done : EXIT.invalidOrRejected;
        }),
      );
    },
  );
  addAddressOptions(command);
}

function addFiles({ program, context, done }: Shared): void {
  const results = commandOf(program, 'results <run>', 'write the result sheet of a run anew from the ledger')
    .option('--out <file>', 'where it goes; absent: as when it was submitted')
    .action(async (id: string, { out }: { out?: string }) => {
      const given = common(results);
      done(
        await withEngine(context, given, async (engine) => {
          const written = await engine.results(id, out === undefined ? undefined : path.resolve(out));
          printWritten(context.terminal, given.json, written);
          return EXIT.done;
        }),
      );
    });
  const repairs = commandOf(
    program,
    'repairs <run> <file>',
    'write the rows of a run that failed as a workbook to correct',
  ).action(async (id: string, file: string) => {
    const given = common(repairs);
    done(
      await withEngine(context, given, async (engine) => {
        printWritten(context.terminal, given.json, await engine.repairs(id, path.resolve(file)));
        return EXIT.done;
      }),
    );
  });
  const report = commandOf(
    program,
    'report <run> <file>',
    'write one page about a run, as .html or .pdf',
  ).action(async (id: string, file: string) => {
    const given = common(report);
    done(
      await withEngine(context, given, async (engine) => {
        printWritten(
          context.terminal,
          given.json,
          await saveReport(engine, id, path.resolve(file), context.env),
        );
        return EXIT.done;
      }),
    );
  });
}

/** Says where a file went. */
export function printWritten(
  terminal: Terminal,
  json: boolean | undefined,
  written: { path: string; note?: string | null } & Record<string, unknown>,
): void {
  if (json) terminal.line(JSON.stringify(written));
  else {
    if (written.note) terminal.note(written.note);
    terminal.line(written.path);
  }
}
