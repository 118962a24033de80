import { FileSpreadsheet, FolderOpen, Play, RotateCw } from 'lucide-react';
import type { RunView, Totals } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { Button } from '../parts/button';
import { ConnectionBadge } from '../parts/connection-badge';
import { Notice } from '../parts/notice';
import { RunTable } from '../parts/run-table';
import { Screen } from '../parts/screen';
import { ask } from '../state/ask';
import { go } from '../state/navigate';
import { continueRun, reconcile } from '../state/run-actions';
import { useWindow } from '../state/window-store';
import { dateTime, figure } from '../words/format';
import { useWords } from '../words/words';

/** How a run ended: sums that add up, every row, the file. */
export function ResultsScreen(): React.ReactNode {
  const w = useWords();
  const run = useWindow((state) => state.run);
  if (!run) return <Screen title={w.createNoRun}>{null}</Screen>;
  const { totals } = run;
  const whole = totals.created === totals.rows;
  return (
    <Screen
      full
      title={whole ? w.resultsTitleAll(totals.created) : w.resultsTitlePart(totals.created, totals.rows)}
      intro={`${run.sheetName} · ${w.resultsMade(dateTime(run.createdAt), run.operator)}`}
      aside={<ConnectionBadge kind={run.connectionKind} name={run.connection} />}
      footer={
        <>
          <Button onPress={() => go('open')}>{w.resultsAnother}</Button>
          <ResultButtons run={run} />
        </>
      }
    >
      {run.stopReason !== null && (
        <Notice level="warning">
          <strong>{w.resultsStopped}:</strong> {run.stopReason}
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
          {w.resultsUnconfirmedText}
        </Notice>
      )}
      {totals.notSent > 0 && run.state !== 'running' && (
        <Notice
          level="note"
          actions={
            <Button icon={Play} onPress={() => void continueRun(run)}>
              {w.resultsContinue(totals.notSent)}
            </Button>
          }
        >
          {w.openUnfinishedLine(totals.notSent, 0)}
        </Notice>
      )}
      <Sums totals={totals} />
      <RunTable rows={run.rows} />
    </Screen>
  );
}

function Sums({ totals }: { totals: Totals }): React.ReactNode {
  const w = useWords();
  const parts = [
    ['created', w.resultsCreated, totals.created],
    ['rejected', w.resultsRejected, totals.rejected],
    ['unconfirmed', w.resultsUnconfirmed, totals.unconfirmed],
    ['notSent', w.resultsNotSent, totals.notSent],
    ['skipped', w.resultsSkipped, totals.skipped],
    ['invalid', w.resultsInvalid, totals.invalid],
  ] as const;
  return (
    <dl className="sums" title={w.resultsSum}>
      {parts.map(([key, label, count]) => (
        <div key={key} className={count > 0 ? `sum sum-${key}` : 'sum sum-zero'}>
          <dt>{label}</dt>
          <dd>{figure(count)}</dd>
        </div>
      ))}
      <div className="sum sum-rows">
        <dt>{w.resultsRows}</dt>
        <dd>{figure(totals.rows)}</dd>
      </div>
    </dl>
  );
}

function ResultButtons({ run }: { run: RunView }): React.ReactNode {
  const w = useWords();
  const show = (how: 'open' | 'folder'): void => void ask(bridge().showResult({ runId: run.id, how }));
  if (!run.result) return <span className="quiet">{run.resultNote ?? w.resultsNoFile}</span>;
  return (
    <span className="result-buttons">
      <span className="result-file">
        <span className="result-name">{run.result.name}</span>
        <span className="quiet">{run.resultNote ?? w.resultsFileIn(run.result.folder)}</span>
      </span>
      <Button icon={FolderOpen} onPress={() => show('folder')}>
        {w.resultsFolder}
      </Button>
      <Button look="main" icon={FileSpreadsheet} onPress={() => show('open')}>
        {w.resultsOpen}
      </Button>
    </span>
  );
}
