/** All of the window but its frame, its first screen and the first rows of a file. state/later.ts loads it. */
// First, because schemas are made while the others load.
// oxlint-disable-next-line import/no-unassigned-import
import './no-eval';
import { ColumnsScreen } from './screens/columns-screen';
import { ConnectionsScreen } from './screens/connections-screen';
import { CreateScreen } from './screens/create-screen';
import { HistoryScreen } from './screens/history-screen';
import { PlanScreen } from './screens/plan-screen';
import { ReconcileScreen } from './screens/reconcile-screen';
import { ResultsScreen } from './screens/results-screen';
import { ReviewScreen } from './screens/review-screen';
import { SettingsScreen } from './screens/settings-screen';
import type { Place } from './state/window-store';

export { CommandPalette } from './parts/command-palette';
export { KeyboardHelp } from './parts/keyboard-help';
export { NameMapping } from './screens/mappings-panel';
export { ReportDialog } from './screens/report-dialog';

export const SCREENS: Record<Exclude<Place, 'open'>, () => React.ReactNode> = {
  columns: ColumnsScreen,
  review: ReviewScreen,
  plan: PlanScreen,
  create: CreateScreen,
  results: ResultsScreen,
  reconcile: ReconcileScreen,
  history: HistoryScreen,
  connections: ConnectionsScreen,
  settings: SettingsScreen,
};
