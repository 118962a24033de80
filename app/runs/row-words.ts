import type { AlreadyMade } from '../orders';
import type { CloudPbx } from '../ycm';

/** Why a row is as it is, for people. Every word a run writes beside an order is here. */

const when = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** `PBX 42 "Acme", created 2026-11-24 10:00 UTC by Ana`. */
export function pbxWords({ cloudPbxId, name, createTime, creator }: CloudPbx): string {
  const made = [createTime !== null && when(createTime * 1000), creator && `by ${creator}`].filter(Boolean);
  return `PBX ${cloudPbxId}${name ? ` "${name}"` : ''}${made.length > 0 ? `, created ${made.join(' ')}` : ''}`;
}

export const IN_FILE = 'The sheet already had its cloudPbxId.';
export const TWICE_IN_FILE = 'Another row of the sheet orders the same address.';
export const IN_ACCOUNT = 'The account already has a PBX at this address.';
export const UNKNOWN_DOMAIN =
  "The domain's name is not known, so a PBX could not be found again by its address. Fetch the account's lists, then submit the sheet again.";
export const UNREADABLE_ORDER =
  'This version of PBX Orders can no longer send this order. Submit its sheet again.';
export const EXPIRED_SINCE =
  'Its expiry date passed before it was sent. Submit its sheet again with another date.';
export const REPLACED = 'The sheet was submitted again with changes, so this order was not sent.';
export const SETTLED =
  'The order at this address that it waited for does not exist. Submit the sheet again to create it.';
export const MAY_BE_SENT =
  'It was looked up and does not exist, and a person decided that it may be sent. Submit this result sheet to create it.';
export const INTERRUPTED = 'The run ended before the answer came.';

export const madeBefore = ({ sheet, row, at }: AlreadyMade): string =>
  `Created before, from ${sheet} row ${row}, on ${when(at)}.`;

export const heldBy = ({ sheet, row, url }: AlreadyMade): string =>
  `Waits for ${sheet} row ${row}, which orders the same address (${url}) and whose outcome is not known yet. Reconcile that one first.`;

export const unsettledBefore = (url: string, runId: string): string =>
  `This row was sent before as ${url} (run ${runId}) and its outcome is not known. Reconcile that order first, then submit the sheet again.`;

export const idOfAnother = (cloudPbxId: string, { sheet, row, url }: AlreadyMade): string =>
  `YCM answered with PBX ${cloudPbxId}, which is that of ${sheet} row ${row} (${url}). Reconcile this order to find its own.`;

export const takenBy = (message: string, found: CloudPbx | null): string =>
  found ? `${message} The address belongs to ${pbxWords(found)}.` : message;

export const adoptedAfterRefusal = (attemptedAt: number): string =>
  `YCM said that it exists already: it is the PBX that the attempt of ${when(attemptedAt)} created, and matches the order.`;

export const perhapsOurs = (message: string, found: CloudPbx | null): string =>
  found
    ? `YCM says the address is taken, by ${pbxWords(found)}. It matches an earlier attempt of this order that was not answered, but not the order as it is now. Compare them and decide.`
    : `YCM says the address is taken, perhaps by an earlier attempt of this order that was not answered; it could not be looked up. Reconcile it. (${message})`;

export const takenByUnknown = (message: string): string =>
  `YCM says the address is taken; by whom could not be looked up. Reconcile it. (${message})`;

export const nothingShown = (message: string, found: CloudPbx): string =>
  `YCM says the address is taken, by ${pbxWords(found)}, of which it shows too little to tell whether this order created it. Look at it in YCM and decide. (${message})`;

export const justLikeIt = (message: string, found: CloudPbx): string =>
  `YCM says the address is taken, by ${pbxWords(found)}, which is just what was ordered: this very order may have created it, or somebody with the same sheet. Reconcile it. (${message})`;
