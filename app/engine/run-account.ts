import type { BatchRecord } from '../ledger';
import { connectionKey } from '../ycm';
import { SANDBOX } from './connections';
import type { Parts } from './parts';

/**
 * The name of a connection to the account a run was made on, whatever it is called now. One that was removed, or was
 * never stored, is known for this process again by what the ledger keeps of it: its address and client id.
 */
export function accountOfRun({ connections }: Parts, batch: BatchRecord): string {
  const { connectionName, connectionKey: key } = batch;
  if (batch.connectionKind === 'sandbox') return SANDBOX;
  const names = connections.names();
  const same = names.filter((name) => connectionKey(connections.describe(name)) === key);
  const known = same.includes(connectionName) ? connectionName : same[0];
  if (known !== undefined) return known;
  const [baseUrl = '', clientId = ''] = key.split('|');
  const name = names.includes(connectionName) ? `${connectionName} (${baseUrl})` : connectionName;
  connections.addTemporary(name, baseUrl, clientId);
  return name;
}
