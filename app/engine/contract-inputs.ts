/** What a host may ask of the engine and the shell: zod schemas, because they cross a process. */
import * as z from 'zod';
import { LIMIT_BOUNDS } from './contract-limits';

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
  /** What `03/04/2027` and `1.250` mean in this sheet. */
  dateOrder: z.enum(['day-first', 'month-first']).nullable().optional(),
  decimalMark: z.enum(['.', ',']).nullable().optional(),
  /** Field to column letter, or null for "no column holds it". */
  map: z.record(fieldName, z.string().max(4).nullable()).optional(),
  /** A value for every row that has none of its own. */
  constants: z.record(fieldName, cellText).optional(),
});
export type ReadingChange = z.infer<typeof readingChange>;

/** Why, in the person's own words; kept with the decision. */
const reason = z.string().max(1000).exactOptional();
export const decision = z.discriminatedUnion('choice', [
  z.strictObject({ choice: z.literal('adopt'), row, cloudPbxId: z.string().regex(/^\d{1,20}$/), reason }),
  z.strictObject({ choice: z.literal('send-again'), row, reason }),
  z.strictObject({ choice: z.literal('leave'), row, reason }),
]);
export type Decision = z.infer<typeof decision>;

const within = ({ least, most }: { least: number; most: number }): z.ZodNumber =>
  z.number().int().min(least).max(most);
/** When a run stops by itself, and how patient it is. */
const limits = {
  /** Most PBXs and extensions one run may create; null: no cap. */
  maxPbxs: within(LIMIT_BOUNDS.maxPbxs).nullable(),
  maxExtensions: within(LIMIT_BOUNDS.maxExtensions).nullable(),
  /** A run stops after this many rejections in a row for one reason. */
  equalRejections: within(LIMIT_BOUNDS.equalRejections),
  /** And after this many orders in a row whose outcome is not known. */
  unconfirmedInARow: within(LIMIT_BOUNDS.unconfirmedInARow),
  /** How often an order that was certainly not sent is tried while YCM can't be reached or wants fewer requests. */
  attempts: within(LIMIT_BOUNDS.attempts),
  /** The waits in between grow up to this. */
  longestWaitSeconds: within(LIMIT_BOUNDS.longestWaitSeconds),
};
export const limitsSchema = z.strictObject(limits);
export type Limits = z.infer<typeof limitsSchema>;

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
  ...limits,
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
  saveReport: z.strictObject({
    runId,
    format: z.enum(['pdf', 'html']),
    /** What the run says in English, to what it is in the window's language. */
    sentences: z.record(z.string(), z.string()).optional(),
  }),
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
