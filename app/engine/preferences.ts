import path from 'node:path';
import * as z from 'zod';
import { settingsSchema, type Settings } from './contract';
import { FIRST_LIMITS } from './run-limits';
import { readStored, writeStored } from './stored-file';

const storedConnection = z.object({ name: z.string(), baseUrl: z.string(), clientId: z.string() });
const storedRecent = z.object({
  sha256: z.string(),
  path: z.string(),
  name: z.string(),
  openedAt: z.number(),
});
/** Field to heading (or column letter, where a heading would not tell); null: no column holds it. */
const columnMap = z.record(z.string(), z.string().nullable());
const constants = z.record(z.string(), z.string());
/** How the operator had a kind of sheet read, found again by the set of headings it has. */
const storedReading = z.object({
  headers: z.string(),
  map: columnMap,
  constants,
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  usedAt: z.number(),
});
export const namedMapping = z.object({
  name: z.string().min(1).max(80),
  map: columnMap,
  constants,
  usedAt: z.number(),
});
const preferencesSchema = (defaults: Settings) =>
  z.object({
    /** A file of an earlier version has fewer, one of a later version more. */
    settings: z
      .looseObject({})
      .transform((stored) => {
        const known = Object.entries(stored).filter(([name]) => name in defaults);
        return { ...defaults, ...Object.fromEntries(known) };
      })
      .pipe(settingsSchema),
    connections: z.array(storedConnection),
    recent: z.array(storedRecent),
    readings: z.array(storedReading),
    mappings: z.array(namedMapping),
    /** The connection of the last plan. */
    lastConnection: z.string().nullable(),
  });
export type StoredConnection = z.infer<typeof storedConnection>;
export type StoredRecent = z.infer<typeof storedRecent>;
export type StoredReading = z.infer<typeof storedReading>;
export type NamedMapping = z.infer<typeof namedMapping>;
type Stored = z.infer<ReturnType<typeof preferencesSchema>>;

const RECENT_LIMIT = 12;
const READING_LIMIT = 500;

/** What the operator chose and what the app remembers for them: `settings.json` in the data folder. No secrets. */
export class Preferences {
  private saving: Promise<void> = Promise.resolve();

  private constructor(
    private readonly file: string,
    private stored: Stored,
    /** What a person should know of how they were read, in words. */
    readonly notices: readonly string[],
  ) {}

  /** `operator` and `timeZone` fill in for a file that isn't there yet. */
  static async load(dataDir: string, defaults: { operator: string; timeZone: string }): Promise<Preferences> {
    const file = path.join(dataDir, 'settings.json');
    const settings: Settings = {
      theme: 'system',
      language: 'system',
      timeZone: defaults.timeZone,
      operator: defaults.operator,
      resultsFolder: null,
      canary: false,
      ...FIRST_LIMITS,
    };
    const notices: string[] = [];
    const stored = await readStored(file, preferencesSchema(settings), (aside) =>
      notices.push(
        `The settings could not be read and were set aside as ${path.basename(aside)}. Connections are gone, and no limit on what a run may create is set: look at both before you create PBXs.`,
      ),
    );
    return new Preferences(
      file,
      stored ?? { settings, connections: [], recent: [], readings: [], mappings: [], lastConnection: null },
      notices,
    );
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

  get lastConnection(): string | null {
    return this.stored.lastConnection;
  }

  async saveLastConnection(lastConnection: string): Promise<void> {
    if (this.stored.lastConnection !== lastConnection) await this.save({ ...this.stored, lastConnection });
  }

  async remember(sheet: StoredRecent): Promise<void> {
    const others = this.stored.recent.filter((one) => one.path !== sheet.path && one.sha256 !== sheet.sha256);
    await this.save({ ...this.stored, recent: [sheet, ...others].slice(0, RECENT_LIMIT) });
  }

  readingFor(headers: string): StoredReading | null {
    return this.stored.readings.find((one) => one.headers === headers) ?? null;
  }

  async saveReading(reading: StoredReading): Promise<void> {
    const others = this.stored.readings.filter((one) => one.headers !== reading.headers);
    await this.save({ ...this.stored, readings: [reading, ...others].slice(0, READING_LIMIT) });
  }

  /** The named ones, newest first. */
  get mappings(): readonly NamedMapping[] {
    return this.stored.mappings;
  }

  /** One of the same name is replaced. */
  async saveMappings(mappings: readonly NamedMapping[]): Promise<void> {
    const names = new Set(mappings.map((one) => one.name));
    const others = this.stored.mappings.filter((one) => !names.has(one.name));
    const all = [...mappings, ...others].sort((a, b) => b.usedAt - a.usedAt);
    await this.save({ ...this.stored, mappings: all });
  }

  async removeMapping(name: string): Promise<void> {
    await this.save({ ...this.stored, mappings: this.stored.mappings.filter((one) => one.name !== name) });
  }

  /** One write after the other, so that the last one asked for is the one that stays. */
  private async save(stored: Stored): Promise<void> {
    this.stored = stored;
    this.saving = this.saving.catch(() => {}).then(() => writeStored(this.file, this.stored));
    await this.saving;
  }
}
