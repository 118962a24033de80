import { Engine, reportHtml, type Reply, type Secrets } from '../engine';
import type { SendThroughShell } from './channel-fetch';
import type {
  EngineStart,
  FromEngine,
  HttpTold,
  SecretAnswer,
  SecretAsk,
  TaskName,
  Tasks,
  ToEngine,
} from './engine-messages';
import { factsOf } from './trouble';

type Surroundings = {
  /** Makes the engine's `fetch` from a way to send through the shell. */
  fetch: (send: SendThroughShell) => typeof globalThis.fetch;
  end: () => void;
};

/** The engine's end of the channel: answers what the shell asks, and asks it for secrets and the network. */
export class EngineSide {
  private started: Promise<Engine> | null = null;
  private lastId = 0;
  private readonly secretsAsked = new Map<number, (answer: SecretAnswer) => void>();
  private readonly requests = new Map<number, (told: HttpTold) => void>();

  constructor(
    private readonly tell: (message: FromEngine) => void,
    private readonly surroundings: Surroundings,
  ) {}

  hear(message: ToEngine): void {
    switch (message.type) {
      case 'start':
        this.started ??= this.start(message.options);
        // Whoever asks is told why it could not start.
        this.started.catch((error: unknown) => this.report(error));
        return;
      case 'command':
        void this.answer(message.id, (engine) => engine.handle(message.name, message.input));
        return;
      case 'task':
        void this.answer(message.id, async (engine) => ({
          ok: true,
          value: await doTask(engine, message.name, message.input),
        }));
        return;
      case 'secret':
        this.secretsAsked.get(message.id)?.(message.answer);
        this.secretsAsked.delete(message.id);
        return;
      case 'http':
        this.requests.get(message.id)?.(message.told);
        return;
      case 'close':
        void this.close();
    }
  }

  private async start(options: EngineStart): Promise<Engine> {
    const engine = await Engine.start({
      ...options,
      secrets: this.secrets(),
      fetch: this.surroundings.fetch((ask, told) => this.send(ask, told)),
      report: (error) => this.report(error),
    });
    engine.listen((event) => this.tell({ type: 'event', event }));
    return engine;
  }

  private async answer(id: number, work: (engine: Engine) => Promise<Reply<unknown>>): Promise<void> {
    let engine: Engine | null = null;
    let reply: Reply<unknown>;
    try {
      if (!this.started) throw new Error('asked before the start');
      engine = await this.started;
      reply = await work(engine);
    } catch (error) {
      if (!engine) this.report(error);
      reply = { ok: false, error: engine ? engine.failureOf(error) : CANT_START };
    }
    this.tell({ type: 'reply', id, reply });
  }

  private async close(): Promise<void> {
    try {
      await (await this.started)?.close();
    } catch (error) {
      this.report(error);
    } finally {
      this.surroundings.end();
    }
  }

  private report(error: unknown): void {
    this.tell({ type: 'trouble', facts: factsOf(error) });
  }

  private secrets(): Secrets {
    const ask = (asked: SecretAsk): Promise<SecretAnswer> => {
      const id = (this.lastId += 1);
      this.tell({ type: 'secret', id, ask: asked });
      return new Promise((resolve) => this.secretsAsked.set(id, resolve));
    };
    const valueOf = (answer: SecretAnswer): string | boolean | null => {
      if (!answer.ok) throw new Error('the secret could not be read or stored');
      return answer.value;
    };
    return {
      available: async () => valueOf(await ask({ verb: 'available' })) === true,
      get: async (connection) => {
        const value = valueOf(await ask({ verb: 'get', connection }));
        return typeof value === 'string' ? value : null;
      },
      set: async (connection, secret) => void valueOf(await ask({ verb: 'set', connection, secret })),
      remove: async (connection) => void valueOf(await ask({ verb: 'remove', connection })),
    };
  }

  private send: SendThroughShell = (ask, told) => {
    const id = (this.lastId += 1);
    this.requests.set(id, (part) => {
      if (part.part === 'end' || part.part === 'failed') this.requests.delete(id);
      told(part);
    });
    this.tell({ type: 'http', id, ask });
    return () => {
      if (this.requests.delete(id)) this.tell({ type: 'http-stop', id });
    };
  };
}

const CANT_START = {
  code: 'engine-start',
  message:
    'PBX Orders can’t use its data folder. See that the disk is not full and that you may write there, then start it again.',
};

const TASKS: { [K in TaskName]: (engine: Engine, input: Tasks[K]['input']) => Promise<Tasks[K]['output']> } =
  {
    template: async (engine, { connection, to }) => {
      await engine.template(connection, to);
      return null;
    },
    report: async (engine, { runId, language, sentences }) =>
      reportHtml(await engine.report(runId), language, sentences),
    repairs: (engine, { runId, to }) => engine.repairs(runId, to),
    audit: (engine, request) => engine.exportAudit(request),
    exportMappings: (engine, { to }) => engine.exportMappings(to),
    importMappings: (engine, { from }) => engine.importMappings(from),
  };

/** The shell made `input` itself, by the type of its task. */
function doTask(engine: Engine, name: TaskName, input: unknown): Promise<unknown> {
  const task = TASKS[name] as (engine: Engine, input: unknown) => Promise<unknown>;
  return task(engine, input);
}
