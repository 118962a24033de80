import type { Settings } from '../../app/engine/contract';
import { NumberInput } from '../parts/number-input';
import { useWords } from '../words/words';

const MOST = 1_000_000;
const MOST_REJECTIONS = 1000;

type LimitsPanelProps = { settings: Settings; onChange: (part: Partial<Settings>) => void };

/** What a run may do at most. */
export function LimitsPanel({ settings, onChange }: LimitsPanelProps): React.ReactNode {
  const w = useWords();
  return (
    <section className="panel form">
      <h2>{w.settingsLimits}</h2>
      <p className="quiet">{w.settingsLimitsIntro}</p>
      <div className="setting-row">
        <NumberInput
          label={w.settingsMaxPbxs}
          value={settings.maxPbxs}
          least={1}
          most={MOST}
          whenEmpty={w.settingsNoLimit}
          onChange={(maxPbxs) => onChange({ maxPbxs })}
        />
        <NumberInput
          label={w.settingsMaxExtensions}
          value={settings.maxExtensions}
          least={1}
          most={MOST}
          whenEmpty={w.settingsNoLimit}
          onChange={(maxExtensions) => onChange({ maxExtensions })}
        />
        <NumberInput
          label={w.settingsRejections}
          value={settings.equalRejections}
          least={1}
          most={MOST_REJECTIONS}
          onChange={(equalRejections) => equalRejections !== null && onChange({ equalRejections })}
        />
      </div>
      <p className="quiet">{w.settingsRejectionsHelp}</p>
    </section>
  );
}
