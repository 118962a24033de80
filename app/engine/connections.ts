import path from 'node:path';
import { checkBaseUrl, createClient, startSandbox, type Client, type Connection, type Sandbox } from '../ycm';
import { EngineError } from './failure';
import type { Preferences } from './preferences';

/** The connection that is always there: a YCM of the app's own, on this machine, where nothing costs money. */
export const SANDBOX = 'sandbox';

/** Where secrets live: the keychain in the desktop app, the environment for the command. */
export type Secrets = {
  /** Whether there is a keychain. Without one, `set` keeps a secret until the app ends, or refuses. */
  available(): Promise<boolean>;
  get(connection: string): Promise<string | null>;
  set(connection: string, secret: string): Promise<void>;
  remove(connection: string): Promise<void>;
};

/** The accounts orders can go to, each with its client, made when first needed. */
export class Connections {
  private sandbox: Promise<Sandbox> | null = null;
  private readonly clients = new Map<string, Client>();
  private readonly extra = new Map<string, Connection>();

  constructor(
    private readonly options: {
      dataDir: string;
      preferences: Preferences;
      secrets: Secrets;
      now: () => number;
      version: string;
      fetch?: typeof globalThis.fetch;
    },
  ) {}

  /** Adds a connection for this process only (the command's `--base-url`). Throws `connection-url` for a bad address. */
  addTemporary(name: string, baseUrl: string, clientId: string): void {
    const checked = checkBaseUrl(baseUrl);
    if (!checked.ok) throw new EngineError('connection-url', checked.message);
    this.extra.set(name, { name, kind: 'production', baseUrl: checked.baseUrl, clientId });
  }

  names(): string[] {
    const stored = this.options.preferences.connections.map((one) => one.name);
    return [SANDBOX, ...stored, ...this.extra.keys()];
  }

  /** A connection's facts. Starts nothing: the sandbox has no address before `client` was asked for. Throws `unknown-connection`. */
  describe(name: string): Connection {
    if (name === SANDBOX) return { name, kind: 'sandbox', baseUrl: 'http://localhost', clientId: SANDBOX };
    const temporary = this.extra.get(name);
    if (temporary) return temporary;
    const stored = this.options.preferences.connections.find((one) => one.name === name);
    if (!stored) {
      throw new EngineError(
        'unknown-connection',
        `There is no connection named "${name}". Known: ${this.names().join(', ')}.`,
      );
    }
    return { ...stored, kind: 'production' };
  }

  /** The client of a connection. Throws `unknown-connection` or `no-secret`. */
  async client(name: string): Promise<Client> {
    const known = this.clients.get(name);
    if (known) return known;
    const { connection, secret } =
      name === SANDBOX ? await this.startedSandbox() : await this.withSecret(name);
    const client = createClient({
      connection,
      secret,
      now: this.options.now,
      userAgent: `PBX-Orders/${this.options.version}`,
      ...(this.options.fetch && { fetch: this.options.fetch }),
    });
    this.clients.set(name, client);
    return client;
  }

  /** Forgets a client, after its address or secret changed. */
  forget(name: string): void {
    this.clients.delete(name);
  }

  /** The sandbox is started anew when it is next asked: another process may have added to its store. */
  async restartSandbox(): Promise<void> {
    const running = this.sandbox;
    this.sandbox = null;
    this.clients.delete(SANDBOX);
    await (await running?.catch(() => null))?.close();
  }

  async close(): Promise<void> {
    await this.restartSandbox();
    this.clients.clear();
  }

  private async startedSandbox(): Promise<{ connection: Connection; secret: string }> {
    this.sandbox ??= startSandbox({
      storeFile: path.join(this.options.dataDir, 'sandbox.jsonl'),
      now: this.options.now,
    });
    const running = await this.sandbox.catch((error: unknown) => {
      // What kept it from starting may be gone the next time.
      this.sandbox = null;
      throw error;
    });
    return {
      connection: { name: SANDBOX, kind: 'sandbox', baseUrl: running.baseUrl, clientId: running.clientId },
      secret: running.clientSecret,
    };
  }

  private async withSecret(name: string): Promise<{ connection: Connection; secret: string }> {
    const connection = this.describe(name);
    const secret = await this.options.secrets.get(name);
    if (!secret) {
      throw new EngineError(
        'no-secret',
        `The connection "${name}" has no client secret. Enter it under Connections, or set PBX_ORDERS_CLIENT_SECRET for the command.`,
      );
    }
    return { connection, secret };
  }
}
