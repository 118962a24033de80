import { createHash } from 'node:crypto';
import path from 'node:path';
import { SANDBOX_CATALOG, catalogSchema, type Catalog } from '../orders';
import type { Client } from '../ycm';
import { SANDBOX } from './connections';
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

/** Each connection's regions, domains, firmwares, templates and customers, kept on disk for checking offline. */
export class Catalogs {
  private readonly loaded = new Map<string, Catalog>();

  constructor(
    private readonly dataDir: string,
    private readonly now: () => number,
  ) {}

  /** The stored catalog. The sandbox always has one; another connection that was never asked has an empty one. */
  async get(connection: string): Promise<Catalog> {
    if (connection === SANDBOX) return { ...SANDBOX_CATALOG, fetchedAt: this.now() };
    const known = this.loaded.get(connection);
    if (known) return known;
    const stored = (await readStored(this.file(connection), catalogSchema)) ?? UNKNOWN_CATALOG;
    this.loaded.set(connection, stored);
    return stored;
  }

  /** Fetches it from the account and stores it with its date. Throws what the client throws. */
  async sync(connection: string, client: Client): Promise<Catalog> {
    const catalog = await client.fetchCatalog();
    if (connection !== SANDBOX) {
      this.loaded.set(connection, catalog);
      await writeStored(this.file(connection), catalog);
    }
    return catalog;
  }

  /** When it was fetched (ms); null: never. */
  async fetchedAt(connection: string): Promise<number | null> {
    const catalog = await this.get(connection);
    return catalog.fetchedAt === 0 ? null : catalog.fetchedAt;
  }

  isOld(catalog: Catalog): boolean {
    return this.now() - catalog.fetchedAt > OLD_AFTER_MS;
  }

  private file(connection: string): string {
    const key = createHash('sha256').update(connection).digest('hex').slice(0, 24);
    return path.join(this.dataDir, 'catalogs', `${key}.json`);
  }
}
