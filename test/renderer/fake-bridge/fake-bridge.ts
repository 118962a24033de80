/** A bridge that answers inside the page, so that the window can be looked at and tested without Electron. */
import type { Bridge, CommandInput, EngineEvent, Reply, SheetView } from '../../../app/engine/contract';
import type { OrderSheet } from '../../../app/engine/order-sheet';
import { repairCells, repairsFor, replaceText } from '../../../app/engine/sheet-repairs';
import { nextProblemIndex, rowsPage, sheetView } from '../../../app/engine/sheet-view';
import { fieldOf, isFieldName, SANDBOX_CATALOG } from '../../../app/orders';
import { options, SANDBOX, SETTINGS } from './options';
import { fakePlan } from './plan';
import { FakeRuns } from './runs';
import { bigSheet, sampleSheet, textSheet } from './sheets';

const listeners = new Set<(event: EngineEvent) => void>();
const runs = new FakeRuns((event) => {
  for (const listener of listeners) listener(event);
});
const sheets = new Map<string, OrderSheet>();
let settings = { ...SETTINGS, ...options().settings };
let connections = options().connections ?? [SANDBOX];
let mappings = [{ name: 'Northwind form', fields: 19, constants: 2, usedAt: Date.UTC(2026, 10, 20) }];
window.fakeCalls = [];
window.fakeTell = (event) => {
  for (const listener of listeners) listener(event);
};

