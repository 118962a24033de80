import { existsSync } from 'node:fs';
import path from 'node:path';
import { connectionViews } from './connection-views';
import type { HomeView, RunSummary } from './contract';
import { wordsOf } from './failure-words';
import { unfinishedRuns } from './history';
import type { Parts } from './parts';
import type { Running } from './running';

/** The state a window begins with. The ledger is opened for writing if it can be; what keeps it from that is a notice. */
export async function homeView(parts: Parts, running: Running): Promise<HomeView> {
  const { preferences, host, ledgers } = parts;
  await ledgers.tryWriting();
  const { unfinished, unread } = await unfinishedIfReadable(parts, running);
  return {
    version: host.version,
    developmentRuntime: host.developmentRuntime,
    settings: preferences.settings,
    keychain: await parts.secrets.available(),
    connections: await connectionViews(parts),
    recent: preferences.recent.map(({ sha256, name, path: file, openedAt }) => ({
      sha256,
      name,
      folder: path.dirname(file),
      openedAt,
      found: existsSync(file),
    })),
    unfinished,
    notices: [...new Set([...preferences.notices, ...ledgers.notices, ...unread])].map((message) => ({
      level: 'warning',
      message,
    })),
    timeZones: Intl.supportedValuesOf('timeZone'),
    dataFolder: host.dataDir,
  };
}

/** A ledger that can't be read must not keep the window from opening: sheets can still be checked. */
async function unfinishedIfReadable(
  parts: Parts,
  running: Running,
): Promise<{ unfinished: RunSummary[]; unread: string[] }> {
  try {
    return { unfinished: await unfinishedRuns(parts, running), unread: [] };
  } catch (error) {
    return { unfinished: [], unread: [wordsOf(parts, error)] };
  }
}
