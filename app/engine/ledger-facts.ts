import type { BatchRecord, OrderState } from '../ledger';
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
  const { known } = sheet;
  const { connection } = sheet.context;
  if (!known.wanting) return;
  const key = connectionKey(parts.connections.describe(connection));
  const ledger = await parts.ledgers.reading();
  const [any] = await ledger.batches({ connectionKey: key, limit: 1 });
  // Whoever put the sheet on another connection meanwhile asks about that one.
  if (sheet.context.connection !== connection) return;
  // Nothing was ever sent, and nothing was thought to be.
  if (!any && known.size === 0) return known.settle();
  const urls = known.take(sheet.rows);
  try {
    const made = any ? await ledger.alreadyMade(key, urls) : [];
    if (sheet.context.connection === connection) sheet.learn(urls, made);
  } catch (error) {
    known.again(urls);
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

/**
 * Rows that were sent before under another address than they have now and would be bought twice: of this very file, and of
 * what the file was before it was changed and saved, when the row has the same name still.
 */
export async function madeElsewhere(parts: Parts, sheet: OrderSheet): Promise<PlanView['warnings']> {
  const told = new Map<number, string>();
  const ledger = await parts.ledgers.reading();
  const states: OrderState[] = ['created', 'sending', 'unconfirmed'];
  for (const { id, sha256 } of await runsOf(parts, sheet, 'path')) {
    for (const { row, name, url, state, cloudPbxId } of await ledger.orders(id, { states })) {
      const now = sheet.at(row);
      if (now?.state !== 'ready' || now.url === url || told.has(row)) continue;
      if (sha256 !== sheet.file.sha256 && now.texts.name !== name) continue;
      const before =
        state === 'created'
          ? `was created before as ${url} (cloudPbxId ${cloudPbxId})`
          : `was sent before as ${url}, and whether it was created is not known (run ${id})`;
      told.set(row, `Row ${row} ${before}. At ${now.url} it would be a second PBX.`);
    }
  }
  return [...told].map(([row, message]) => ({ row, cell: null, message }));
}

/** The runs of this very file or, by its path, of what it was before, too; newest first. */
async function runsOf(
  parts: Parts,
  { context, file, table }: OrderSheet,
  by: 'content' | 'path' = 'content',
): Promise<BatchRecord[]> {
  const key = connectionKey(parts.connections.describe(context.connection));
  const ledger = await parts.ledgers.reading();
  const batches = await ledger.batches({
    connectionKey: key,
    ...(by === 'content' && { sha256: file.sha256 }),
  });
  return batches.filter(
    (one) =>
      (one.sha256 === file.sha256 || one.sheetPath === file.path) &&
      (file.format === 'text' || one.sheet === table.sheetName),
  );
}
