import { SANDBOX } from './connections';
import type { ConnectionView } from './contract';
import type { Parts } from './parts';

/** A connection as the window shows it: never its secret. Throws EngineError `unknown-connection`. */
export async function connectionView(parts: Parts, name: string): Promise<ConnectionView> {
  const { kind, baseUrl, clientId } = parts.connections.describe(name);
  const fetchedAt = await parts.catalogs.fetchedAt({ name, kind, baseUrl, clientId });
  // A keychain that can't be read has, as far as anyone can tell, no secret.
  const secret = name === SANDBOX ? SANDBOX : await parts.secrets.get(name).catch(() => null);
  return { name, kind, baseUrl, clientId, hasSecret: Boolean(secret), catalogFetchedAt: fetchedAt };
}

export function connectionViews(parts: Parts): Promise<ConnectionView[]> {
  return Promise.all(parts.connections.names().map((name) => connectionView(parts, name)));
}
