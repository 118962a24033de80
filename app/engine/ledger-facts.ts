import type { BatchRecord } from '../ledger';
import { connectionKey } from '../ycm';
import type { PlanView } from './contract';
import type { CheckContext, OrderSheet } from './order-sheet';
import type { Parts } from './parts';

/** What a sheet is checked against on a connection. Asks nobody but the disk. Throws EngineError `unknown-connection`. */
export async function contextOf(parts: Parts, connection: string): Promise<CheckContext> {
  const catalog = await parts.catalogs.get(parts.connections.describe(connection));
  return { connection, catalog, now: parts.now() };
}

/** Asks the ledger about the addresses of a sheet it was not asked about yet. Throws LedgerError. */
export async function askLedger(parts: Parts, sheet: OrderSheet): Promise<void> {
  const urls = sheet.known.take();
  if (urls.length === 0) return;
  try {
    const key = connectionKey(parts.connections.describe(sheet.context.connection));
    const ledger = await parts.ledgers.reading();
    const [any] = await ledger.batches({ connectionKey: key, limit: 1 });
    sheet.learn(urls, any ? await ledger.alreadyMade(key, urls) : []);
  } catch (error) {
    sheet.known.again(urls);
    throw error;
  }
}

/** After a run or a reconciliation: every open sheet hears what the ledger has now. */
export async function askLedgerForAll(parts: Parts): Promise<void> {
  for (const sheet of parts.sheets.all()) {
    sheet.known.wantAll();
    await askLedger(parts, sheet);
    sheet.runId = await lastRunOf(parts, sheet);
  }
}

/** The newest run of this very file on the connection it is checked against; null: it was never submitted. */
export async function lastRunOf(parts: Parts, sheet: OrderSheet): Promise<string | null> {
  return (await runsOf(parts, sheet))[0]?.id ?? null;
}

/** Rows of this very file that were created under another address than they have now: they would be bought twice. */
export async function madeElsewhere(parts: Parts, sheet: OrderSheet): Promise<PlanView['warnings']> {
  const told: PlanView['warnings'] = [];
  const ledger = await parts.ledgers.reading();
  for (const { id } of await runsOf(parts, sheet)) {
    for (const { row, url, cloudPbxId } of await ledger.orders(id, { states: ['created'] })) {
      const now = sheet.at(row);
      if (now?.state !== 'ready' || now.url === url) continue;
      const message = `Row ${row} was created before as ${url} (cloudPbxId ${cloudPbxId}). At ${now.url} it would be a second PBX.`;
      told.push({ row, cell: null, message });
    }
  }
  return told;
}

/** Newest first. */
async function runsOf(parts: Parts, { context, file, table }: OrderSheet): Promise<BatchRecord[]> {
  const key = connectionKey(parts.connections.describe(context.connection));
  const ledger = await parts.ledgers.reading();
  const batches = await ledger.batches({ sha256: file.sha256, connectionKey: key });
  return batches.filter((one) => file.format === 'text' || one.sheet === table.sheetName);
}
