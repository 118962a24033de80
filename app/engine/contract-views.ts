/** What the engine shows of sheets, plans and runs: plain, cloneable data. */
import type { FieldName, Level, MatchedColumn, Problem, ProblemCode, Repair } from '../orders';
import type { RowState, Settings } from './contract-inputs';

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
  /** False: the system has no keychain, so a secret is kept in memory until the app ends. */
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

/** Rows as they stand in a file that is being read. `sheetName`: the tab; '' in a text file. */
export type FirstRowsView = {
  fileName: string;
  sheetName: string;
  rows: { row: number; texts: string[] }[];
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
  /** What the operator said `03/04/2027` and `1.250` mean here; null: as the cells themselves show. */
  dateOrder: 'day-first' | 'month-first' | null;
  decimalMark: '.' | ',' | null;
  counts: { rows: number; ready: number; invalid: number; skipped: number; warnings: number; edited: number };
  groups: ProblemGroup[];
  undo: string | null;
  redo: string | null;
  catalog: { connection: string; fetchedAt: number; old: boolean };
  /** The run this sheet's rows belong to, when it was submitted before. */
  runId: string | null;
  /** The repair workbook that was opened: its rows were put into this sheet, to which they belong. */
  merged: { name: string; rows: number } | null;
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
  /** Row 0: about no row in particular. */
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
/** What a person decided about an unconfirmed order. `reason`: as they gave it, after the PBX they named; '' when neither. */
export type DecisionView = {
  row: number;
  at: number;
  decidedBy: string;
  choice: 'adopt' | 'send-again' | 'leave';
  reason: string;
};
export type MappingView = { name: string; fields: number; constants: number; usedAt: number };
export type RunView = RunSummary & {
  rows: RunRow[];
  /** In the order they were made. */
  decisions: DecisionView[];
  result: { name: string; folder: string } | null;
  resultNote: string | null;
};
