import type { CheckedRow } from '../orders';
import { connectionKey, YcmError, ycmErrorMessage, type Capacity, type Client, type Lookup } from '../ycm';
import { accountFacts, withAccount, type AccountFacts } from './account-facts';
import { connectionView } from './connection-views';
import { SANDBOX } from './connections';
import type { PlanView } from './contract';
import { EngineError } from './failure';
import { askLedger, contextOf, lastRunOf, madeElsewhere } from './ledger-facts';
import type { OrderSheet } from './order-sheet';
import type { Parts } from './parts';
import { planView } from './plan-view';

/** A plan as it was shown: what is created later is what was planned then, or it is refused. */
export type Plan = {
  sheet: OrderSheet;
  /** Of the sheet, when it was planned. */
  revision: number;
  connection: string;
  /** Which account the connection meant then: its name may be given to another one. */
  accountKey: string;
  /** As they are once what the ledger and the account have counts too. */
  rows: readonly CheckedRow[];
  accountHas: AccountFacts['has'];
  view: PlanView;
};

/** A window is left open for days; an hour and a check of the whole sheet are in no proportion. */
const CHECKED_FOR_MS = 3_600_000;

const NOTHING_TOLD: AccountFacts = { has: new Map(), told: [] };

/** Checks a sheet against a connection and its account, and adds up what creating it would mean. Sends no order. */
export async function planSheet(parts: Parts, sheet: OrderSheet, connection: string): Promise<Plan> {
  const asked = await accountOf(parts, connection);
  const { fetchedAt } = sheet.context.catalog;
  const context = await contextOf(parts, connection);
  // The sandbox's lists never change, whatever their date.
  const otherLists = context.catalog.fetchedAt !== fetchedAt && connection !== SANDBOX;
  // What was good when the sheet was opened may have expired since.
  const isOld = context.now - sheet.context.now > CHECKED_FOR_MS;
  if (sheet.context.connection !== connection || otherLists || isOld) sheet.recheck(context);
  // Another process may have created some of it since the sheet was opened.
  sheet.known.wantAll();
  await askLedger(parts, sheet);
  sheet.runId = await lastRunOf(parts, sheet);
  const { revision } = sheet;
  const checked = [...sheet.rows];
  const known = new Set(sheet.known.all().map((one) => one.cloudPbxId));
  const { has, told } = asked.client
    ? await accountFacts(asked.client, checked, (row) => known.has(row.earlier?.cloudPbxId ?? null))
    : NOTHING_TOLD;
  const capacity: Lookup<Capacity> = asked.client
    ? await asked.client.subscription()
    : { outcome: 'failed', reason: 'no-client', message: asked.message };
  const rows = withAccount(checked, has);
  const shown = await connectionView(parts, connection);
  if (sheet.remembers) await parts.preferences.saveLastConnection(connection).catch(parts.report);
  return {
    sheet,
    revision,
    connection,
    accountKey: connectionKey(asked.client?.connection ?? parts.connections.describe(connection)),
    rows,
    accountHas: has,
    view: planView(sheet, rows, shown, capacity, [...(await madeElsewhere(parts, sheet)), ...told]),
  };
}

/** The account's client, with its lists fetched if they never were; or why it can't be asked, in words. */
async function accountOf(
  parts: Parts,
  connection: string,
): Promise<{ client: Client } | { client: null; message: string }> {
  try {
    const client = await parts.connections.client(connection);
    const catalog = await parts.catalogs.get(client.connection);
    if (catalog.fetchedAt === 0) await parts.catalogs.sync(client);
    return { client };
  } catch (error) {
    if (error instanceof YcmError) return { client: null, message: ycmErrorMessage(error) };
    if (error instanceof EngineError && error.code === 'no-secret')
      return { client: null, message: error.message };
    throw error;
  }
}
