import os from 'node:os';
import path from 'node:path';

const FOLDER = 'PBX Orders';

/** The folder of ledger, settings and catalogs: `--data`, else PBX_ORDERS_DATA, else the one the desktop app uses. */
export function dataFolder(
  given: string | undefined,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string {
  const chosen = given ?? env['PBX_ORDERS_DATA'];
  if (chosen) return path.resolve(chosen);
  if (platform === 'win32')
    return path.join(env['APPDATA'] ?? path.join(os.homedir(), 'AppData', 'Roaming'), FOLDER);
  if (platform === 'darwin') return path.join(os.homedir(), 'Library', 'Application Support', FOLDER);
  return path.join(env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config'), FOLDER);
}
