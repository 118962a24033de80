/**
 * What a host (the window, and tests) may ask of the engine, and what the engine tells it.
 * Inputs are zod schemas because they cross a process; outputs are plain, cloneable data.
 */
import { z } from 'zod';
import type { FieldName, Level, MatchedColumn, Problem, ProblemCode, Repair, ResultField } from '../orders';

const sheetId = z.string().min(1).max(64);
const runId = z.string().min(1).max(64);
const fieldName = z.string().min(1).max(64);
const connectionName = z.string().min(1).max(80);
const row = z.number().int().min(1).max(2_000_000);
const cellText = z.string().max(32_767);

export const rowState = z.enum(['ready', 'invalid', 'skipped']);
export type RowState = z.infer<typeof rowState>;

/** Which rows of a sheet, and in what order. Everything given must hold. */
export const rowFilter = z.strictObject({
  states: z.array(rowState).optional(),
  /** Rows with at least one error or warning. */
  withProblems: z.boolean().optional(),
  code: z.string().max(64).optional(),
  field: fieldName.optional(),
  /** Any cell contains it, letter case ignored. */
  text: z.string().max(200).optional(),
  edited: z.boolean().optional(),
  sort: z
    .strictObject({ by: z.union([z.literal('row'), z.literal('state'), fieldName]), descending: z.boolean() })
    .optional(),
});
export type RowFilter = z.infer<typeof rowFilter>;

/** The operator's corrections of how a sheet is read. Absent: as it is; null: back to what was found. */
export const readingChange = z.strictObject({
  sheetName: z.string().max(255).optional(),
  encoding: z.string().max(40).nullable().optional(),
  delimiter: z.string().max(4).nullable().optional(),
  timeZone: z.string().max(64).optional(),
  /** Field to column letter, or null for "no column holds it". */
  map: z.record(fieldName, z.string().max(4).nullable()).optional(),
  /** A value for every row that has none of its own. */
  constants: z.record(fieldName, cellText).optional(),
});
export type ReadingChange = z.infer<typeof readingChange>;

export const decision = z.discriminatedUnion('choice', [
  z.strictObject({ choice: z.literal('adopt'), row, cloudPbxId: z.string().regex(/^\d{1,20}$/) }),
  z.strictObject({ choice: z.literal('send-again'), row }),
  z.strictObject({ choice: z.literal('leave'), row }),
]);
export type Decision = z.infer<typeof decision>;

export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'zh', 'de', 'es']),
  /** IANA name; a date without a time ends at midnight there. */
  timeZone: z.string().min(1).max(64),
  /** The person's name as the audit trail keeps it. */
  operator: z.string().max(120),
  /** Where result files go; null: beside the sheet. */
  resultsFolder: z.string().max(4096).nullable(),
  /** Create the first order alone and compare it before the rest goes. */
  canary: z.boolean(),
  /** Most PBXs and extensions one run may create; null: no cap. */
  maxPbxs: z.number().int().min(1).nullable(),
  maxExtensions: z.number().int().min(1).nullable(),
  /** A run stops after this many rejections in a row for one reason. */
  equalRejections: z.number().int().min(1).max(1000),
});
export type Settings = z.infer<typeof settingsSchema>;

const none = z.strictObject({});

