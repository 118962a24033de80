/**
 * What a host (the window, and tests) may ask of the engine, and what the engine tells it.
 * Inputs are zod schemas because they cross a process; outputs are plain, cloneable data.
 */
import type { FieldName, Level, MatchedColumn, Problem, Repair, ResultField } from '../orders';
import type {
  CommandInput,
  CommandName,
  Settings,
  ShellCommandInput,
  ShellCommandName,
} from './contract-inputs';
import type {
  Candidate,
  ConnectionView,
  FirstRowsView,
  HomeView,
  MappingView,
  PlanView,
  ReadBackRow,
  RepairPreview,
  RowsPage,
  RunRow,
  RunSummary,
  RunView,
  SheetView,
  Totals,
} from './contract-views';

export * from './contract-inputs';
export type * from './contract-views';

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
  /** The beginning of a large file as it stands there, before it is read and checked as a whole. */
  | { type: 'first-rows'; first: FirstRowsView }
  /** Why what was done to a sheet can't be saved, in words; null: it is saved again. */
  | { type: 'unsaved'; message: string | null }
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

/** What the shell may ask of the window: its commands, by the names it has for them. */
export type MenuAction =
  | 'open'
  | 'sample'
  | 'sample-fixing'
  | 'template'
  | 'undo'
  | 'redo'
  | 'find'
  | 'fill-down'
  | 'next-problem'
  | 'previous-problem'
  | 'repair-cell'
  | 'problems'
  | 'show-all'
  | 'show-invalid'
  | 'show-problems'
  | 'name-mapping'
  | 'next'
  | 'back'
  | 'step-open'
  | 'step-columns'
  | 'step-review'
  | 'step-plan'
  | 'step-create'
  | 'step-results'
  | 'next-area'
  | 'previous-area'
  | 'create'
  | 'pause'
  | 'stop'
  | 'continue-run'
  | 'reconcile'
  | 'open-result'
  | 'result-folder'
  | 'report'
  | 'repairs'
  | 'read-back'
  | 'history'
  | 'settings'
  | 'connections'
  | 'palette'
  | 'theme-system'
  | 'theme-light'
  | 'theme-dark'
  | 'backup'
  | 'data-folder'
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
