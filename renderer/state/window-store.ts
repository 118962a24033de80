import { create } from 'zustand';
import type {
  Candidate,
  ConnectionView,
  Failure,
  FirstRowsView,
  HomeView,
  MappingView,
  PlanView,
  ReadBackRow,
  RowFilter,
  RunSummary,
  RunView,
  SheetView,
} from '../../app/engine/contract';
import type { Words } from '../words/en';

export const STEPS = ['open', 'columns', 'review', 'plan', 'create', 'results'] as const;
export type Step = (typeof STEPS)[number];
export type Place = Step | 'history' | 'connections' | 'settings' | 'reconcile';
export type Working =
  | {
      what:
        | 'opening'
        | 'plan'
        | 'create'
        | 'run'
        | 'home'
        | 'reconcile'
        | 'catalog'
        | 'read-back'
        | 'audit'
        | 'backup';
    }
  | { what: 'loading'; step: 'reading' | 'matching' | 'checking'; rows: number };
/** A line of the log; its text is made anew in each language. */
export type LogLine = { at: number; text: (w: Words) => string; level: 'error' | 'warning' | 'note' };

/** All the window knows but the rows of the grid. */
export type WindowState = {
  home: HomeView | null;
  place: Place;
  /** The step to go back to from history, connections and settings. */
  step: Step;
  sheet: SheetView | null;
  filter: RowFilter;
  problemsShown: boolean;
  findShown: boolean;
  /** Name of the connection orders are planned for; null: that the sheet is checked against. */
  connection: string | null;
  plan: PlanView | null;
  run: RunView | null;
  runs: RunSummary[] | null;
  /** Moments (ms) at which orders of the current run were answered, for rate and time left. */
  answered: number[];
  waiting: { until: number; message: string } | null;
  log: LogLine[];
  candidates: Candidate[] | null;
  working: Working | null;
  /** Of the large file being opened, until it is. */
  firstRows: FirstRowsView | null;
  failure: Failure | null;
  /** Why what was done to a sheet is not saved, as the engine says it; null: it is. */
  unsaved: string | null;
  /** What was done, in words, until it is dismissed or another place is shown. */
  news: string | null;
  /** `production` and `stop` are the questions before anything is paid for and before a run is stopped. */
  dialog: 'palette' | 'help' | 'production' | 'stop' | 'report' | 'name-mapping' | null;
  readBack: ReadBackRow[] | null;
  mappings: MappingView[] | null;
  /** What a screen reader is told, politely. */
  said: string;
};

export const useWindow = create<WindowState>(() => ({
  home: null,
  place: 'open',
  step: 'open',
  sheet: null,
  filter: {},
  problemsShown: true,
  findShown: false,
  connection: null,
  plan: null,
  run: null,
  runs: null,
  answered: [],
  waiting: null,
  log: [],
  candidates: null,
  working: null,
  firstRows: null,
  failure: null,
  unsaved: null,
  news: null,
  dialog: null,
  readBack: null,
  mappings: null,
  said: '',
}));

export const set = useWindow.setState;
export const get = useWindow.getState;

export const isStep = (place: Place): place is Step => STEPS.some((step) => step === place);

/** Tells a screen reader, without moving the focus. The same words twice are told twice. */
export function say(text: string): void {
  set((state) => ({ said: state.said === text ? `${text}\u00a0` : text }));
}

/** Tells everyone, where it stays to be read. */
export const tell = (news: string): void => set({ news });

/** The connection orders will be created in. */
export function currentConnection(state: WindowState): ConnectionView | null {
  const name = state.connection ?? state.sheet?.catalog.connection ?? 'sandbox';
  const { connections } = state.home ?? { connections: [] };
  return connections.find((one) => one.name === name) ?? connections[0] ?? null;
}