const ok = <T>(value: T): Reply<T> => ({ ok: true, value: structuredClone(value) });
const view = (sheet: OrderSheet): SheetView => sheetView(sheet, { folder: '/orders', catalogOld: false });
function opened(sheet: OrderSheet): SheetView {
  sheets.set(sheet.id, sheet);
  return view(sheet);
}
function at(id: string): OrderSheet {
  const sheet = sheets.get(id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}
/** Does something to a sheet and shows it. */
const changed = ({ sheetId }: { sheetId: string }, change: (sheet: OrderSheet) => unknown): SheetView => {
  change(at(sheetId));
  return view(at(sheetId));
};
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function choices({ field }: CommandInput<'choices'>): { values: string[]; labels: string[] } {
  if (!isFieldName(field)) return { values: [], labels: [] };
  const { choices: values, lookup, kind } = fieldOf(field);
  if (values) return { values: [...values], labels: [...values] };
  if (kind === 'boolean') return { values: ['Yes', 'No'], labels: ['Yes', 'No'] };
  const { regions, domains, firmwares, customers } = SANDBOX_CATALOG;
  const lists: Record<string, [string, string][]> = {
    region: regions.map((one) => [one.region, one.region]),
    domain: domains.map((one) => [one.domain, one.domain]),
    firmware: firmwares.map((one) => [one.version, one.version]),
    customer: customers.map((one) => [String(one.customerId), one.company]),
  };
  const list = lists[lookup ?? ''] ?? [];
  return { values: list.map(([value]) => value), labels: list.map(([, label]) => label) };
}

type Answers = {
  [K in Exclude<keyof Bridge, 'openFile' | 'onEvent' | 'onSheet' | 'onMenu' | 'platform'>]: (
    input: Parameters<Bridge[K]>[0],
  ) => Extract<Awaited<ReturnType<Bridge[K]>>, { ok: true }>['value'];
};

const answers: Answers = {
  home: () => ({
    version: '0.1.0',
    developmentRuntime: true,
    settings,
    keychain: options().keychain ?? true,
    connections,
    recent: options().recent ?? [],
    unfinished: runs.list('').filter((run) => run.totals.notSent + run.totals.unconfirmed > 0),
    notices: options().notices ?? [],
    timeZones: ['Asia/Shanghai', 'Europe/Berlin', 'Europe/London', 'UTC'],
    dataFolder: '/home/ada/.config/PBX Orders',
  }),
  openDropped: () => opened(sampleSheet('new-branches')),
  openRecent: () => opened(sampleSheet('needs-fixing')),
  openSample: ({ name }) => opened(sampleSheet(name === 'needs-fixing' ? name : 'new-branches')),
  chooseSheet: () => (options().bigRows === 0 ? null : opened(bigSheet(options().bigRows ?? 1000))),
  closeSheet: ({ sheetId }) => {
    sheets.delete(sheetId);
    return null;
  },
  read: (input) => changed(input, (sheet) => sheet.reread(input.change)),
  rows: ({ sheetId, filter, from, count }) => rowsPage(at(sheetId), at(sheetId).select(filter), from, count),
  nextProblem: ({ sheetId, filter, afterIndex, backwards }) => ({
    index: nextProblemIndex(at(sheetId), at(sheetId).select(filter), afterIndex, backwards),
  }),
  edit: (input) =>
    changed(input, (sheet) => sheet.edit(input.cells, `change of ${input.cells.length} cells`)),
  undo: (input) => changed(input, (sheet) => sheet.undo()),
  redo: (input) => changed(input, (sheet) => sheet.redo()),
  previewRepairs: ({ sheetId, code, field }) => repairsFor(at(sheetId), code, field),
  repair: (input) => changed(input, (sheet) => repairCells(sheet, input.cells)),
  replaceText: ({ sheetId, find, replacement, field, filter }) => {
    const replaced = replaceText(at(sheetId), { find, replacement, field, filter });
    return { view: view(at(sheetId)), replaced };
  },
  choices,
  plan: ({ sheetId, connection }) =>
    fakePlan(at(sheetId), connections.find((one) => one.name === connection) ?? SANDBOX),
  create: ({ sheetId, connection }) => ({ runId: runs.create(at(sheetId), connection) }),
  pauseRun: ({ runId }) => (runs.steer(runId, 'paused'), null),
  resumeRun: ({ runId }) => (runs.steer(runId, 'running'), null),
  stopRun: ({ runId }) => (runs.steer(runId, 'stopped'), null),
  continueRun: ({ runId }) => (runs.steer(runId, 'running'), null),
  runs: ({ search, from, to }) => runs.list(search, from, to),
  run: ({ runId }) => found(runs.get(runId)),
  reconcile: ({ runId }) => runs.candidates(runId),
  decide: ({ runId, decision }) => found(runs.decide(runId, decision)),
  readBack: ({ runId }) => runs.readBack(runId),
  verifyAudit: () => ({ ok: true, message: 'All 128 events are as they were written.' }),
  backupNow: () => ({ file: '/home/ada/.config/PBX Orders/backups/ledger-2026-11-24.sqlite' }),
  mappings: () => mappings,
  nameMapping: ({ name }) =>
    (mappings = [{ name, fields: 20, constants: 0, usedAt: Date.UTC(2026, 10, 24) }, ...mappings]),
  applyMapping: (input) => changed(input, () => null),
  removeMapping: ({ name }) => (mappings = mappings.filter((one) => one.name !== name)),
  saveConnection: ({ name, baseUrl, clientId, secret }) =>
    (connections = [
      ...connections.filter((one) => one.name !== name),
      { name, kind: 'production', baseUrl, clientId, hasSecret: secret !== '', catalogFetchedAt: null },
    ]),
  removeConnection: ({ name }) => (connections = connections.filter((one) => one.name !== name)),
  testConnection: ({ name }) => ({ ok: true, message: `Signed in to ${name}. 4 regions can be ordered in.` }),
  syncCatalog: () => connections,
  saveSettings: (input) => (settings = input.settings),
  showResult: () => null,
  chooseResultsFolder: () => '/home/ada/results',
  saveTemplate: () => ({ name: 'order-form.xlsx' }),
  saveReport: ({ format }) => ({ name: `report.${format}` }),
  saveRepairs: () => ({ name: 'to-correct.xlsx', rows: 2 }),
  saveAudit: ({ format }) => ({ name: `audit.${format}`, events: 128 }),
  saveMappings: () => ({ name: 'mappings.json' }),
  loadMappings: () => mappings,
  showDataFolder: () => null,
  copyText: ({ text }) => {
    window.fakeClipboard = text;
    return null;
  },
};

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not found');
  return value;
}

async function answer(command: keyof Answers, input: unknown): Promise<Reply<unknown>> {
  window.fakeCalls?.push({ command, input: structuredClone(input) });
  await wait(command === 'rows' ? (options().rowsMs ?? 0) : 0);
  const first = command === 'chooseSheet' ? options().firstRows : undefined;
  if (first) {
    for (const listener of listeners) listener({ type: 'first-rows', first });
    await new Promise<void>((resolve) => (window.fakeGoOn = resolve));
  }
  const message = options().failing?.[command];
  if (message !== undefined) return { ok: false, error: { code: 'fake', message } };
  return ok((answers[command] as (input: unknown) => unknown)(input));
}

const verbs = Object.fromEntries(
  (Object.keys(answers) as (keyof Answers)[]).map((command) => [
    command,
    (input: unknown) => answer(command, input),
  ]),
) as Pick<Bridge, keyof Answers>;

Object.defineProperty(window, 'pbxOrders', {
  value: {
    ...verbs,
    openFile: async (file: File) => ok(opened(textSheet(file.name, await file.text()))),
    onEvent: (listener: (event: EngineEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSheet: () => () => {},
    onMenu: () => () => {},
    platform: 'linux',
  } satisfies Bridge,
});
