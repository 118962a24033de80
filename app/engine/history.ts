import { setImmediate as otherWorkDone } from 'node:timers/promises';
import type { BatchRecord, Ledger, OrderRecord } from '../ledger';
import { runTotals } from '../runs';
import type { RunSummary, RunView } from './contract';
import type { Parts } from './parts';
import { batchOf, runSummary, runView } from './run-views';
import type { Running } from './running';

export type RunSearch = { search: string; from?: number | undefined; to?: number | undefined };

/** Past and present runs, newest first. */
export async function listRuns(parts: Parts, running: Running, search: RunSearch): Promise<RunSummary[]> {
  const ledger = await parts.ledgers.reading();
  const { from = -Infinity, to = Infinity } = search;
  const needle = search.search.trim().toLowerCase();
  const found: RunSummary[] = [];
  for (const batch of await ledger.batches()) {
    if (batch.createdAt < from || batch.createdAt > to) continue;
    if (needle !== '' && !(await mentions(parts, ledger, batch, needle))) continue;
    found.push(runSummary(batch, await runTotals(ledger, batch.id), running.stateOf(batch.id)));
  }
  return found;
}

/** Runs with orders not sent or unconfirmed, newest first. */
export async function unfinishedRuns(parts: Parts, running: Running): Promise<RunSummary[]> {
  const ledger = await parts.ledgers.reading();
  const open = await ledger.batches({ state: 'open' });
  const runs = open.map(async (one) =>
    runSummary(one, await runTotals(ledger, one.id), running.stateOf(one.id)),
  );
  return (await Promise.all(runs)).filter(({ totals }) => totals.notSent + totals.unconfirmed > 0);
}

export async function showRun(parts: Parts, running: Running, runId: string): Promise<RunView> {
  const ledger = await parts.ledgers.reading();
  const batch = await batchOf(ledger, runId);
  return runView(ledger, batch, running.stateOf(runId), running.noteOf(runId));
}

/** Whether a run has the text in its sheet, operator, connection or id, or in any order's name, URL, id or customer. */
async function mentions(parts: Parts, ledger: Ledger, batch: BatchRecord, needle: string): Promise<boolean> {
  const facts = [batch.id, batch.sheetName, batch.operator, batch.osUser, batch.connectionName];
  if (facts.some((fact) => fact.toLowerCase().includes(needle))) return true;
  await otherWorkDone();
  const customers = await customersNamed(parts, batch, needle);
  const orders = await ledger.orders(batch.id);
  return orders.some((order) => orderMentions(order, needle, customers));
}

function orderMentions(order: OrderRecord, needle: string, customers: ReadonlySet<number>): boolean {
  const { name, url, cloudPbxId, order: request } = order;
  if ([name, url, cloudPbxId].some((fact) => fact?.toLowerCase().includes(needle))) return true;
  return (request?.customerIds ?? []).some((id) => customers.has(id) || String(id) === needle);
}

/** Customers of the run's account whose name, company or e-mail address has the text. */
async function customersNamed(parts: Parts, batch: BatchRecord, needle: string): Promise<Set<number>> {
  if (!parts.connections.names().includes(batch.connectionName)) return new Set();
  const { customers } = await parts.catalogs.get(parts.connections.describe(batch.connectionName));
  const named = customers.filter(({ firstName, lastName, company, email }) =>
    [`${firstName} ${lastName}`, company, email].some((fact) => fact.toLowerCase().includes(needle)),
  );
  return new Set(named.map((one) => one.customerId));
}
