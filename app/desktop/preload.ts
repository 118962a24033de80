import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, Reply, SheetView } from '../engine/contract';
import { tellingChannel, verbChannel, type Telling, type Tellings, type Verb, type Verbs } from './channels';

type Ask<V extends Verb> = (input: Verbs[V]['input']) => Promise<Reply<Verbs[V]['output']>>;

const ask =
  <V extends Verb>(verb: V): Ask<V> =>
  (input) =>
    ipcRenderer.invoke(verbChannel(verb), input);

const hear =
  <T extends Telling>(telling: T) =>
  (listener: (told: Tellings[T]) => void): (() => void) => {
    const onTold = (_event: unknown, told: Tellings[T]): void => listener(told);
    ipcRenderer.on(tellingChannel(telling), onTold);
    return () => void ipcRenderer.removeListener(tellingChannel(telling), onTold);
  };

/** Newer Electrons ask `webUtils`; the oldest one this runs on still has the path on the file. */
function pathOf(file: File): string {
  if (typeof webUtils?.getPathForFile === 'function') return webUtils.getPathForFile(file);
  return 'path' in file && typeof file.path === 'string' ? file.path : '';
}

async function openFile(file: File): Promise<Reply<SheetView>> {
  const path = pathOf(file);
  if (path !== '') return ask('openDropped')({ path });
  const message = 'What was dropped is not a file on this computer. Save it first, then drop the file.';
  return { ok: false, error: { code: 'not-a-file', message } };
}

const PLATFORMS: Partial<Record<NodeJS.Platform, Bridge['platform']>> = { darwin: 'mac', win32: 'windows' };

/** The window's whole view of the world: one named verb each, and no way to reach any other channel. */
const bridge = {
  home: ask('home'),
  openDropped: ask('openDropped'),
  openRecent: ask('openRecent'),
  openSample: ask('openSample'),
  closeSheet: ask('closeSheet'),
  read: ask('read'),
  rows: ask('rows'),
  nextProblem: ask('nextProblem'),
  edit: ask('edit'),
  undo: ask('undo'),
  redo: ask('redo'),
  previewRepairs: ask('previewRepairs'),
  repair: ask('repair'),
  replaceText: ask('replaceText'),
  choices: ask('choices'),
  plan: ask('plan'),
  create: ask('create'),
  pauseRun: ask('pauseRun'),
  resumeRun: ask('resumeRun'),
  stopRun: ask('stopRun'),
  continueRun: ask('continueRun'),
  runs: ask('runs'),
  run: ask('run'),
  reconcile: ask('reconcile'),
  decide: ask('decide'),
  readBack: ask('readBack'),
  verifyAudit: ask('verifyAudit'),
  backupNow: ask('backupNow'),
  mappings: ask('mappings'),
  nameMapping: ask('nameMapping'),
  applyMapping: ask('applyMapping'),
  removeMapping: ask('removeMapping'),
  saveConnection: ask('saveConnection'),
  removeConnection: ask('removeConnection'),
  testConnection: ask('testConnection'),
  syncCatalog: ask('syncCatalog'),
  saveSettings: ask('saveSettings'),
  chooseSheet: ask('chooseSheet'),
  showResult: ask('showResult'),
  chooseResultsFolder: ask('chooseResultsFolder'),
  saveTemplate: ask('saveTemplate'),
  saveReport: ask('saveReport'),
  saveRepairs: ask('saveRepairs'),
  saveAudit: ask('saveAudit'),
  saveMappings: ask('saveMappings'),
  loadMappings: ask('loadMappings'),
  showDataFolder: ask('showDataFolder'),
  copyText: ask('copyText'),
  openFile,
  onEvent: hear('event'),
  onSheet: hear('sheet'),
  onMenu: hear('menu'),
  platform: PLATFORMS[process.platform] ?? 'linux',
} satisfies Bridge;

contextBridge.exposeInMainWorld('pbxOrders', bridge);
