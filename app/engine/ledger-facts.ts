import { connectionKey } from '../ycm';
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
    sheet.learn(urls, await ledger.alreadyMade(key, urls));
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
  const key = connectionKey(parts.connections.describe(sheet.context.connection));
  const ledger = await parts.ledgers.reading();
  const batches = await ledger.batches({ sha256: sheet.file.sha256, connectionKey: key });
  const ofTab = batches.find((one) => sheet.file.format === 'text' || one.sheet === sheet.table.sheetName);
  return ofTab?.id ?? null;
}
