import type { Catalog, OrderRequest } from '../orders';
import type { Capacity, CreateAnswer, Lookup } from './answers';
import type { CloudPbx } from './cloud-pbx';
import type { Connection } from './connection';
import { createCloudPbx } from './create-cloud-pbx';
import { fetchCatalog } from './fetch-catalog';
import type { Fetch, Transport } from './http-exchange';
import { findById, findByUrl, listCloudPbxs, searchByUrl } from './lookups';
import { nodeFetch } from './node-fetch';
import { redactor } from './redact';
import type { Session } from './session';
import { subscription } from './subscription';
import { Token } from './token';

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
  /**
   * `nodeFetch` when absent. It must not send a POST again by itself. Chromium's (Electron's `net.fetch`) does when a connection
   * that was in use before breaks, so each request has one of its own; only over HTTP/2 that can't be had, and YCM answers the
   * second POST with DATA_ALREADY_EXISTS.
   */
  fetch?: Fetch;
  now?: () => number;
  /** How long one request may take, milliseconds; a minute when absent. */
  timeoutMs?: number;
  userAgent?: string;
  /** Waits (ms) before a question is asked again. */
  sleep?: (ms: number) => Promise<void>;
};

/** A client of one account. Sends nothing yet. */
export function createClient(options: ClientOptions): Client {
  const session = newSession(options);
  return {
    connection: options.connection,
    signIn: () => session.token.signIn(),
    createCloudPbx: (order, signal) => createCloudPbx(session, order, signal),
    findByUrl: (url) => findByUrl(session, url),
    searchByUrl: (url) => searchByUrl(session, url),
    cloudPbx: (cloudPbxId) => findById(session, cloudPbxId),
    listCloudPbxs: () => listCloudPbxs(session),
    fetchCatalog: () => fetchCatalog(session),
    subscription: () => subscription(session),
  };
}

function newSession({ connection, secret, ...options }: ClientOptions): Session {
  const { baseUrl, clientId } = connection;
  const { host } = new URL(baseUrl);
  const transport: Transport = {
    fetch: options.fetch ?? nodeFetch,
    now: options.now ?? Date.now,
    timeoutMs: options.timeoutMs ?? 60_000,
    // The guide's own example; YCM refuses requests without one.
    userAgent: options.userAgent ?? 'OpenAPI',
  };
  const redact = redactor(() => [secret, ...token.secrets()]);
  const token = new Token({ baseUrl, clientId, secret, host, transport, redact });
  const sleep = options.sleep ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  return { baseUrl, host, transport, token, redact, sleep };
}
