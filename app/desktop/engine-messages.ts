/** What the shell and the engine's process tell each other. */
import * as z from 'zod';
import type { ReportLanguage } from '../engine';
import type { AuditFilter, CommandName, EngineEvent, Failure, MappingView, Reply } from '../engine/contract';

/** What only the shell asks of the engine, for files the operator chose in a dialog. `to` is a full path. */
export type Tasks = {
  template: { input: { connection: string; to: string }; output: null };
  /** The page about a run, as HTML. */
  report: {
    input: { runId: string; language: ReportLanguage; sentences: Record<string, string> };
    output: string;
  };
  repairs: { input: { runId: string; to: string }; output: { path: string; rows: number } };
  audit: {
    input: { filter: AuditFilter; format: 'csv' | 'xlsx' | 'jsonl'; to: string };
    output: { events: number };
  };
  exportMappings: { input: { to: string }; output: { mappings: number } };
  importMappings: { input: { from: string }; output: MappingView[] };
};
export type TaskName = keyof Tasks;

/** What an engine needs to begin. */
export type EngineStart = {
  dataDir: string;
  version: string;
  osUser: string;
  samplesDir: string;
  developmentRuntime: boolean;
};

export type ToEngine =
  | { type: 'start'; options: EngineStart }
  | { type: 'command'; id: number; name: CommandName; input: unknown }
  | { type: 'task'; id: number; name: TaskName; input: unknown }
  | { type: 'secret'; id: number; answer: SecretAnswer }
  | { type: 'http'; id: number; told: HttpTold }
  /** Finish the order being sent, save what is unsaved, and end. */
  | { type: 'close' };

/** Parts of one HTTP answer, in order; `failed` may come at any point and is the last. */
export type HttpTold =
  | { part: 'head'; status: number; headers: [string, string][] }
  | { part: 'body'; bytes: Uint8Array }
  | { part: 'end' }
  /** Chromium's name of the error, such as `ERR_CONNECTION_REFUSED`. */
  | { part: 'failed'; error: string };

/** `failed`: the keychain or its file could not be used. */
export type SecretAnswer = { ok: true; value: string | boolean | null } | { ok: false };

const id = z.number().int();
const secretAsk = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('available') }),
  z.strictObject({ verb: z.literal('get'), connection: z.string() }),
  z.strictObject({ verb: z.literal('set'), connection: z.string(), secret: z.string() }),
  z.strictObject({ verb: z.literal('remove'), connection: z.string() }),
]);
export type SecretAsk = z.infer<typeof secretAsk>;

const httpAsk = z.strictObject({
  method: z.enum(['GET', 'POST']),
  url: z.string().max(8192),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string().nullable(),
});
export type HttpAsk = z.infer<typeof httpAsk>;

const failure = z.object({ code: z.string(), message: z.string() });
const reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: failure }),
]);

/** Parsed, though the engine is ours: it is the process that reads strangers' files. */
export const fromEngine = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reply'), id, reply }),
  z.strictObject({ type: z.literal('event'), event: z.custom<EngineEvent>(isEvent) }),
  z.strictObject({ type: z.literal('secret'), id, ask: secretAsk }),
  z.strictObject({ type: z.literal('http'), id, ask: httpAsk }),
  z.strictObject({ type: z.literal('http-stop'), id }),
  z.strictObject({ type: z.literal('trouble'), facts: z.record(z.string(), z.string()) }),
]);
export type FromEngine = z.infer<typeof fromEngine>;

function isEvent(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export type { Failure, Reply };
