import type { CheckedRow } from '../orders';
import type { Client, CloudPbx, Lookup } from '../ycm';
import type { PlanView } from './contract';

/** Up to so many rows are looked up one by one; for more the whole account is listed once. */
const ONE_BY_ONE = 20;

/** What the account itself says about a sheet's rows. */
export type AccountFacts = {
  /** URL (lower case) to cloudPbxId of orders that are ready, or in doubt by the sheet alone, and exist already. */
  has: ReadonlyMap<string, string>;
  /** Where the sheet's own ids and the account disagree, and what could not be asked. */
  told: PlanView['warnings'];
};

type Asking = {
  atUrl(url: string): Promise<Lookup<CloudPbx>>;
  withId(cloudPbxId: string): Promise<Lookup<CloudPbx>>;
};

/**
 * Looks the ready orders up, and what the sheet claims that this computer's ledger knows nothing of: ids, and orders
 * without a known answer; they may have been made on another machine.
 */
export async function accountFacts(
  client: Client,
  rows: readonly CheckedRow[],
  isKnown: (row: CheckedRow) => boolean,
): Promise<AccountFacts> {
  const sendable = rows.filter((row) => row.url !== null && (row.state === 'ready' || isInDoubt(row)));
  const claimed = rows.filter((row) => row.state === 'skipped' && row.earlier?.cloudPbxId && !isKnown(row));
  const has = new Map<string, string>();
  const told: AccountFacts['told'] = [];
  if (sendable.length + claimed.length === 0) return { has, told };
  const asking =
    sendable.length + claimed.length > ONE_BY_ONE ? await wholeAccount(client) : oneByOne(client);
  if ('message' in asking) return { has, told: [notAsked(asking.message)] };
  for (const { url } of sendable) {
    if (url === null) continue;
    const found = await asking.atUrl(url);
    if (found.outcome === 'failed') return { has, told: [...told, notAsked(found.message)] };
    if (found.outcome === 'found') has.set(url, found.value.cloudPbxId);
  }
  for (const row of claimed) {
    const found = await asking.withId(row.earlier?.cloudPbxId ?? '');
    if (found.outcome === 'failed') return { has, told: [...told, notAsked(found.message)] };
    const message = mismatch(row, found.outcome === 'found' ? found.value : null);
    if (message !== null) told.push({ row: row.row, cell: null, message });
  }
  return { has, told };
}

/** The sheet says that it was sent without an answer, this computer's ledger says nothing, and nothing else is wrong. */
function isInDoubt({ state, problems }: CheckedRow): boolean {
  const errors = problems.filter((one) => one.level === 'error');
  return state === 'invalid' && errors.every((one) => one.code === 'unconfirmed-earlier');
}

/** The rows as they are once what the account has counts too: such orders are skipped with their ids. */
export function withAccount(rows: readonly CheckedRow[], has: AccountFacts['has']): CheckedRow[] {
  return rows.map((row) => {
    const asked = row.state === 'ready' || isInDoubt(row);
    const cloudPbxId = asked && row.url !== null ? has.get(row.url) : undefined;
    if (cloudPbxId === undefined) return row;
    const { row: number, url, texts, edited } = row;
    const earlier = { status: 'created', cloudPbxId };
    return { row: number, url, texts, edited, state: 'skipped', order: null, problems: [], earlier };
  });
}

const oneByOne = (client: Client): Asking => ({
  atUrl: (url) => client.findByUrl(url),
  withId: (cloudPbxId) => client.cloudPbx(cloudPbxId),
});

async function wholeAccount(client: Client): Promise<Asking | { message: string }> {
  const list = await client.listCloudPbxs();
  if (list.outcome !== 'found') return { message: list.outcome === 'failed' ? list.message : '' };
  const byUrl = new Map(list.value.map((one) => [one.url?.toLowerCase() ?? '', one]));
  const byId = new Map(list.value.map((one) => [one.cloudPbxId, one]));
  const lookup = (found: CloudPbx | undefined): Promise<Lookup<CloudPbx>> =>
    Promise.resolve(found ? { outcome: 'found', value: found } : { outcome: 'absent' });
  return { atUrl: (url) => lookup(byUrl.get(url)), withId: (cloudPbxId) => lookup(byId.get(cloudPbxId)) };
}

function mismatch({ row, url, earlier }: CheckedRow, found: CloudPbx | null): string | null {
  const id = earlier?.cloudPbxId ?? '';
  if (!found)
    return `Row ${row} says it was created as ${id}, but the account has no such PBX. It is skipped all the same; clear its status and cloudPbxId in the sheet if it is to be created.`;
  const there = found.url?.toLowerCase() ?? null;
  if (url === null || there === null || there === url) return null;
  return `Row ${row} says it was created as ${id}, but PBX ${id} is at ${there}, not at ${url}. It is skipped; check the id.`;
}

const notAsked = (message: string): PlanView['warnings'][number] => ({
  row: 0,
  cell: null,
  message: `Whether the account has some of these PBXs already could not be asked. ${message}`,
});
