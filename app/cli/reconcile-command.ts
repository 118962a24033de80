import type { Candidate, Decision, Engine, RunSummary } from '../engine';
import { collect, common, commandOf, type Shared } from './command-line';
import { withEngine } from './context';
import { EXIT, exitCodeOf } from './exit-codes';
import { decisionsFor, nextStep } from './next-step';
import { NOTHING_SENT, totalsLine } from './submit-command';
import { addAddress, addAddressOptions, type AddressOptions } from './target';
import { harmless, type Terminal } from './terminal';
import { UsageError } from './usage-error';

type DecisionOptions = { adopt?: string[]; sendAgain?: string[]; leave?: string[]; reason?: string };

/** reconcile: settles the orders of a run whose answer is not known. */
export function addReconcile({ program, context, done }: Shared): void {
  const command = commandOf(
    program,
    'reconcile [run]',
    'settle the orders of a run whose answer is not known',
  )
    .option('--adopt <row=id>', 'this PBX is the order of that row; repeatable', collect)
    .option('--send-again <row>', 'it was surely not created: make it ready again; repeatable', collect)
    .option('--leave <row>', 'leave it unconfirmed; repeatable', collect)
    .option('--reason <text>', 'why, for the audit trail')
    .action(async (id: string | undefined, options: DecisionOptions & AddressOptions) => {
      const given = common(command);
      done(
        await withEngine(context, given, async (engine) => {
          addAddress(engine, options);
          const decisions = decisionsOf(options);
          if (id === undefined && decisions.length > 0)
            throw new UsageError('Say which run it is about: reconcile RUN, with what you decided.');
          const run = id ?? (await newestInDoubt(engine));
          if (run === null) return nothingInDoubt(given.json ?? false, context.terminal);
          const candidates = await engine.reconcile(run, decisions);
          const settled = await engine.run(run);
          const { totals } = settled;
          if (given.json) context.terminal.line(JSON.stringify({ run, candidates, totals }));
          else printOutcome(settled, candidates, context.terminal);
          if (candidates.length === 0 && totals.unconfirmed > 0) context.terminal.note(waitsElsewhere(run));
          return exitCodeOf(totals);
        }),
      );
    });
  addAddressOptions(command);
}

function nothingInDoubt(json: boolean, terminal: Terminal): number {
  const { totals } = NOTHING_SENT;
  if (json) terminal.line(JSON.stringify({ run: null, candidates: [], totals }));
  else terminal.line('There is no run with unconfirmed orders.');
  return EXIT.done;
}

/**
 * The newest run with an order to look up; one whose orders only wait for those of another run is no use. Null: no order
 * is in doubt.
 */
async function newestInDoubt(engine: Engine): Promise<string | null> {
  const runs = (await engine.runs()).filter((one) => one.totals.unconfirmed > 0);
  for (const { id } of runs) {
    const { rows } = await engine.run(id);
    if (rows.some(({ state }) => state === 'unconfirmed' || state === 'sending')) return id;
  }
  return runs[0]?.id ?? null;
}

const waitsElsewhere = (run: string): string =>
  `Nothing to look up here: the unconfirmed rows of run ${run} were sent in another run, or on another computer. "show ${run}" says which.`;

function decisionsOf({ adopt = [], sendAgain = [], leave = [], reason }: DecisionOptions): Decision[] {
  const why = reason === undefined ? {} : { reason };
  return [
    ...adopt.map((pair): Decision => {
      const [row = '', cloudPbxId = ''] = pair.split('=');
      if (!/^\d{1,20}$/.test(cloudPbxId))
        throw new UsageError('--adopt wants ROW=ID, such as --adopt 7=42100.');
      return { choice: 'adopt', row: rowOf(row), cloudPbxId, ...why };
    }),
    ...sendAgain.map((row): Decision => ({ choice: 'send-again', row: rowOf(row), ...why })),
    ...leave.map((row): Decision => ({ choice: 'leave', row: rowOf(row), ...why })),
  ];
}

function rowOf(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new UsageError(`"${text}" is not a row number.`);
  return Number(text);
}

function printOutcome(
  { id, state, totals }: RunSummary,
  candidates: readonly Candidate[],
  terminal: Terminal,
): void {
  printCandidates(candidates, terminal);
  terminal.line(totalsLine(totals));
  const left = state === 'finished' ? null : nextStep(id, totals);
  const next = totals.unconfirmed > 0 ? decisionsFor(id, candidates) : left;
  if (next !== null) terminal.line(next);
}

function printCandidates(candidates: readonly Candidate[], terminal: Terminal): void {
  for (const { row, name, message, compared, cloudPbxId } of candidates) {
    terminal.line(`row ${row}  ${harmless(name)}  ${cloudPbxId ?? ''}`.trimEnd());
    terminal.line(`  ${harmless(message)}`);
    for (const one of compared.filter((each) => !each.same)) {
      terminal.line(`  ${one.label}: ordered ${harmless(one.ordered)}, found ${harmless(one.found)}`);
    }
  }
}
