import { CircleAlert, CircleCheck, SkipForward, TriangleAlert } from 'lucide-react';
import type { RowView } from '../../app/engine/contract';
import type { Words } from '../words/en';
import { useWords } from '../words/words';

/** A row's number in the file, and whether it can be created: by colour, icon and word. */
export function RowState({ row }: { row: RowView }): React.ReactNode {
  const w = useWords();
  const warned = row.state === 'ready' && row.problems.some((one) => one.level === 'warning');
  const [Icon, look] = warned
    ? ([TriangleAlert, 'warning'] as const)
    : (
        {
          ready: [CircleCheck, 'ready'],
          invalid: [CircleAlert, 'error'],
          skipped: [SkipForward, 'skipped'],
        } as const
      )[row.state];
  return (
    <>
      <Icon size={14} aria-hidden className={`row-state row-state-${look}`} />
      <span className="cell-text">{row.row}</span>
      <span className="unseen">, {rowStateWord(w, row)}</span>
    </>
  );
}

export function rowStateWord(w: Words, row: RowView): string {
  if (row.state === 'invalid') return w.stateInvalid;
  if (row.state === 'skipped') return w.stateSkipped;
  return row.problems.some((one) => one.level === 'warning') ? w.stateWarning : w.stateReady;
}