/** Which events of the audit trail; everything given must hold. Times are UTC milliseconds, both inclusive. */
export const auditFilter = z.strictObject({
  from: z.number().optional(),
  to: z.number().optional(),
  connection: z.string().max(80).optional(),
  operator: z.string().max(120).optional(),
  state: z.string().max(20).optional(),
  sheet: z.string().max(255).optional(),
  customer: z.string().max(200).optional(),
  runId: runId.optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** Each command's input. Names are the verbs the preload exposes. */
export const COMMANDS = {
  /** The state a window begins with. */
  home: none,
  /** A path the operator dropped on the window. */
  openDropped: z.strictObject({ path: z.string().min(1).max(4096) }),
  openRecent: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  openSample: z.strictObject({ name: z.enum(['new-branches', 'needs-fixing', 'order-form']) }),
  closeSheet: z.strictObject({ sheetId }),
  read: z.strictObject({ sheetId, change: readingChange }),
  rows: z.strictObject({
    sheetId,
    filter: rowFilter,
    from: z.number().int().min(0),
    count: z.number().int().min(0).max(1000),
  }),
  /** The index within `filter` of the next row (after `afterIndex`) with a problem, wrapping around. */
  nextProblem: z.strictObject({
    sheetId,
    filter: rowFilter,
    afterIndex: z.number().int().min(-1),
    backwards: z.boolean(),
  }),
  /** `value` null gives the cell its original text back. One call is one undo step. */
  edit: z.strictObject({
    sheetId,
    cells: z
      .array(z.strictObject({ row, field: fieldName, value: cellText.nullable() }))
      .min(1)
      .max(200_000),
  }),
  undo: z.strictObject({ sheetId }),
  redo: z.strictObject({ sheetId }),
  /** What repairing every problem of a kind would change. */
  previewRepairs: z.strictObject({ sheetId, code: z.string().max(64), field: fieldName.nullable() }),
  /** Repairs the cells named (each must still have a repair); one undo step. */
  repair: z.strictObject({
    sheetId,
    cells: z
      .array(z.strictObject({ row, field: fieldName }))
      .min(1)
      .max(200_000),
  }),
  replaceText: z.strictObject({
    sheetId,
    find: z.string().min(1).max(200),
    replacement: cellText,
    field: fieldName.nullable(),
    filter: rowFilter,
  }),
  /** Values a cell of this field may take, for its editor. */
  choices: z.strictObject({ sheetId, field: fieldName }),
  plan: z.strictObject({ sheetId, connection: connectionName }),
  /** `confirmed` is the number of PBXs the operator agreed to; refused if the plan has another. */
  create: z.strictObject({ sheetId, connection: connectionName, confirmed: z.number().int().min(1) }),
  pauseRun: z.strictObject({ runId }),
  resumeRun: z.strictObject({ runId }),
  stopRun: z.strictObject({ runId }),
  /** Sends the orders of an unfinished run that were never sent. */
  continueRun: z.strictObject({ runId }),
  /** Newest first. `search` is looked for in sheet, PBX, id, customer, operator and connection. */
  runs: z.strictObject({
    search: z.string().max(200),
    /** UTC milliseconds, both inclusive. */
    from: z.number().optional(),
    to: z.number().optional(),
  }),
  run: z.strictObject({ runId }),
  /** Looks every unconfirmed order up; what the lookup proves is settled. */
  reconcile: z.strictObject({ runId }),
  decide: z.strictObject({ runId, decision }),
  /** Asks YCM for each PBX the run created and compares it with its order. Changes nothing. */
  readBack: z.strictObject({ runId }),
  /** Recomputes every hash of the audit trail. */
  verifyAudit: none,
  /** Writes a dated copy of the ledger. */
  backupNow: none,
  /** Remembered column mappings, newest first. */
  mappings: none,
  /** Gives the mapping of an opened sheet a name, so that it can be chosen for any other sheet. */
  nameMapping: z.strictObject({ sheetId, name: z.string().min(1).max(80) }),
  /** Reads an opened sheet by a mapping of that name. */
  applyMapping: z.strictObject({ sheetId, name: z.string().min(1).max(80) }),
  removeMapping: z.strictObject({ name: z.string().min(1).max(80) }),
  saveConnection: z.strictObject({
    name: connectionName,
    baseUrl: z.string().max(500),
    clientId: z.string().max(200),
    /** Empty: keep the stored one. Goes to the keychain, never comes back. */
    secret: z.string().max(1000),
  }),
  removeConnection: z.strictObject({ name: connectionName }),
  testConnection: z.strictObject({ name: connectionName }),
  syncCatalog: z.strictObject({ connection: connectionName }),
  saveSettings: z.strictObject({ settings: settingsSchema }),
} as const;
export type CommandName = keyof typeof COMMANDS;
export type CommandInput<K extends CommandName> = z.infer<(typeof COMMANDS)[K]>;

/** Verbs the shell answers itself, because they need a window, a dialog or the desktop. */
export const SHELL_COMMANDS = {
  /** Open dialog, then as `openDropped`. Null: the operator cancelled. */
  chooseSheet: none,
  /** Opens a run's result file in the program the system has for it, or shows it in its folder. */
  showResult: z.strictObject({ runId, how: z.enum(['open', 'folder']) }),
  chooseResultsFolder: none,
  /** Save dialog, then an empty order form is written there. Null: cancelled. */
  saveTemplate: z.strictObject({ connection: connectionName }),
  /** Save dialog, then one page about a run to hand on. Null: cancelled. */
  saveReport: z.strictObject({ runId, format: z.enum(['pdf', 'html']) }),
  /** Save dialog, then the run's rows that failed, as a workbook to correct. Null: cancelled. */
  saveRepairs: z.strictObject({ runId }),
  /** Save dialog, then the audit trail. Null: cancelled. */
  saveAudit: z.strictObject({ filter: auditFilter, format: z.enum(['csv', 'xlsx', 'jsonl']) }),
  /** Save dialog for the named mappings; open dialog to add those of a file. Null: cancelled. */
  saveMappings: none,
  loadMappings: none,
  /** Shows the data folder (ledger, backups, log) in the system's file manager. */
  showDataFolder: none,
  /** Copy, for values such as ids. */
  copyText: z.strictObject({ text: z.string().max(1_000_000) }),
} as const;
export type ShellCommandName = keyof typeof SHELL_COMMANDS;
export type ShellCommandInput<K extends ShellCommandName> = z.infer<(typeof SHELL_COMMANDS)[K]>;

export type RecentSheet = { sha256: string; name: string; folder: string; openedAt: number; found: boolean };
export type ConnectionView = {
  name: string;
  kind: 'sandbox' | 'production';
  baseUrl: string;
  clientId: string;
  hasSecret: boolean;
  /** When its catalog was fetched (ms); null: never. */
  catalogFetchedAt: number | null;
};
export type HomeView = {
  version: string;
  /** The development runtime, not for production. */
  developmentRuntime: boolean;
  settings: Settings;
  /** False: the system has no keychain, so a secret can't be stored. */
  keychain: boolean;
  connections: ConnectionView[];
  recent: RecentSheet[];
  /** Runs with orders not sent or unconfirmed, newest first. */
  unfinished: RunSummary[];
  /** Something the operator must know (a damaged ledger set aside, another window writing). */
  notices: { level: Level; message: string }[];
  timeZones: string[];
  dataFolder: string;
};

export type ProblemGroup = {
  code: ProblemCode;
  title: string;
  level: Level;
  field: FieldName | null;
  fieldLabel: string | null;
  count: number;
  /** How many have a repair, and whether every one of them is safe. */
  repairs: number;
  safe: boolean;
  firstRow: number;
};
export type GridColumn = {
  field: FieldName;
  label: string;
  /** Letter in the file; null: no column (a constant, or missing). */
  letter: string | null;
  required: boolean;
  kind: 'text' | 'choice' | 'whole' | 'id' | 'ids' | 'date' | 'boolean';
  help: string;
};
export type SheetView = {
  id: string;
  /** Grows with each change; a page of rows fetched for an older revision is stale. */
  revision: number;
  file: { name: string; folder: string; sha256: string; format: 'text' | 'workbook' };
  dialect: { encoding: string; delimiter: string; byteOrderMark: boolean } | null;
  sheets: { name: string; hidden: boolean; rows: number }[];
  sheetName: string;
  headerRow: number;
  columns: MatchedColumn[];
  grid: GridColumn[];
  constants: Partial<Record<FieldName, string>>;
  leftOut: { row: number; reason: string }[];
  problems: Problem[];
  /** True: headers were recognised well enough to go straight to review. */
  columnsCertain: boolean;
  timeZone: string;
  counts: { rows: number; ready: number; invalid: number; skipped: number; warnings: number; edited: number };
  groups: ProblemGroup[];
  undo: string | null;
  redo: string | null;
  catalog: { connection: string; fetchedAt: number; old: boolean };
  /** The run this sheet's rows belong to, when it was submitted before. */
  runId: string | null;
};
export type CellProblem = {
  code: ProblemCode;
  level: Level;
  field: FieldName | null;
  cell: string | null;
  /** What the sentence is filled with, so that the window can say it in its own language. */
  params: Record<string, string | number>;
  message: string;
  repair?: Repair;
};
export type RowView = {
  /** Position within the filter asked for. */
  index: number;
  row: number;
  state: RowState;
  texts: Partial<Record<FieldName, string>>;
  /** Original texts of edited cells. */
  originals: Partial<Record<FieldName, string>>;
  problems: CellProblem[];
  earlier: { status: string; cloudPbxId: string } | null;
};
export type RowsPage = { revision: number; total: number; rows: RowView[] };
export type RepairPreview = {
  row: number;
  cell: string | null;
  field: FieldName;
  from: string;
  to: string;
  safe: boolean;
};

export type Share = { label: string; pbxs: number; extensions: number };
export type PlanView = {
  connection: ConnectionView;
  rows: number;
  create: number;
  invalid: number;
  skipped: number;
  /** Sums over what will be created; recording minutes count only above each PBX's free 500. */
  totals: { extensions: number; concurrentCalls: number; recordingMinutes: number };
  byPlan: Share[];
  byRegion: Share[];
  byType: Share[];
  skippedRows: { row: number; name: string; reason: string }[];
  invalidRows: { row: number; name: string; reason: string }[];
  warnings: { row: number; cell: string | null; message: string }[];
  /** What the account has left; null with the reason when it could not be asked. */
  capacity: { extensions: number; concurrentCalls: number; recordingMinutes: number } | null;
  capacityNote: string | null;
  /** What is lacking, in words; empty: it fits. */
  shortfall: string[];
};

export type OrderState =
  | 'invalid'
  | 'ready'
  | 'sending'
  | 'created'
  | 'rejected'
  | 'unconfirmed'
  | 'skipped'
  | 'cancelled';
/** Always adds up: created + rejected + skipped + unconfirmed + notSent + invalid = rows. */
export type Totals = {
  rows: number;
  created: number;
  rejected: number;
  skipped: number;
  unconfirmed: number;
  notSent: number;
  invalid: number;
};
export type RunSummary = {
  id: string;
  createdAt: number;
  sheetName: string;
  connection: string;
  connectionKind: 'sandbox' | 'production';
  operator: string;
  totals: Totals;
  /** `running` and `paused` only while this engine works on it. */
  state: 'running' | 'paused' | 'stopped' | 'finished';
  stopReason: string | null;
};
export type RunRow = {
  row: number;
  name: string;
  url: string | null;
  state: OrderState;
  cloudPbxId: string | null;
  requestId: string | null;
  /** Why it is in that state, in words. */
  message: string | null;
  processedAt: number | null;
};
/** An unconfirmed order beside what the account has at its URL. */
export type Candidate = {
  row: number;
  name: string;
  url: string;
  outcome: 'adopted' | 'differs' | 'absent' | 'too-recent' | 'unknown';
  message: string;
  compared: { label: string; ordered: string; found: string; same: boolean }[];
  cloudPbxId: string | null;
};
/** A created PBX beside its order. */
export type ReadBackRow = {
  row: number;
  name: string;
  cloudPbxId: string;
  outcome: 'same' | 'differs' | 'absent' | 'failed';
  message: string;
  differences: { label: string; ordered: string; found: string }[];
};
export type MappingView = { name: string; fields: number; constants: number; usedAt: number };
export type RunView = RunSummary & {
  rows: RunRow[];
  result: { name: string; folder: string } | null;
  resultNote: string | null;
};

/** Each command's answer. */
export type CommandOutput = {
  home: HomeView;
  openDropped: SheetView;
  openRecent: SheetView;
  openSample: SheetView;
  closeSheet: null;
  read: SheetView;
  rows: RowsPage;
  nextProblem: { index: number | null };
  edit: SheetView;
  undo: SheetView;
  redo: SheetView;
  previewRepairs: RepairPreview[];
  repair: SheetView;
  replaceText: { view: SheetView; replaced: number };
  choices: { values: string[]; labels: string[] };
  plan: PlanView;
  create: { runId: string };
  pauseRun: null;
  resumeRun: null;
  stopRun: null;
  continueRun: null;
  runs: RunSummary[];
  run: RunView;
  reconcile: Candidate[];
  decide: RunView;
  readBack: ReadBackRow[];
  verifyAudit: { ok: boolean; message: string };
  backupNow: { file: string };
  mappings: MappingView[];
  nameMapping: MappingView[];
  applyMapping: SheetView;
  removeMapping: MappingView[];
  saveConnection: ConnectionView[];
  removeConnection: ConnectionView[];
  testConnection: { ok: boolean; message: string };
  syncCatalog: ConnectionView[];
  saveSettings: Settings;
};
export type ShellCommandOutput = {
  chooseSheet: SheetView | null;
  showResult: null;
  chooseResultsFolder: string | null;
  saveTemplate: { name: string } | null;
  saveReport: { name: string } | null;
  saveRepairs: { name: string; rows: number } | null;
  saveAudit: { name: string; events: number } | null;
  saveMappings: { name: string } | null;
  loadMappings: MappingView[] | null;
  showDataFolder: null;
  copyText: null;
};

/** What the engine tells without being asked. */
export type EngineEvent =
  | { type: 'loading'; step: 'reading' | 'matching' | 'checking'; rows: number }
  | { type: 'run-row'; runId: string; row: RunRow; totals: Totals }
  | { type: 'run-state'; run: RunSummary; /** Words for the log. */ message: string }
  | { type: 'run-waiting'; runId: string; ms: number; message: string }
  | {
      type: 'run-result';
      runId: string;
      result: { name: string; folder: string } | null;
      note: string | null;
    };

/** An error as it crosses a process: a code for programs, words for people. */
export type Failure = { code: string; message: string };
export type Reply<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** What the shell may ask of the window. */
export type MenuAction =
  | 'open'
  | 'undo'
  | 'redo'
  | 'find'
  | 'next-problem'
  | 'previous-problem'
  | 'history'
  | 'settings'
  | 'connections'
  | 'palette'
  | 'help';

/** The window's whole view of the world: `window.pbxOrders`. */
export type Bridge = {
  readonly [K in CommandName]: (input: CommandInput<K>) => Promise<Reply<CommandOutput[K]>>;
} & {
  readonly [K in ShellCommandName]: (input: ShellCommandInput<K>) => Promise<Reply<ShellCommandOutput[K]>>;
} & {
  /** Opens a file dropped on the window. */
  openFile(file: File): Promise<Reply<SheetView>>;
  /** Returns the function that stops listening. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** A sheet the shell opened (menu, file association, second launch). */
  onSheet(listener: (reply: Reply<SheetView>) => void): () => void;
  onMenu(listener: (action: MenuAction) => void): () => void;
  readonly platform: 'mac' | 'windows' | 'linux';
};

export type { FieldName, Level, MatchedColumn, Problem, Repair, ResultField };
