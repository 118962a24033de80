import path from 'node:path';
import {
  SANDBOX,
  type Engine,
  type EngineEvent,
  type Limits,
  type OrderSheet,
  type PlanView,
  type RunOutcome,
  type Totals,
} from '../engine';
import { hasNoOrders, printCheck } from './check-command';
import type { CommandContext } from './context';
import { EXIT, exitCodeOf } from './exit-codes';
import { nextStep } from './next-step';
import { harmless, type Terminal } from './terminal';
import { UsageError } from './usage-error';

export type SubmitOptions = {
  file: string;
  connection: string;
  yes: boolean;
  skipInvalid: boolean;
  canary?: boolean;
  limits: Partial<Limits>;
  out?: string;
  json: boolean;
};

/** Errors that say "sent before, answer unknown": they are the run's to settle, not the sheet's to correct. */
const UNKNOWN_ANSWER = new Set(['already-unconfirmed', 'unconfirmed-earlier']);

/** Rows a person must correct in the sheet. */
function toCorrect(sheet: OrderSheet): number {
  if (sheet.table.problems.some((one) => one.level === 'error')) return sheet.counts.invalid;
  return sheet.rows.filter(
    (row) =>
      row.state === 'invalid' &&
      row.problems.some((one) => one.level === 'error' && !UNKNOWN_ANSWER.has(one.code)),
  ).length;
}

/** Creates the PBXs of a sheet and prints how it went; yields the exit code. */
export async function submit(
  engine: Engine,
  sheet: OrderSheet,
  options: SubmitOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal } = context;
  if (hasNoOrders(sheet)) {
    if (!options.json) return printCheck(sheet, options.file, terminal, false);
    const wrong = sheet.table.problems.find((one) => one.level === 'error');
    throw new UsageError(wrong?.message ?? 'The sheet has no orders.');
  }
  const { ready, invalid, skipped, rows } = sheet.counts;
  if (toCorrect(sheet) > 0 && !options.skipInvalid) {
    if (!options.json) printCheck(sheet, options.file, terminal, false);
    terminal.note('Nothing was sent. Correct the invalid rows, or add --skip-invalid to send the good ones.');
    const totals: Totals = {
      rows,
      created: 0,
      rejected: 0,
      skipped,
      unconfirmed: 0,
      notSent: ready,
      invalid,
    };
    printFinished(
      { totals, stopReason: 'Some rows are invalid.', result: null, resultNote: null },
      options,
      terminal,
    );
    return EXIT.invalidOrRejected;
  }
  if (ready > 0 && !options.yes && !terminal.interactive)
    throw new UsageError(`This would create ${pbxs(ready)}. Add --yes to do it without a question.`);
  const outcome = await follow(engine, options, context, (signal) =>
    engine.submit(sheet, options.connection, {
      signal,
      limits: options.limits,
      agree: (plan) => agreed(plan, options, terminal),
      ...(options.out !== undefined && { out: path.resolve(options.out) }),
      ...(options.canary !== undefined && { canary: options.canary }),
    }),
  );
  return exitCodeOf(outcome.totals);
}

/** Prints a run's events until it ends; the last one is `finished`. Ctrl-C stops it after the order being sent. */
export async function follow(
  engine: Engine,
  options: Pick<SubmitOptions, 'json'>,
  { terminal, onInterrupt }: CommandContext,
  begin: (signal: AbortSignal) => Promise<RunOutcome>,
): Promise<RunOutcome> {
  const stopped = new AbortController();
  const stopListening = engine.listen((event) =>
    options.json ? printJson(event, terminal) : printLive(event, terminal),
  );
  const release = onInterrupt(() => {
    terminal.note('Stopping after the order being sent. Press Ctrl+C again to end at once.');
    stopped.abort();
  });
  try {
    const outcome = await begin(stopped.signal);
    printFinished(outcome, options, terminal);
    return outcome;
  } finally {
    release();
    stopListening();
  }
}

/** Says what a person should know before it costs money. Sandbox: yes or no. Production: the number itself, so that it is read. */
async function agreed(plan: PlanView, options: SubmitOptions, terminal: Terminal): Promise<boolean> {
  printConcerns(plan, terminal);
  if (options.yes) return true;
  const { create } = plan;
  return options.connection === SANDBOX
    ? /^y(es)?$/i.test(await terminal.ask(`Create ${pbxs(create)} on "${options.connection}"? [y/N]`))
    : (await terminal.ask(
        `This creates ${pbxs(create)} that cost money on "${options.connection}". Type ${create} to go on:`,
      )) === String(create);
}

const pbxs = (count: number): string => `${count} ${count === 1 ? 'PBX' : 'PBXs'}`;

