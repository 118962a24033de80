import { utilityProcess, type UtilityProcess } from 'electron';
import type { CommandInput, CommandName, CommandOutput, EngineEvent, Reply } from '../engine/contract';
import { CrashCount } from './crash-count';
import {
  fromEngine,
  type EngineStart,
  type FromEngine,
  type HttpAsk,
  type HttpTold,
  type SecretAnswer,
  type SecretAsk,
  type TaskName,
  type Tasks,
  type ToEngine,
} from './engine-messages';

/** What the shell does for the engine, and what it wants to hear of it. */
export type EngineHelp = {
  secret(ask: SecretAsk): Promise<SecretAnswer>;
  /** Sends a request; yields what stops it. */
  http(ask: HttpAsk, tell: (told: HttpTold) => void): () => void;
  event(event: EngineEvent): void;
  trouble(facts: Record<string, string>): void;
  /** The engine ended by itself; `restarted` tells whether a new one runs. */
  crashed(restarted: boolean): void;
};

/** An engine that ends this often within a minute is not started again. */
const MOST_CRASHES = 3;
const CLOSE_LIMIT_MS = 15_000;

/** Keeps an engine's process running and asks it. What was asked of one that ended is answered as failed and never repeated. */
export class EngineHost {
  private process: UtilityProcess | null = null;
  private lastId = 0;
  private readonly waiting = new Map<number, (reply: Reply<unknown>) => void>();
  private readonly requests = new Map<number, () => void>();
  private readonly crashes: CrashCount;
  private closed: Promise<void> | null = null;
  private readonly ahead = new Map<CommandName, Promise<Reply<unknown>>>();

  constructor(
    private readonly script: string,
    private readonly start: EngineStart,
    private readonly help: EngineHelp,
    now: () => number,
  ) {
    this.crashes = new CrashCount(MOST_CRASHES, now);
    this.fork();
  }

  /** Asks a command of the window. Never throws. */
  command<K extends CommandName>(name: K, input: CommandInput<K>): Promise<Reply<CommandOutput[K]>> {
    const reply = this.ahead.get(name) ?? this.ask((id) => ({ type: 'command', id, name, input }));
    this.ahead.delete(name);
    return reply as Promise<Reply<CommandOutput[K]>>;
  }

  /** Asks a command before somebody wants to know: the next of that name is answered with what comes of it. */
  askAhead<K extends CommandName>(name: K, input: CommandInput<K>): Promise<Reply<CommandOutput[K]>> {
    const reply = this.command(name, input);
    this.ahead.set(name, reply);
    return reply;
  }

  /** Asks what only the shell may ask. Never throws. */
  task<K extends TaskName>(name: K, input: Tasks[K]['input']): Promise<Reply<Tasks[K]['output']>> {
    return this.ask((id) => ({ type: 'task', id, name, input })) as Promise<Reply<Tasks[K]['output']>>;
  }

  /**
   * Lets the engine save its work; resolves when its process has ended. Called when no run is under way: an engine that then
   * does not end within `CLOSE_LIMIT_MS` is ended, since everything that matters is on disk already.
   */
  close(): Promise<void> {
    this.closed ??= new Promise((resolve) => {
      const child = this.process;
      if (!child) return resolve();
      const limit = setTimeout(() => child.kill(), CLOSE_LIMIT_MS);
      child.once('exit', () => {
        clearTimeout(limit);
        resolve();
      });
      this.post({ type: 'close' });
    });
    return this.closed;
  }

  private ask(message: (id: number) => ToEngine): Promise<Reply<unknown>> {
    if (!this.process || this.closed) return Promise.resolve(ENDED);
    const id = (this.lastId += 1);
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.post(message(id));
    });
  }

  private post(message: ToEngine): void {
    this.process?.postMessage(message);
  }

  private fork(): void {
    const child = utilityProcess.fork(this.script, [], { serviceName: 'PBX Orders engine', stdio: 'ignore' });
    this.process = child;
    child.on('message', (message: unknown) => {
      const parsed = fromEngine.safeParse(message);
      if (parsed.success) this.hear(parsed.data);
      else this.help.trouble({ name: 'unreadable message of the engine' });
    });
    child.on('exit', (code) => this.ended(child, code));
    this.post({ type: 'start', options: this.start });
  }

  private hear(message: FromEngine): void {
    switch (message.type) {
      case 'reply':
        this.waiting.get(message.id)?.(message.reply);
        this.waiting.delete(message.id);
        return;
      case 'event':
        this.help.event(message.event);
        return;
      case 'trouble':
        this.help.trouble(message.facts);
        return;
      case 'secret':
        void this.help
          .secret(message.ask)
          .then((answer) => this.post({ type: 'secret', id: message.id, answer }));
        return;
      case 'http':
        this.send(message.id, message.ask);
        return;
      case 'http-stop':
        this.requests.get(message.id)?.();
        this.requests.delete(message.id);
    }
  }

  private send(id: number, ask: HttpAsk): void {
    const child = this.process;
    const stop = this.help.http(ask, (told) => {
      if (told.part === 'end' || told.part === 'failed') this.requests.delete(id);
      // An answer belongs to the engine that asked, not to the one that may have come after it.
      if (child === this.process) this.post({ type: 'http', id, told });
    });
    this.requests.set(id, stop);
  }

  private ended(child: UtilityProcess, code: number): void {
    if (child !== this.process) return;
    this.process = null;
    for (const stop of this.requests.values()) stop();
    this.requests.clear();
    const unanswered = [...this.waiting.values()];
    this.waiting.clear();
    this.ahead.clear();
    for (const resolve of unanswered) resolve(ENDED);
    if (this.closed) return;
    this.help.trouble({ name: 'the engine ended', code: String(code) });
    const again = this.crashes.mayRestart();
    if (again) this.fork();
    this.help.crashed(again);
  }
}

const ENDED: Reply<never> = {
  ok: false,
  error: {
    code: 'engine-ended',
    message:
      'The part of PBX Orders that does the work stopped before it could answer. Nothing is sent a second time: what was being sent is looked up before anything else happens to it.',
  },
};
