import { ArrowRight, Pause, Play, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { RunView } from '../../app/engine/contract';
import { Button } from '../parts/button';
import { ConnectionBadge } from '../parts/connection-badge';
import { Dialog } from '../parts/dialog';

import { RunTable } from '../parts/run-table';
import { Screen } from '../parts/screen';
import { estimate } from '../state/estimate';
import { go } from '../state/navigate';
import { steerRun } from '../state/run-actions';
import { set, useWindow } from '../state/window-store';
import type { Words } from '../words/en';
import { said } from '../words/said';
import { useWords } from '../words/words';
import { RunLog } from './run-log';

const answeredOf = ({ totals }: RunView): number => totals.rows - totals.notSent;

/** A run as it goes. */
export function CreateScreen(): React.ReactNode {
  const w = useWords();
  const run = useWindow((state) => state.run);
  if (!run) return <Screen title={w.createNoRun}>{null}</Screen>;
  const live = run.state === 'running' || run.state === 'paused';
  const title = {
    running: w.createTitle(answeredOf(run), run.totals.rows),
    paused: w.createPausedTitle,
    stopped: w.createStoppedTitle,
    finished: w.createDoneTitle,
  }[run.state];
  return (
    <Screen
      full
      title={title}
      intro={live ? w.createSafe : said(w, run.stopReason ?? '') || undefined}
      aside={<ConnectionBadge kind={run.connectionKind} name={run.connection} />}
      footer={
        <>
          <span className="footer-left">{live && <Steering run={run} />}</span>
          <Button look="main" icon={ArrowRight} isDisabled={live} onPress={() => go('results')}>
            {w.createSeeResults}
          </Button>
        </>
      }
    >
      <Progress run={run} />
      <div className="create-layout">
        <RunTable rows={run.rows} decisions={run.decisions} follow={run.state === 'running'} />
        <RunLog />
      </div>
    </Screen>
  );
}

function Steering({ run }: { run: RunView }): React.ReactNode {
  const w = useWords();
  const asking = useWindow((state) => state.dialog === 'stop');
  const close = (): void => set({ dialog: null });
  return (
    <>
      {run.state === 'paused' ? (
        <Button icon={Play} onPress={() => void steerRun('resumeRun')}>
          {w.createResume}
        </Button>
      ) : (
        <Button icon={Pause} onPress={() => void steerRun('pauseRun')}>
          {w.createPause}
        </Button>
      )}
      <Button icon={Square} onPress={() => set({ dialog: 'stop' })}>
        {w.createStop}
      </Button>
      {asking && (
        <Dialog
          question
          title={w.createStopTitle}
          onClose={close}
          buttons={
            <>
              <Button onPress={close}>{w.cancel}</Button>
              <Button
                look="danger"
                onPress={() => {
                  close();
                  void steerRun('stopRun');
                }}
              >
                {w.createStop}
              </Button>
            </>
          }
        >
          <p>{w.createStopText}</p>
        </Dialog>
      )}
    </>
  );
}

function Progress({ run }: { run: RunView }): React.ReactNode {
  const w = useWords();
  const answered = useWindow((state) => state.answered);
  const waiting = useWindow((state) => state.waiting);
  const now = useSeconds(run.state === 'running');
  const { totals } = run;
  const done = answeredOf(run);
  const guess = estimate(answered, totals.notSent);
  return (
    <section className="progress">
      <ProgressBar
        aria-label={w.createProgress}
        value={done}
        maxValue={Math.max(1, totals.rows)}
        valueLabel={w.ofTotal(done, totals.rows)}
      >
        {({ percentage }) => (
          <div className="progress-track">
            <div className={`progress-bar progress-${run.state}`} style={{ width: `${percentage ?? 0}%` }} />
          </div>
        )}
      </ProgressBar>
      <p className="progress-words">
        <span>{w.ofTotal(done, totals.rows)}</span>
        {run.state === 'running' && guess && <span>{w.createRate(guess.perMinute)}</span>}
        {run.state === 'running' && (
          <span>
            {guess
              ? w.createTimeLeft(duration(w, guess.lowMs), duration(w, guess.highMs))
              : w.createTimeUnknown}
          </span>
        )}
        {waiting && waiting.until > now && (
          <span>{w.createWaiting(Math.ceil((waiting.until - now) / 1000), said(w, waiting.message))}</span>
        )}
      </p>
    </section>
  );
}

/** The time, each second while it matters. */
function useSeconds(active: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [active]);
  return now;
}

function duration(w: Words, ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return w.createSeconds(seconds < 10 ? seconds : Math.round(seconds / 5) * 5);
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? w.createMinutes(minutes) : w.createHours(Math.round(minutes / 60));
}
