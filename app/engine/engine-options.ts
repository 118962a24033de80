import type { Secrets } from './connections';
import type { Limits, PlanView, ReadingChange, Totals } from './contract';

/** What an engine needs from its host. */
export type EngineOptions = {
  /** Folder of ledger, settings, catalogs and drafts; made when absent. Nothing is written elsewhere but where the user says. */
  dataDir: string;
  /** Of the app, for `User-Agent` and the window. */
  version: string;
  secrets: Secrets;
  /** The operating-system user, as the audit trail keeps it. */
  osUser: string;
  /** The person's name until the settings say another. Absent: the operating-system user. */
  operator?: string;
  /** IANA name, until the settings say another. Absent: the system's. */
  timeZone?: string;
  /** Folder of the sample sheets. */
  samplesDir?: string;
  /** The runtime is one for development, not for production. */
  developmentRuntime?: boolean;
  /** UTC milliseconds. */
  now?: () => number;
  /** From 0 up to 1. */
  random?: () => number;
  /** Resolves after `ms`, or as soon as the signal aborts. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The one that follows the system's proxy, in the desktop app. */
  fetch?: typeof globalThis.fetch;
  /** Where the details of unforeseen errors go: the log. Never shown to people. */
  report?: (error: unknown) => void;
};

/** How a sheet is to be opened. */
export type OpenOptions = {
  /** The connection whose catalog and past orders it is checked against. */
  connection: string;
  /** How to read it, where that differs from what would be found. */
  change?: ReadingChange;
  /** False: neither the work left on this file nor a remembered mapping is used, and nothing is remembered. */
  useDraft: boolean;
};

/** How a sheet's orders are to be submitted. */
export type SubmitOptions = {
  /** Full path of the result file; absent: beside the sheet, or in the results folder of the settings. */
  out?: string;
  /** Create the first order alone and compare it before the rest goes. Absent: as the settings say. */
  canary?: boolean;
  /** What is absent is as the settings say. */
  limits?: Partial<Limits>;
  /** Shown what would be created, before anything is; false: nothing is sent (EngineError `not-agreed`). */
  agree?: (plan: PlanView) => Promise<boolean>;
  /** Stops it, also while it is only being planned: an order that was not sent yet is then not sent. */
  signal?: AbortSignal;
};

/** How a run ended. */
export type RunOutcome = {
  /** Absent: nothing was submitted, because no row was ready. */
  runId?: string;
  totals: Totals;
  /** In words; null: it went to its end. */
  stopReason: string | null;
  /** Full path of the result file; null: none could be written. */
  result: string | null;
  /** Words about the result file, such as that it got another name because it was open elsewhere. */
  resultNote: string | null;
};

/** A file that was written; `note`: words for the operator when it was written elsewhere than asked. */
export type WrittenFile = { path: string; note: string | null };
