import type { Catalog, OrderRequest } from '../orders';
import type { Capacity, CreateAnswer, Lookup } from './answers';
import type { CloudPbx } from './cloud-pbx';
import type { Connection } from './connection';

/** YCM as one account sees it. One client serves a whole batch and keeps its token fresh. */
export type Client = {
  readonly connection: Connection;
  /** Gets a new access token, so that a wrong secret is known before an order is sent. Throws YcmError. */
  signIn(): Promise<void>;
  /**
   * Sends one order: at most one POST that could create something, and a second one only after YCM refused the token.
   * Never throws. An order that breaks the request's own rules is not sent: `rejected` with code `INVALID_ORDER`.
   */
  createCloudPbx(order: OrderRequest, signal?: AbortSignal): Promise<CreateAnswer>;
  /** The PBX at an address (sub-domain.domain). */
  findByUrl(url: string): Promise<Lookup<CloudPbx>>;
  /** The same by searching the list of all PBXs: the second opinion before an order is believed absent. */
  searchByUrl(url: string): Promise<Lookup<CloudPbx>>;
  cloudPbx(cloudPbxId: string): Promise<Lookup<CloudPbx>>;
  /**
   * Every PBX of the account, page after page (50 each, sorted by id so that one created meanwhile hides none). `failed`
   * when any page could not be read: half a list proves nothing. Never `absent`.
   */
  listCloudPbxs(): Promise<Lookup<CloudPbx[]>>;
  /** What the account may choose from. Throws YcmError. */
  fetchCatalog(): Promise<Catalog>;
  subscription(): Promise<Lookup<Capacity>>;
};

export type ClientOptions = {
  connection: Connection;
  secret: string;
  fetch?: typeof globalThis.fetch;
  now?: () => number;
  /** How long one request may take, milliseconds. */
  timeoutMs?: number;
  userAgent?: string;
};

export function createClient(options: ClientOptions): Client {
  throw new Error(`not yet ${options.connection.name}`);
}
