import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { CommandPalette } from './parts/command-palette';
import { Faults } from './parts/faults';
import { KeyboardHelp } from './parts/keyboard-help';
import { ColumnsScreen } from './screens/columns-screen';
import { ConnectionsScreen } from './screens/connections-screen';
import { CreateScreen } from './screens/create-screen';
import { FirstRows } from './screens/first-rows';
import { HistoryScreen } from './screens/history-screen';
import { NameMapping } from './screens/mappings-panel';
import { OpenScreen } from './screens/open-screen';
import { PlanScreen } from './screens/plan-screen';
import { ReconcileScreen } from './screens/reconcile-screen';
import { ReportDialog } from './screens/report-dialog';
import { ResultsScreen } from './screens/results-screen';
import { ReviewScreen } from './screens/review-screen';
import { SettingsScreen } from './screens/settings-screen';
import { Shell } from './screens/shell';
import { applySettings } from './state/settings-actions';
import { useWindow, type Place } from './state/window-store';
import { LANGUAGES, useLanguage } from './words/words';

const SCREENS: Record<Place, () => React.ReactNode> = {
  open: OpenScreen,
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

/** The whole window. */
export function App(): React.ReactNode {
  const place = useWindow((state) => state.place);
  const firstRows = useWindow((state) => state.firstRows);
  const dialog = useWindow((state) => state.dialog);
  const said = useWindow((state) => state.said);
  const settings = useWindow((state) => state.home?.settings);
  const { tag } = LANGUAGES[useLanguage((state) => state.language)];
  useEffect(() => {
    if (settings) applySettings(settings);
  }, [settings]);
  useEffect(() => {
    document.documentElement.lang = tag;
  }, [tag]);
  const Screen = SCREENS[place];
  return (
    <I18nProvider locale={tag}>
      <Shell>
        <Faults key={place}>{firstRows ? <FirstRows first={firstRows} /> : <Screen />}</Faults>
      </Shell>
      {dialog === 'palette' && <CommandPalette />}
      {dialog === 'help' && <KeyboardHelp />}
      {dialog === 'report' && <ReportDialog />}
      {dialog === 'name-mapping' && <NameMapping />}
      <div className="unseen" aria-live="polite" role="status">
        {said}
      </div>
    </I18nProvider>
  );
}
