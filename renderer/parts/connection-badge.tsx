import { FlaskConical, Zap } from 'lucide-react';
import type { ConnectionView } from '../../app/engine/contract';
import { useWords } from '../words/words';

type Kind = ConnectionView['kind'];

/** Sandbox, calm, or production, unmistakable: by colour, icon and word. */
export function ConnectionBadge({ kind, name }: { kind: Kind; name?: string }): React.ReactNode {
  const w = useWords();
  const Icon = kind === 'sandbox' ? FlaskConical : Zap;
  return (
    <span
      className={`connection-badge connection-${kind}`}
      title={kind === 'sandbox' ? w.sandboxBadgeHelp : `${name ?? ''} ${w.productionBadgeHelp}`.trim()}
    >
      <Icon size={14} aria-hidden />
      {kind === 'sandbox' ? w.sandboxBadge : w.productionBadge}
      {name !== undefined && kind === 'production' && <span className="connection-name">{name}</span>}
    </span>
  );
}
