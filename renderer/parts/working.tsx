import { LoaderCircle } from 'lucide-react';
import type { Working } from '../state/window-store';
import type { Words } from '../words/en';
import { useWords } from '../words/words';

function workingWords(w: Words, working: Working): string {
  switch (working.what) {
    case 'opening':
      return w.workingOpening;
    case 'plan':
      return w.workingPlan;
    case 'create':
      return w.workingCreate;
    case 'run':
      return w.workingRun;
    case 'home':
      return w.workingHome;
    case 'reconcile':
      return w.workingReconcile;
    case 'catalog':
      return w.workingCatalog;
    case 'audit':
      return w.workingAudit;
    case 'backup':
      return w.workingBackup;
    case 'read-back':
      return w.workingReadBack;
    case 'loading':
      return {
        reading: w.workingReading(working.rows),
        matching: w.workingMatching,
        checking: w.workingChecking(working.rows),
      }[working.step];
  }
}

/** What is being waited for, in words, as a line that doesn't move anything. */
export function WorkingLine({ working }: { working: Working | null }): React.ReactNode {
  const w = useWords();
  return (
    <div className="working-line" role="status">
      {working && <Waiting>{workingWords(w, working)}</Waiting>}
    </div>
  );
}

export function Waiting({ children }: { children: React.ReactNode }): React.ReactNode {
  return (
    <span className="waiting">
      <LoaderCircle size={16} aria-hidden className="spin" />
      {children}
    </span>
  );
}
