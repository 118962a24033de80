import type { RunRow, Share, Totals } from './contract';

/** What one page about a run says. Plain data; times are UTC milliseconds. */
export type RunReport = {
  runId: string;
  sheet: { name: string; folder: string; sha256: string; tab: string };
  connection: { name: string; kind: 'sandbox' | 'production' };
  operator: string;
  osUser: string;
  createdAt: number;
  /** First and last answer; null: nothing was sent. */
  firstAt: number | null;
  lastAt: number | null;
  timeZone: string;
  totals: Totals;
  stopReason: string | null;
  /** Over the PBXs that were created. */
  created: { extensions: number; concurrentCalls: number; recordingMinutes: number };
  byPlan: Share[];
  byRegion: Share[];
  rows: RunRow[];
  /** How many cells were corrected by the operator before they were sent. */
  editedCells: number;
};
