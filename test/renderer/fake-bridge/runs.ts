import type {
  Candidate,
  Decision,
  EngineEvent,
  ReadBackRow,
  RunRow,
  RunSummary,
  RunView,
  Totals,
} from '../../../app/engine/contract';
import type { OrderSheet } from '../../../app/engine/order-sheet';
import { options, PRODUCTION } from './options';

/** Runs that only pretend: no order leaves, but all the states and events are there. */
export class FakeRuns {
  private runs = new Map<string, RunView>();
  constructor(private readonly tell: (event: EngineEvent) => void) {}

  create(sheet: OrderSheet, connection: string): string {
    const id = `run-${this.runs.size + 1}`;
    const rows: RunRow[] = sheet.rows.map((row) => ({
      row: row.row,
      name: row.texts.name ?? '',
      url: row.url,
      state: row.state,
      cloudPbxId: row.earlier?.cloudPbxId ?? null,
      requestId: null,
      message: row.state === 'ready' ? null : (row.problems[0]?.message ?? null),
      processedAt: null,
    }));
    const run: RunView = {
      id,
      createdAt: Date.now(),
      sheetName: sheet.file.name,
      connection,
      connectionKind: connection === PRODUCTION.name ? 'production' : 'sandbox',
      operator: 'Ada Clark',
      totals: totalsOf(rows),
      state: 'running',
      stopReason: null,
      rows,
      decisions: [],
      result: null,
      resultNote: null,
    };
    this.runs.set(id, run);
    sheet.runId = id;
    setTimeout(() => this.step(id), options().orderMs ?? 5);
    return id;
  }

  get = (id: string): RunView | undefined => structuredClone(this.runs.get(id));

  list(search: string, from = 0, to = Number.POSITIVE_INFINITY): RunSummary[] {
    const wanted = search.toLowerCase();
    return [...this.runs.values()]
      .filter((run) => run.createdAt >= from && run.createdAt <= to)
      .filter((run) => JSON.stringify(run).toLowerCase().includes(wanted))
      .map(summaryOf)
      .reverse();
  }

  steer(id: string, state: 'running' | 'paused' | 'stopped'): void {
    const run = this.runs.get(id);
    if (!run || run.state === 'finished') return;
    const resumed = run.state !== 'running' && state === 'running';
    run.state = state;
    run.stopReason = state === 'stopped' ? 'Stopped by Ada Clark.' : null;
    this.tellState(run);
    if (resumed) setTimeout(() => this.step(id), options().orderMs ?? 5);
    if (state === 'stopped') this.finish(run);
  }

  candidates(id: string): Candidate[] {
    const run = this.runs.get(id);
    return (run?.rows ?? [])
      .filter((row) => row.state === 'unconfirmed')
      .map((row, index) => candidate(row, index));
  }

  decide(id: string, decision: Decision): RunView | undefined {
    const { row, choice, reason = '' } = decision;
    const cloudPbxId = decision.choice === 'adopt' ? decision.cloudPbxId : null;
    const run = this.runs.get(id);
    const order = run?.rows.find((one) => one.row === row);
    if (!run || !order) return undefined;
    if (choice === 'adopt') Object.assign(order, { state: 'created', cloudPbxId, message: 'Taken over.' });
    if (choice === 'send-again') Object.assign(order, { state: 'ready', message: null });
    run.decisions.push({ row, at: Date.now(), decidedBy: 'Ada Clark', choice, reason });
    run.totals = totalsOf(run.rows);
    return structuredClone(run);
  }

  readBack(id: string): ReadBackRow[] {
    return (this.runs.get(id)?.rows ?? [])
      .filter((row) => row.cloudPbxId !== null)
      .map((row, index) => ({
        row: row.row,
        name: row.name,
        cloudPbxId: row.cloudPbxId ?? '',
        outcome: index === 1 ? ('differs' as const) : ('same' as const),
        message: index === 1 ? 'One field is not as ordered.' : 'As ordered.',
        differences: index === 1 ? [{ label: 'Extensions', ordered: '25', found: '20' }] : [],
      }));
  }

  private step(id: string): void {
    const run = this.runs.get(id);
    if (!run || run.state !== 'running') return;
    const row = run.rows.find((one) => one.state === 'ready');
    if (!row) {
      run.state = 'finished';
      this.finish(run);
      this.tellState(run);
      return;
    }
    row.state = 'sending';
    this.tellRow(run, row);
    setTimeout(() => {
      const { unconfirmedRows = [], rejectedRows = [] } = options();
      if (unconfirmedRows.includes(row.row)) {
        Object.assign(row, { state: 'unconfirmed', message: 'No answer came within 30 seconds.' });
      } else if (rejectedRows.includes(row.row)) {
        Object.assign(row, { state: 'rejected', message: 'DATA_ALREADY_EXISTS: the address is taken.' });
      } else
        Object.assign(row, {
          state: 'created',
          cloudPbxId: String(42_100 + row.row),
          requestId: `req-${row.row}`,
        });
      row.processedAt = Date.now();
      run.totals = totalsOf(run.rows);
      this.tellRow(run, row);
      setTimeout(() => this.step(id), 0);
    }, options().orderMs ?? 5);
  }

  private finish(run: RunView): void {
    run.result = { name: run.sheetName.replace('.csv', '.results.csv'), folder: '/orders' };
    this.tell({ type: 'run-result', runId: run.id, result: run.result, note: null });
  }

  private tellRow(run: RunView, row: RunRow): void {
    this.tell({ type: 'run-row', runId: run.id, row: { ...row }, totals: { ...run.totals } });
  }

  private tellState(run: RunView): void {
    this.tell({ type: 'run-state', run: summaryOf(run), message: `The run is ${run.state}.` });
  }
}

const summaryOf = ({
  rows: _rows,
  decisions: _decisions,
  result: _result,
  resultNote: _note,
  ...summary
}: RunView): RunSummary => ({
  ...summary,
});

function totalsOf(rows: readonly RunRow[]): Totals {
  const count = (...states: RunRow['state'][]): number =>
    rows.filter((row) => states.includes(row.state)).length;
  return {
    rows: rows.length,
    created: count('created'),
    rejected: count('rejected'),
    skipped: count('skipped'),
    unconfirmed: count('unconfirmed'),
    notSent: count('ready', 'sending', 'cancelled'),
    invalid: count('invalid'),
  };
}

function candidate(row: RunRow, index: number): Candidate {
  const found = index === 0;
  return {
    row: row.row,
    name: row.name,
    url: row.url ?? '',
    outcome: found ? 'differs' : 'absent',
    message: found
      ? 'A PBX is at this address, but it is not equal to the order.'
      : 'No PBX is at this address after two lookups.',
    compared: found
      ? [
          { label: 'PBX name', ordered: row.name, found: row.name, same: true },
          { label: 'Plan', ordered: 'Enterprise Plan', found: 'Enterprise Plan', same: true },
          { label: 'Extensions', ordered: '20', found: '25', same: false },
        ]
      : [],
    cloudPbxId: found ? '42777' : null,
  };
}
