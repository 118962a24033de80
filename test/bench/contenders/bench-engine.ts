import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Engine, type EngineOptions } from '../../../app/engine';

/** An engine on a data folder of its own, or on one that is there. */
export function benchEngine(dataDir = newFolder(), secret: string | null = null): Promise<Engine> {
  const secrets: EngineOptions['secrets'] = {
    available: async () => false,
    get: async () => secret,
    set: async () => {},
    remove: async () => {},
  };
  return Engine.start({ dataDir, version: '0', secrets, osUser: 'bench', timeZone: 'UTC' });
}

const folders: string[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pbx-orders-bench-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
