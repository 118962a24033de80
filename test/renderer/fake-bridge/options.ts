import type {
  ConnectionView,
  EngineEvent,
  FirstRowsView,
  HomeView,
  PlanView,
  RecentSheet,
  Settings,
} from '../../../app/engine/contract';

/** What a test may set before the window starts, on `window.fakeOptions`. */
export type FakeOptions = {
  settings?: Partial<Settings>;
  connections?: ConnectionView[];
  keychain?: boolean;
  recent?: RecentSheet[];
  notices?: HomeView['notices'];
  /** Orders of the sheet the open dialog yields; 0: the dialog is cancelled. */
  bigRows?: number;
  /** Milliseconds an order takes. */
  orderMs?: number;
  /** Rows whose answer is lost, and rows YCM refuses. */
  unconfirmedRows?: number[];
  rejectedRows?: number[];
  /** Commands that fail with this message. */
  failing?: Record<string, string>;
  /** Told when a sheet is chosen in the dialog, which is then answered when the test calls `fakeGoOn`. */
  firstRows?: FirstRowsView;
  /** Said of every plan, besides what its rows say. */
  planWarnings?: PlanView['warnings'];
  /** Milliseconds every page of rows takes. */
  rowsMs?: number;
};

declare global {
  interface Window {
    fakeOptions?: FakeOptions;
    /** Every command the window sent, for tests to look at. */
    fakeCalls?: { command: string; input: unknown }[];
    fakeClipboard?: string;
    fakeGoOn?: () => void;
    /** Lets the engine tell something. */
    fakeTell?: (event: EngineEvent) => void;
  }
}

export const options = (): FakeOptions => window.fakeOptions ?? {};

export const SANDBOX: ConnectionView = {
  name: 'sandbox',
  kind: 'sandbox',
  baseUrl: 'http://127.0.0.1:1',
  clientId: 'sandbox',
  hasSecret: true,
  catalogFetchedAt: Date.UTC(2026, 10, 24, 8),
};
export const PRODUCTION: ConnectionView = {
  name: 'Acme Distribution',
  kind: 'production',
  baseUrl: 'https://ycm.example.com',
  clientId: 'client-7',
  hasSecret: true,
  catalogFetchedAt: Date.UTC(2026, 10, 20, 8),
};

export const SETTINGS: Settings = {
  theme: 'system',
  language: 'en',
  timeZone: 'Europe/London',
  operator: 'Ada Clark',
  resultsFolder: null,
  canary: true,
  maxPbxs: null,
  maxExtensions: null,
  equalRejections: 5,
  unconfirmedInARow: 3,
  attempts: 6,
  longestWaitSeconds: 120,
};
