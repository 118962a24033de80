import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { Level } from '../../app/engine/contract';
import { levelWord } from '../words/states';
import { useWords } from '../words/words';

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info, good: CircleCheck };
/** A problem's level, or that something went well. */
type Mood = Level | 'good';

/** The icon of a level; decoration, the word stands beside it. */
export function LevelIcon({ level, size = 16 }: { level: Mood; size?: number }): React.ReactNode {
  const Icon = ICONS[level];
  return <Icon size={size} aria-hidden className={`level-icon level-${level}`} />;
}

/** Words that stay until the state they tell of is over. */
export function Notice({
  level,
  children,
  actions,
}: {
  level: Mood;
  children: React.ReactNode;
  actions?: React.ReactNode;
}): React.ReactNode {
  const w = useWords();
  return (
    <div className={`notice notice-${level}`} role={level === 'error' ? 'alert' : 'note'}>
      <LevelIcon level={level} size={18} />
      {level !== 'good' && <span className="unseen">{levelWord(w, level)}: </span>}
      <div className="notice-text">{children}</div>
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
    </div>
  );
}

/** What a screen shows while it has nothing else. */
export function Emptiness({
  title,
  children,
}: {
  title: string;
  children?: React.ReactNode;
}): React.ReactNode {
  return (
    <div className="emptiness">
      <p className="emptiness-title">{title}</p>
      {children}
    </div>
  );
}
