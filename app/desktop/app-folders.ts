import { existsSync } from 'node:fs';
import path from 'node:path';

/** The data folder the environment names, as a full path; null: the system's usual place. The command obeys the same one. */
export function chosenDataFolder(env: NodeJS.ProcessEnv, folder: string): string | null {
  const chosen = env['PBX_ORDERS_DATA'];
  return chosen ? path.resolve(folder, chosen) : null;
}

/** Whether this Electron is the stand-in for development, which build/electron-fallback.mjs marks. */
export function isDevelopmentRuntime(executable: string): boolean {
  return existsSync(path.join(path.dirname(executable), 'NOT-FOR-PRODUCTION.txt'));
}
