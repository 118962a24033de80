import { FileDown, Pencil, Play, RotateCw } from 'lucide-react';
import type { RunView } from '../../app/engine/contract';
import { Button } from '../parts/button';
import { Notice } from '../parts/notice';
import { saveRepairs } from '../state/file-actions';
import { go } from '../state/navigate';
import { continueRun, reconcile } from '../state/run-actions';
import { showRows } from '../state/sheet-actions';
import { useWindow } from '../state/window-store';
import { said } from '../words/said';
import { useWords } from '../words/words';

/** What a run left behind, each with the way on: unconfirmed, not sent, failed. */
export function LeftToDo({ run }: { run: RunView }): React.ReactNode {
  const w = useWords();
  const { totals } = run;
  const failed = totals.rejected + totals.invalid;
  // The sheet is open only right after its run, not when the run comes from the history.
  const isOpen = useWindow((state) => state.sheet?.runId === run.id);
  return (
    <>
      {run.stopReason !== null && (
        <Notice level="warning">
          <strong>{w.resultsStopped}</strong> {said(w, run.stopReason)}
        </Notice>
      )}
      {totals.unconfirmed > 0 && (
        <Notice
          level="warning"
          actions={
            <Button icon={RotateCw} onPress={() => void reconcile()}>
              {w.resultsReconcile(totals.unconfirmed)}
            </Button>
          }
        >
          {w.resultsUnconfirmedText(totals.unconfirmed)}
        </Notice>
      )}
      {totals.notSent > 0 && run.state === 'stopped' && (
        <Notice
          level="note"
          actions={
            <Button icon={Play} onPress={() => void continueRun(run)}>
              {w.resultsContinue(totals.notSent)}
            </Button>
          }
        >
          {w.resultsNotSentText(totals.notSent)}
        </Notice>
      )}
      {failed > 0 && (
        <Notice
          level="note"
          actions={
            <>
              {isOpen && (
                <Button
                  icon={Pencil}
                  onPress={() => {
                    showRows({ states: totals.invalid > 0 ? ['invalid'] : ['invalid', 'ready'] });
                    go('review');
                  }}
                >
                  {w.resultsFixHere}
                </Button>
              )}
              <Button icon={FileDown} onPress={() => void saveRepairs()}>
                {w.resultsRepairs(failed)}
              </Button>
            </>
          }
        >
          {w.resultsFailedText(failed)}
        </Notice>
      )}
    </>
  );
}
