import { setTimeout as after } from 'node:timers/promises';
import { Catalogs } from './catalogs';
import { Connections, type Secrets } from './connections';
import { Drafts } from './drafts';
import { EngineEvents } from './engine-events';
import type { EngineOptions } from './engine-options';
import { unsavedWords } from './failure-words';
import { LedgerAccess } from './ledger-access';
import { OpenSheets } from './open-sheets';
import { Preferences } from './preferences';
import { ResultMarks } from './result-marks';

/** What the stages of the engine share. */
export type Parts = {
  host: {
    dataDir: string;
    version: string;
    samplesDir: string | null;
    developmentRuntime: boolean;
    osUser: string;
  };
  secrets: Secrets;
  now: () => number;
  random: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  report: (error: unknown) => void;
  events: EngineEvents;
  preferences: Preferences;
  connections: Connections;
  catalogs: Catalogs;
  ledgers: LedgerAccess;
  drafts: Drafts;
  resultMarks: ResultMarks;
  sheets: OpenSheets;
};

/** Puts the engine's parts together. Opens no ledger and starts no sandbox. */
export async function assemble(options: EngineOptions): Promise<Parts> {
  const { dataDir, version, secrets, osUser, now = Date.now, report = () => {} } = options;
  const preferences = await Preferences.load(dataDir, {
    operator: options.operator ?? osUser,
    timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const { fetch } = options;
  const events = new EngineEvents(report);
  return {
    host: {
      dataDir,
      version,
      samplesDir: options.samplesDir ?? null,
      developmentRuntime: options.developmentRuntime ?? false,
      osUser,
    },
    secrets,
    now,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? sleepUnlessAborted,
    report,
    events,
    preferences,
    connections: new Connections({ dataDir, preferences, secrets, now, version, ...(fetch && { fetch }) }),
    catalogs: new Catalogs(dataDir, now),
    ledgers: new LedgerAccess({ dataDir, now, osUser, operator: () => operatorOf(preferences, osUser) }),
    drafts: new Drafts(dataDir, {
      report,
      told: (why) =>
        events.tell({ type: 'unsaved', message: why === null ? null : unsavedWords(dataDir, why) }),
    }),
    resultMarks: new ResultMarks(dataDir),
    sheets: new OpenSheets(),
  };
}

/** Who acts, as the audit trail names them. */
export const operatorOf = (preferences: Preferences, osUser: string): string =>
  preferences.settings.operator.trim() || osUser;

async function sleepUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  await after(ms, undefined, { signal }).catch(() => {});
}
