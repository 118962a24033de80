const n = (value: number): string => value.toLocaleString('en');
const of = (count: number, one: string, many: string): string => `${n(count)} ${count === 1 ? one : many}`;

/** The words of the page about a run. */
export const en = {
  tag: 'en',
  title: (sheet: string, created: number, rows: number) => `${sheet}: ${n(created)} of ${n(rows)} created`,
  lead: (connection: string) => `Cloud PBXs ordered on ${connection}`,
  production: 'Production',
  sandbox: 'Sandbox',
  rows: 'Rows',
  created: 'Created',
  rejected: 'Rejected',
  skipped: 'Skipped',
  unconfirmed: 'Unconfirmed',
  notSent: 'Not sent',
  invalid: 'Invalid',
  sending: 'Being sent',
  stopped: 'The run stopped:',
  bought: 'What was bought',
  sums: (pbxs: number, extensions: number, calls: number, minutes: number) =>
    `${of(pbxs, 'PBX', 'PBXs')} with ${of(extensions, 'extension', 'extensions')}, ${of(calls, 'concurrent call', 'concurrent calls')} and ${of(minutes, 'recording minute', 'recording minutes')} above each PBX’s free 500.`,
  byPlan: 'By plan',
  byRegion: 'By region',
  pbxs: 'PBXs',
  extensions: 'Extensions',
  row: 'Row',
  name: 'Name',
  address: 'Address',
  state: 'State',
  why: 'Why',
  others: 'Not created, and why',
  origin: 'Where it comes from',
  nothingSent: 'nothing was sent',
  run: 'Run',
  sheet: 'Sheet',
  corrected: 'Cells corrected',
  operator: 'Operator',
  submitted: 'Submitted',
  firstAnswer: 'First answer',
  lastAnswer: 'Last answer',
  footer:
    'Made by PBX Orders from its ledger. Created + rejected + skipped + unconfirmed + not sent + invalid = rows.',
};

export type ReportWords = typeof en;
