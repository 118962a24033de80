import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Faults } from './parts/faults';
import { FirstRows } from './screens/first-rows';
import { OpenScreen } from './screens/open-screen';
import { Shell } from './screens/shell';
import { useLater } from './state/later';
import { applySettings } from './state/settings-actions';
import { useWindow } from './state/window-store';
import { LANGUAGES, useLanguage } from './words/words';

/** For the moment in which the rest of the window is still being loaded. */
const NotYet = (): React.ReactNode => null;

/** The whole window. */
export function App(): React.ReactNode {
  const place = useWindow((state) => state.place);
  const firstRows = useWindow((state) => state.firstRows);
  const dialog = useWindow((state) => state.dialog);
  const said = useWindow((state) => state.said);
  const settings = useWindow((state) => state.home?.settings);
  const { tag } = LANGUAGES[useLanguage((state) => state.language)];
  useEffect(() => {
    if (settings) void applySettings(settings);
  }, [settings]);
  useEffect(() => {
    document.documentElement.lang = tag;
  }, [tag]);
  const later = useLater((state) => state.later);
  const Screen = place === 'open' ? OpenScreen : (later?.SCREENS[place] ?? NotYet);
  return (
    <I18nProvider locale={tag}>
      <Shell>
        <Faults key={place}>{firstRows ? <FirstRows first={firstRows} /> : <Screen />}</Faults>
      </Shell>
      {later && dialog === 'palette' && <later.CommandPalette />}
      {later && dialog === 'help' && <later.KeyboardHelp />}
      {later && dialog === 'report' && <later.ReportDialog />}
      {later && dialog === 'name-mapping' && <later.NameMapping />}
      <div className="unseen" aria-live="polite" role="status">
        {said}
      </div>
    </I18nProvider>
  );
}
