import path from 'node:path';
import { z } from 'zod';
import { settingsSchema, type Settings } from './contract';
import { readStored, writeStored } from './stored-file';

const storedConnection = z.object({ name: z.string(), baseUrl: z.string(), clientId: z.string() });
const storedRecent = z.object({
  sha256: z.string(),
  path: z.string(),
  name: z.string(),
  openedAt: z.number(),
});
/** A confirmed column mapping, found again by the set of headers it was made for. */
const storedMapping = z.object({
  headers: z.string(),
  map: z.record(z.string(), z.string().nullable()),
  constants: z.record(z.string(), z.string()),
  usedAt: z.number(),
});
const preferencesSchema = z.object({
  settings: settingsSchema,
  connections: z.array(storedConnection),
  recent: z.array(storedRecent),
  mappings: z.array(storedMapping),
});
export type StoredConnection = z.infer<typeof storedConnection>;
export type StoredRecent = z.infer<typeof storedRecent>;
export type StoredMapping = z.infer<typeof storedMapping>;
type Stored = z.infer<typeof preferencesSchema>;

const RECENT_LIMIT = 12;
const MAPPING_LIMIT = 500;

/** What the operator chose and what the app remembers for them: `settings.json` in the data folder. No secrets. */
export class Preferences {
  private constructor(
    private readonly file: string,
    private stored: Stored,
  ) {}

  /** `operator` and `timeZone` fill in for a file that isn't there yet. */
  static async load(dataDir: string, defaults: { operator: string; timeZone: string }): Promise<Preferences> {
    const file = path.join(dataDir, 'settings.json');
    const stored = await readStored(file, preferencesSchema);
    const settings: Settings = {
      theme: 'system',
      language: 'system',
      timeZone: defaults.timeZone,
      operator: defaults.operator,
      resultsFolder: null,
      canary: false,
      maxPbxs: null,
      maxExtensions: null,
      equalRejections: 5,
    };
    return new Preferences(file, stored ?? { settings, connections: [], recent: [], mappings: [] });
  }

  get settings(): Settings {
    return this.stored.settings;
  }
  get connections(): readonly StoredConnection[] {
    return this.stored.connections;
  }
  get recent(): readonly StoredRecent[] {
    return this.stored.recent;
  }

  async saveSettings(settings: Settings): Promise<void> {
    await this.save({ ...this.stored, settings });
  }

  async saveConnection(connection: StoredConnection): Promise<void> {
    const others = this.stored.connections.filter((one) => one.name !== connection.name);
    await this.save({ ...this.stored, connections: [...others, connection] });
  }

  async removeConnection(name: string): Promise<void> {
    await this.save({
      ...this.stored,
      connections: this.stored.connections.filter((one) => one.name !== name),
    });
  }

  async remember(sheet: StoredRecent): Promise<void> {
    const others = this.stored.recent.filter((one) => one.path !== sheet.path && one.sha256 !== sheet.sha256);
    await this.save({ ...this.stored, recent: [sheet, ...others].slice(0, RECENT_LIMIT) });
  }

  mappingFor(headers: string): StoredMapping | null {
    return this.stored.mappings.find((one) => one.headers === headers) ?? null;
  }

  async saveMapping(mapping: StoredMapping): Promise<void> {
    const others = this.stored.mappings.filter((one) => one.headers !== mapping.headers);
    await this.save({ ...this.stored, mappings: [mapping, ...others].slice(0, MAPPING_LIMIT) });
  }

  private async save(stored: Stored): Promise<void> {
    this.stored = stored;
    await writeStored(this.file, stored);
  }
}
