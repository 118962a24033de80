import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import {
  Engine,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type EngineEvent,
} from '../../app/engine';
import type { EngineOptions } from '../../app/engine';

export const SHEETS = path.resolve(import.meta.dirname, '../fixtures/sheets');
const SAMPLES = path.resolve(import.meta.dirname, '../../samples');

const folders: string[] = [];
const engines: Engine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A fresh folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pbx-engine-'));
  folders.push(folder);
  return folder;
}

/** A copy of a fixture in a folder of its own, as a person would have it in their documents. */
export function sheetCopy(name: string, folder: string = newFolder()): string {
  const to = path.join(folder, name);
  cpSync(path.join(SHEETS, name), to);
  return to;
}

export function memorySecrets(): EngineOptions['secrets'] & { readonly stored: Map<string, string> } {
  const stored = new Map<string, string>();
  return {
    stored,
    available: async () => true,
    get: async (name) => stored.get(name) ?? null,
    set: async (name, secret) => void stored.set(name, secret),
    remove: async (name) => void stored.delete(name),
  };
}

/** An engine on a data folder, closed after the test. */
export async function startEngine(dataDir: string, options: Partial<EngineOptions> = {}): Promise<Engine> {
  const engine = await Engine.start({
    dataDir,
    version: '0.0.0-test',
    secrets: memorySecrets(),
    osUser: 'clerk',
    operator: 'Ana Lopez',
    timeZone: 'UTC',
    samplesDir: SAMPLES,
    report: (error) => {
      throw error;
    },
    ...options,
  });
  engines.push(engine);
  return engine;
}

/** What a command answers; a refusal is thrown with its code. */
export async function ask<K extends CommandName>(
  engine: Engine,
  command: K,
  input: CommandInput<K>,
): Promise<CommandOutput[K]> {
  const reply = await engine.handle(command, input);
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
}

/** Resolves with the first event that `wanted` holds for. */
export function eventually(engine: Engine, wanted: (event: EngineEvent) => boolean): Promise<EngineEvent> {
  return new Promise((resolve) => {
    const stop = engine.listen((event) => {
      if (!wanted(event)) return;
      stop();
      resolve(event);
    });
  });
}

/** Resolves when a run is no longer worked on. */
export const runEnded = (engine: Engine): Promise<EngineEvent> =>
  eventually(
    engine,
    (event) => event.type === 'run-state' && ['finished', 'stopped'].includes(event.run.state),
  );
