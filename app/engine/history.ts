import { runTotals } from '../runs';
import type { RunSummary, RunView } from './contract';
import type { Parts } from './parts';
import { batchOf, runSummary, runView } from './run-views';
import type { Running } from './running';

export type RunSearch = { search: string; from?: number | undefined; to?: number | undefined };

/** Past and present runs, newest first. */
export async function listRuns(parts: Parts, running: Running, search: RunSearch): Promise<RunSummary[]> {
  const ledger = await parts.ledgers.reading();
  const { from, to } = search;
  const times = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const text = search.search.trim();
  const found = await ledger.searchBatches({ ...times, text });
  // A sheet with customers' numbers is found by their names, too: the catalogs know them.
  for (const id of await customersNamed(parts, text)) {
    const known = new Set(found.map((one) => one.id));
    const more = await ledger.searchBatches({ ...times, text: id });
    found.push(...more.filter((one) => !known.has(one.id)));
  }
  found.sort((a, b) => b.createdAt - a.createdAt);
  const runs = found.map(async (one) =>
    runSummary(one, await runTotals(ledger, one.id), running.stateOf(one.id)),
  );
  return Promise.all(runs);
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

/** More customers than this share a word that means none of them. */
const MOST_NAMED = 20;

/** Ids of customers whose name, company or e-mail address has the text, in any account. */
async function customersNamed({ connections, catalogs }: Parts, text: string): Promise<Set<string>> {
  const needle = text.toLowerCase();
  const ids = new Set<string>();
  if (needle.length < 2) return ids;
  for (const name of connections.names()) {
    const { customers } = await catalogs.get(connections.describe(name));
    for (const { customerId, firstName, lastName, company, email } of customers) {
      const words = [`${firstName} ${lastName}`, company, email];
      if (words.some((one) => one.toLowerCase().includes(needle))) ids.add(String(customerId));
    }
  }
  return ids.size > MOST_NAMED ? new Set() : ids;
}
