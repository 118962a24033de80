import type { Share } from '../../app/engine/contract';
import { said } from '../words/said';
import { useWords } from '../words/words';

/** How PBXs divide over a few labels, as bars with their figures beside them. */
export function ShareChart({ title, shares }: { title: string; shares: readonly Share[] }): React.ReactNode {
  const w = useWords();
  const most = Math.max(1, ...shares.map((share) => share.pbxs));
  return (
    <section className="chart">
      <h2>{title}</h2>
      <ul>
        {shares.map((share) => (
          <li key={share.label}>
            <span className="chart-label">{said(w, share.label)}</span>
            <span className="chart-value">{w.planShare(share.pbxs, share.extensions)}</span>
            <span className="chart-track" aria-hidden>
              <span className="chart-bar" style={{ width: `${(share.pbxs / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
