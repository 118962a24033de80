import type { Settings } from '../../app/engine/contract';
import { LIMIT_BOUNDS } from '../../app/engine/contract-limits';
import { NumberInput } from '../parts/number-input';
import { useWords } from '../words/words';

type LimitsPanelProps = { settings: Settings; onChange: (part: Partial<Settings>) => void };

/** What a run may create at most, when it stops by itself, and how patient it is. */
export function LimitsPanel({ settings, onChange }: LimitsPanelProps): React.ReactNode {
  const w = useWords();
  const number = (
    name: 'equalRejections' | 'unconfirmedInARow' | 'attempts' | 'longestWaitSeconds',
    label: string,
    help: string,
  ): React.ReactNode => (
    <NumberInput
      label={label}
      help={help}
      value={settings[name]}
      {...LIMIT_BOUNDS[name]}
      onChange={(value) => value !== null && onChange({ [name]: value })}
    />
  );
  return (
    <section className="panel form">
      <h2>{w.settingsLimits}</h2>
      <p className="quiet">{w.settingsLimitsIntro}</p>
      <div className="setting-row">
        <NumberInput
          label={w.settingsMaxPbxs}
          value={settings.maxPbxs}
          {...LIMIT_BOUNDS.maxPbxs}
          whenEmpty={w.settingsNoLimit}
          onChange={(maxPbxs) => onChange({ maxPbxs })}
        />
        <NumberInput
          label={w.settingsMaxExtensions}
          value={settings.maxExtensions}
          {...LIMIT_BOUNDS.maxExtensions}
          whenEmpty={w.settingsNoLimit}
          onChange={(maxExtensions) => onChange({ maxExtensions })}
        />
      </div>
      <div className="setting-row">
        {number('equalRejections', w.settingsRejections, w.settingsRejectionsHelp)}
        {number('unconfirmedInARow', w.settingsUnconfirmed, w.settingsUnconfirmedHelp)}
      </div>
      <div className="setting-row">
        {number('attempts', w.settingsAttempts, w.settingsAttemptsHelp)}
        {number('longestWaitSeconds', w.settingsLongestWait, w.settingsLongestWaitHelp)}
      </div>
    </section>
  );
}
