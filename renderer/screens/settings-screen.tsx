import { useState } from 'react';
import { Switch } from 'react-aria-components/Switch';
import type { Settings } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { Screen } from '../parts/screen';
import { TextInput } from '../parts/text-input';
import { ask } from '../state/ask';
import { goBackToStep } from '../state/navigate';
import { saveSettings } from '../state/settings-actions';
import { say, useWindow } from '../state/window-store';
import { LANGUAGES, useWords, words } from '../words/words';
import { AuditPanel } from './audit-panel';
import { DataPanel } from './data-panel';
import { LimitsPanel } from './limits-panel';
import { MappingsPanel } from './mappings-panel';

const THEMES = ['system', 'light', 'dark'] as const;
const LANGUAGE_IDS = ['system', 'en', 'zh', 'de', 'es'] as const;

/** Theme, language, name, time zone, results. Each change is saved at once. */
export function SettingsScreen(): React.ReactNode {
  const w = useWords();
  const home = useWindow((state) => state.home);
  if (!home) return <Screen title={w.settingsTitle}>{null}</Screen>;
  const { settings } = home;
  const change = async (part: Partial<Settings>): Promise<void> => {
    if (await saveSettings(part)) say(words().settingsSaved);
  };
  const zones = home.timeZones.includes(settings.timeZone)
    ? home.timeZones
    : [settings.timeZone, ...home.timeZones];
  const themes = { system: w.settingsThemeSystem, light: w.settingsThemeLight, dark: w.settingsThemeDark };
  const languages = LANGUAGE_IDS.flatMap((id) => {
    if (id === 'system') return { id, label: w.settingsLanguageSystem };
    return id in LANGUAGES ? { id, label: LANGUAGES[id as keyof typeof LANGUAGES].name } : [];
  });
  return (
    <Screen title={w.settingsTitle} footer={<Button onPress={goBackToStep}>{w.back}</Button>}>
      <section className="panel form">
        <h2>{w.settingsAppearance}</h2>
        <Choice
          label={w.settingsTheme}
          options={THEMES.map((id) => ({ id, label: themes[id] }))}
          value={settings.theme}
          onChange={(id) => void change({ theme: THEMES.find((one) => one === id) ?? 'system' })}
        />
        <Choice
          label={w.settingsLanguage}
          options={languages}
          value={settings.language}
          onChange={(id) => void change({ language: LANGUAGE_IDS.find((one) => one === id) ?? 'system' })}
        />
      </section>
      <section className="panel form">
        <h2>{w.settingsWork}</h2>
        <OperatorInput operator={settings.operator} onChange={(operator) => void change({ operator })} />
        <Choice
          label={w.settingsTimeZone}
          help={w.settingsTimeZoneHelp}
          options={zones.map((zone) => ({ id: zone, label: zone }))}
          value={settings.timeZone}
          onChange={(timeZone) => void change({ timeZone })}
        />
        <ResultsFolder settings={settings} onChange={(resultsFolder) => void change({ resultsFolder })} />
        <Switch
          className="switch"
          isSelected={settings.canary}
          onChange={(canary) => void change({ canary })}
        >
          <span className="switch-track" aria-hidden>
            <span className="switch-thumb" />
          </span>
          <span>
            {w.settingsCanary}
            <span className="switch-help">{w.settingsCanaryHelp}</span>
          </span>
        </Switch>
      </section>
      <LimitsPanel settings={settings} onChange={(part) => void change(part)} />
      <MappingsPanel />
      <AuditPanel />
      <DataPanel folder={home.dataFolder} />
      <section className="panel">
        <h2>{w.settingsAbout}</h2>
        <p>{w.settingsVersion(home.version)}</p>
        {home.developmentRuntime && <p>{w.developmentRuntime}</p>}
      </section>
    </Screen>
  );
}

function OperatorInput({
  operator,
  onChange,
}: {
  operator: string;
  onChange: (operator: string) => void;
}): React.ReactNode {
  const w = useWords();
  const [typed, setTyped] = useState(operator);
  return (
    <TextInput
      label={w.settingsOperator}
      help={w.settingsOperatorHelp}
      value={typed}
      onChange={setTyped}
      onLeave={() => typed.trim() !== operator && onChange(typed.trim())}
    />
  );
}

function ResultsFolder({
  settings,
  onChange,
}: {
  settings: Settings;
  onChange: (folder: string | null) => void;
}): React.ReactNode {
  const w = useWords();
  const choose = async (): Promise<void> => {
    const folder = await ask(bridge().chooseResultsFolder({}));
    if (folder !== null) onChange(folder);
  };
  return (
    <div className="setting">
      <span className="label">{w.settingsResults}</span>
      <span>{settings.resultsFolder ?? w.settingsResultsBeside}</span>
      <div className="setting-buttons">
        <Button onPress={() => void choose()}>{w.settingsResultsChoose}</Button>
        {settings.resultsFolder !== null && (
          <Button look="quiet" onPress={() => onChange(null)}>
            {w.settingsResultsReset}
          </Button>
        )}
      </div>
    </div>
  );
}
