import { FileSpreadsheet, FileText, FolderOpen, ScanSearch } from 'lucide-react';
import type { RunView, Totals } from '../../app/engine/contract';
import { Button } from '../parts/button';
import { ConnectionBadge } from '../parts/connection-badge';
import { RunTable } from '../parts/run-table';
import { Screen } from '../parts/screen';
import { go } from '../state/navigate';
import { readBack, showResult } from '../state/run-actions';
import { set, useWindow } from '../state/window-store';
import { dateTime, figure } from '../words/format';
import { said } from '../words/said';
import { useWords } from '../words/words';
import { LeftToDo } from './left-to-do';
import { ReadBack } from './read-back';

/** How a run ended: sums that add up, every row, the file, and what can still be done. */
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
      aside={
        <div className="results-more">
          <ConnectionBadge kind={run.connectionKind} name={run.connection} />
          <Button icon={ScanSearch} isDisabled={totals.created === 0} onPress={() => void readBack()}>
            {w.resultsReadBack}
          </Button>
          <Button icon={FileText} onPress={() => set({ dialog: 'report' })}>
            {w.resultsReport}
          </Button>
        </div>
      }
      footer={
        <>
          <Button onPress={() => go('open')}>{w.resultsAnother}</Button>
          <ResultButtons run={run} />
        </>
      }
    >
      <LeftToDo run={run} />
      <ReadBack />
      <Sums totals={totals} />
      <RunTable rows={run.rows} decisions={run.decisions} />
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
  if (!run.result)
    return (
      <span className="quiet">{run.resultNote === null ? w.resultsNoFile : said(w, run.resultNote)}</span>
    );
  return (
    <span className="result-buttons">
      <span className="result-file">
        <span className="result-name">{run.result.name}</span>
        <span className="quiet">
          {run.resultNote === null ? w.resultsFileIn(run.result.folder) : said(w, run.resultNote)}
        </span>
      </span>
      <Button icon={FolderOpen} onPress={() => void showResult('folder')}>
        {w.resultsFolder}
      </Button>
      <Button look="main" icon={FileSpreadsheet} onPress={() => void showResult('open')}>
        {w.resultsOpen}
      </Button>
    </span>
  );
}
