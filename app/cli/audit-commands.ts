import path from 'node:path';
import type { AuditFilter } from '../engine';
import { collect, common, commandOf, oneOf, type Shared } from './command-line';
import { withEngine } from './context';
import { EXIT } from './exit-codes';
import { printWritten } from './run-commands';
import { UsageError } from './usage-error';

type ExportOptions = Partial<
  Record<'from' | 'to' | 'connection' | 'operator' | 'state' | 'sheet' | 'customer' | 'run', string>
> & {
  format?: 'csv' | 'xlsx' | 'jsonl';
};

/** audit export|head|verify|archive|restore: the trail of who created what, from which sheet, when. */
export function addAuditCommands({ program, context, done }: Shared): void {
  const audit = program.command('audit').description('who created what, from which sheet, when');
  const exporting = commandOf(audit, 'export <file>', 'write the audit trail, or a part of it')
    .option(
      '--format <name>',
      'csv, xlsx or jsonl; absent: by the name of the file',
      oneOf('csv', 'xlsx', 'jsonl'),
    )
    .option('--from <date>', 'from this day or time (UTC) on, such as 2026-11-24')
    .option('--to <date>', 'up to the end of this day, or to this time (UTC)')
    .option('--connection <name>')
    .option('--operator <name>')
    .option('--state <state>', 'events of orders that are in this state')
    .option('--sheet <name>', 'of the sheet file')
    .option('--customer <id>')
    .option('--run <id>')
    .action(async (file: string, options: ExportOptions) => {
      const given = common(exporting);
      done(
        await withEngine(context, given, async (engine) => {
          const to = path.resolve(file);
          const { events } = await engine.exportAudit({
            filter: filterOf(options),
            format: formatOf(file, options),
            to,
          });
          printWritten(context.terminal, given.json, { path: to, events });
          return EXIT.done;
        }),
      );
    });
  const verify = commandOf(
    audit,
    'verify [file]',
    'recompute the chain of the ledger, or of an exported .jsonl file',
  )
    .option(
      '--head <file|text>',
      'a head kept elsewhere that the trail must have: an export, a backup, or what audit head printed; repeatable',
      collect,
    )
    .action(async (file: string | undefined, { head }: { head?: string[] }) => {
      const given = common(verify);
      done(
        await withEngine(context, given, async (engine) => {
          const check = await engine.verifyAudit(file === undefined ? undefined : path.resolve(file), head);
          context.terminal.line(given.json ? JSON.stringify(check) : check.message);
          return check.ok ? EXIT.done : EXIT.invalidOrRejected;
        }),
      );
    });
  const head = commandOf(
    audit,
    'head',
    'print the number and hash of the last event: kept elsewhere, they prove later that nothing was changed',
  ).action(async () => {
    const given = common(head);
    done(
      await withEngine(context, given, async (engine) => {
        const { seq, hash } = await engine.auditHead();
        context.terminal.line(given.json ? JSON.stringify({ seq, hash }) : `${seq} ${hash}`);
        return EXIT.done;
      }),
    );
  });
  const archive = commandOf(
    audit,
    'archive <file>',
    'move the details of finished runs from before a day into a verified file',
  )
    .requiredOption('--before <date>', 'such as 2025-01-01 (UTC)')
    .action(async (file: string, { before }: { before: string }) => {
      const given = common(archive);
      done(
        await withEngine(context, given, async (engine) => {
          const { runs } = await engine.archive(timeOf(before, '--before', false), path.resolve(file));
          printWritten(context.terminal, given.json, { path: path.resolve(file), runs });
          return EXIT.done;
        }),
      );
    });
  const restore = commandOf(audit, 'restore <file>', 'bring the runs of an archive file back').action(
    async (file: string) => {
      const given = common(restore);
      done(
        await withEngine(context, given, async (engine) => {
          const { runs } = await engine.restoreArchive(path.resolve(file));
          printWritten(context.terminal, given.json, { path: path.resolve(file), runs });
          return EXIT.done;
        }),
      );
    },
  );
}

function filterOf({
  from,
  to,
  run,
  connection,
  operator,
  state,
  sheet,
  customer,
}: ExportOptions): AuditFilter {
  return {
    ...(from !== undefined && { from: timeOf(from, '--from', false) }),
    ...(to !== undefined && { to: timeOf(to, '--to', true) }),
    ...(run !== undefined && { runId: run }),
    ...(connection !== undefined && { connection }),
    ...(operator !== undefined && { operator }),
    ...(state !== undefined && { state }),
    ...(sheet !== undefined && { sheet }),
    ...(customer !== undefined && { customer }),
  };
}

/** UTC milliseconds of `2026-11-24` (its first or last millisecond) or of an ISO time. */
function timeOf(text: string, option: string, endOfDay: boolean): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const time = Date.parse(day ? `${text}T${endOfDay ? '23:59:59.999' : '00:00:00.000'}Z` : text);
  if (Number.isNaN(time)) throw new UsageError(`${option} wants a date such as 2026-11-24.`);
  return time;
}

function formatOf(file: string, { format }: ExportOptions): 'csv' | 'xlsx' | 'jsonl' {
  if (format) return format;
  const extension = path.extname(file).slice(1).toLowerCase();
  if (extension === 'csv' || extension === 'xlsx' || extension === 'jsonl') return extension;
  throw new UsageError('Name the file .csv, .xlsx or .jsonl, or say --format.');
}
