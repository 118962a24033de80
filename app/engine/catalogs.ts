import { createHash } from 'node:crypto';
import path from 'node:path';
import { SANDBOX_CATALOG, catalogSchema, type Catalog } from '../orders';
import { connectionKey, type Client, type Connection } from '../ycm';
import { readStored, writeStored } from './stored-file';

/** After this many milliseconds a catalog is called old. It never blocks. */
const OLD_AFTER_MS = 14 * 24 * 3600 * 1000;

/** Nothing known yet: ids can't be checked and names can't be resolved. */
const UNKNOWN_CATALOG: Catalog = {
  fetchedAt: 0,
  regions: [],
  domains: [],
  firmwares: [],
  templates: [],
  customers: [],
};

/**
 * Each account's regions, domains, firmwares, templates and customers, kept on disk for checking offline. Kept by
 * account, not by name: a connection that is pointed at another account must not be checked against the old one's lists.
 */
export class Catalogs {
  private readonly loaded = new Map<string, Catalog>();

  constructor(
    private readonly dataDir: string,
    private readonly now: () => number,
  ) {}

  /** The stored catalog. The sandbox always has one; another connection that was never asked has an empty one. */
  async get(connection: Connection): Promise<Catalog> {
    if (connection.kind === 'sandbox') return { ...SANDBOX_CATALOG, fetchedAt: this.now() };
    const key = connectionKey(connection);
    const known = this.loaded.get(key);
    if (known) return known;
    const stored = (await readStored(this.file(key), catalogSchema)) ?? UNKNOWN_CATALOG;
    this.loaded.set(key, stored);
    return stored;
  }

  /** Fetches it from the account and stores it with its date. Throws what the client throws. */
  async sync(client: Client): Promise<Catalog> {
    const catalog = await client.fetchCatalog();
    if (client.connection.kind === 'sandbox') return catalog;
    const key = connectionKey(client.connection);
    this.loaded.set(key, catalog);
    await writeStored(this.file(key), catalog);
    return catalog;
  }

  /** When it was fetched (ms); null: never. */
  async fetchedAt(connection: Connection): Promise<number | null> {
    const { fetchedAt } = await this.get(connection);
    return fetchedAt === 0 ? null : fetchedAt;
  }

  isOld(catalog: Catalog): boolean {
    return this.now() - catalog.fetchedAt > OLD_AFTER_MS;
  }

  private file(key: string): string {
    const name = createHash('sha256').update(key).digest('hex').slice(0, 24);
    return path.join(this.dataDir, 'catalogs', `${name}.json`);
  }
}