/** So many warnings are read; the rest is counted. */
const WARNINGS = 20;

function printConcerns({ warnings, shortfall, capacityNote }: PlanView, terminal: Terminal): void {
  for (const { row, cell, message } of warnings.slice(0, WARNINGS)) {
    const place = cell ?? (row > 0 ? `row ${row}` : 'sheet');
    terminal.note(`! ${place.padEnd(7)} ${harmless(message)}`);
  }
  if (warnings.length > WARNINGS) terminal.note(`! and ${warnings.length - WARNINGS} more warnings.`);
  if (shortfall.length > 0) terminal.note('The account has too little left for all of it:');
  for (const line of shortfall) terminal.note(`! ${harmless(line)}`);
  if (capacityNote !== null) terminal.note(harmless(capacityNote));
}

function printJson(event: EngineEvent, terminal: Terminal): void {
  if (event.type === 'run-row') {
    const { row, name, url, state, cloudPbxId, requestId, message } = event.row;
    terminal.line(JSON.stringify({ type: 'row', row, name, url, state, cloudPbxId, requestId, message }));
  } else if (event.type === 'run-waiting') {
    terminal.line(JSON.stringify({ type: 'waiting', ms: event.ms, message: event.message }));
  } else if (event.type === 'run-state') {
    terminal.line(
      JSON.stringify({ type: 'state', run: event.run.id, state: event.run.state, message: event.message }),
    );
  }
}

const WORD: Record<string, string> = {
  created: '✓ created',
  rejected: '✗ rejected',
  unconfirmed: '? unconfirmed',
  skipped: '- skipped',
};

function printLive(event: EngineEvent, terminal: Terminal): void {
  if (event.type === 'run-row') {
    const { row, name, state, cloudPbxId, message } = event.row;
    const done = event.totals.rows - event.totals.notSent;
    terminal.progress(`${done} of ${event.totals.rows}: row ${row}, ${harmless(name)} …`);
    const word = WORD[state];
    if (!word) return;
    const fact = [cloudPbxId, message].filter(Boolean).join('  ');
    terminal.line(
      `${word.padEnd(14)} row ${String(row).padEnd(5)} ${harmless(name)}${fact ? `  ${harmless(fact)}` : ''}`,
    );
  } else if (event.type === 'run-waiting') {
    terminal.progress(`Waiting ${Math.ceil(event.ms / 1000)} s: ${harmless(event.message)}`);
  }
}

/** How a run ended, in words or as the last line of `--json`. */
export function printFinished(
  outcome: RunOutcome,
  options: Pick<SubmitOptions, 'json'>,
  terminal: Terminal,
): void {
  terminal.endProgress();
  if (options.json) {
    const { rows, created, rejected, skipped, unconfirmed, notSent, invalid } = outcome.totals;
    terminal.line(
      JSON.stringify({
        type: 'finished',
        ...(outcome.runId !== undefined && { run: outcome.runId }),
        rows,
        created,
        rejected,
        skipped,
        unconfirmed,
        notSent,
        invalid,
        result: outcome.result,
        ...(outcome.stopReason !== null && { stopReason: outcome.stopReason }),
        ...(outcome.resultNote !== null && { note: outcome.resultNote }),
      }),
    );
    return;
  }
  terminal.line();
  terminal.line(totalsLine(outcome.totals));
  if (outcome.stopReason) terminal.line(`Stopped: ${harmless(outcome.stopReason)}`);
  if (outcome.resultNote) terminal.line(harmless(outcome.resultNote));
  if (outcome.result) terminal.line(`Results: ${outcome.result}`);
  const next = outcome.runId === undefined ? null : nextStep(outcome.runId, outcome.totals);
  if (next !== null) terminal.line(next);
}

const totals = { rows: 0, created: 0, rejected: 0, skipped: 0, unconfirmed: 0, notSent: 0, invalid: 0 };
/** There was no run to go on with. */
export const NOTHING_SENT: RunOutcome = { totals, stopReason: null, result: null, resultNote: null };

/** Every row accounted for, in one line. */
export function totalsLine(totals: Totals): string {
  const parts = [`${totals.created} created`];
  if (totals.rejected) parts.push(`${totals.rejected} rejected`);
  if (totals.skipped) parts.push(`${totals.skipped} skipped`);
  if (totals.unconfirmed) parts.push(`${totals.unconfirmed} unconfirmed`);
  if (totals.notSent) parts.push(`${totals.notSent} not sent`);
  if (totals.invalid) parts.push(`${totals.invalid} invalid`);
  return `${totals.rows} ${totals.rows === 1 ? 'row' : 'rows'}: ${parts.join(', ')}.`;
}
