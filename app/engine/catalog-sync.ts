import type { Catalog } from '../orders';
import { askLedger, contextOf } from './ledger-facts';
import type { Parts } from './parts';

/** Fetches an account's lists; sheets that are checked against them are checked again. Throws YcmError, EngineError. */
export async function syncCatalog(parts: Parts, connection: string): Promise<Catalog> {
  const client = await parts.connections.client(connection);
  const catalog = await parts.catalogs.sync(client);
  for (const sheet of parts.sheets.all()) {
    if (sheet.context.connection !== connection) continue;
    sheet.recheck(await contextOf(parts, connection));
    await askLedger(parts, sheet);
  }
  return catalog;
}
