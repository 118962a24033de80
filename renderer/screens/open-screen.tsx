import { FileSpreadsheet, FileUp, FlaskConical, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { HomeView, RecentSheet, RunSummary } from '../../app/engine/contract';
import { Button } from '../parts/button';
import { Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { saveTemplate } from '../state/file-actions';
import { go } from '../state/navigate';
import { openRun } from '../state/run-actions';
import { chooseSheet, openDropped, openRecent, openSample } from '../state/sheet-actions';
import { useWindow } from '../state/window-store';
import { dateTime } from '../words/format';
import { said } from '../words/said';
import { connectionWord } from '../words/states';
import { useWords } from '../words/words';

/** Where everything begins. */
export function OpenScreen(): React.ReactNode {
  const w = useWords();
  const home = useWindow((state) => state.home);
  const sheet = useWindow((state) => state.sheet);
  return (
    <Screen
      title={w.openTitle}
      intro={w.openIntro}
      aside={
        sheet && (
          <Button onPress={() => go(sheet.columnsCertain ? 'review' : 'columns')}>
            {w.openReturn(sheet.file.name)}
          </Button>
        )
      }
    >
      {home?.notices.map((notice) => (
        <Notice key={notice.message} level={notice.level}>
          {said(w, notice.message)}
        </Notice>
      ))}
      <DropArea />
      {home && <Beginnings home={home} />}
      {home?.developmentRuntime && <p className="quiet">{w.developmentRuntime}</p>}
    </Screen>
  );
}

function DropArea(): React.ReactNode {
  const w = useWords();
  const [over, setOver] = useState(false);
  const drop = (event: React.DragEvent): void => {
    event.preventDefault();
    setOver(false);
    openDropped(event.dataTransfer.files);
  };
  return (
    <div
      className={over ? 'drop-area drop-over' : 'drop-area'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) =>
        !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)
      }
      onDrop={drop}
    >
      <FileUp size={32} strokeWidth={1.5} aria-hidden />
      <p className="drop-title">{over ? w.openDropNow : w.openDropHere}</p>
      <Button look="main" icon={FolderOpen} onPress={() => void chooseSheet()}>
        {w.openChoose}
      </Button>
      <p className="quiet">{w.openFormats}</p>
    </div>
  );
}

const SAMPLES = ['new-branches', 'needs-fixing', 'order-form'] as const;

function Beginnings({ home }: { home: HomeView }): React.ReactNode {
  const w = useWords();
  const names = {
    'new-branches': [w.sampleBranches, w.sampleBranchesHelp],
    'needs-fixing': [w.sampleFixing, w.sampleFixingHelp],
    'order-form': [w.sampleForm, w.sampleFormHelp],
  } as const;
  const isNew = home.recent.length === 0 && home.unfinished.length === 0;
  return (
    <div className="beginnings">
      {home.unfinished.length > 0 && (
        <section className="beginnings-wide">
          <h2>{w.openUnfinished}</h2>
          <p className="quiet">{w.openUnfinishedIntro}</p>
          <ul className="cards">
            {home.unfinished.map((run) => (
              <UnfinishedRun key={run.id} run={run} />
            ))}
          </ul>
        </section>
      )}
      {isNew ? (
        <FirstSteps />
      ) : (
        <section>
          <h2>{w.openRecent}</h2>
          {home.recent.length === 0 && <p className="quiet">{w.openRecentNone}</p>}
          <ul className="cards">
            {home.recent.map((sheet) => (
              <Recent key={sheet.sha256} sheet={sheet} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{w.openSamples}</h2>
        <p className="quiet">{w.openSamplesIntro}</p>
        <ul className="cards">
          {SAMPLES.map((name) => (
            <li key={name}>
              <Card title={names[name][0]} detail={names[name][1]} onPress={() => void openSample(name)} />
            </li>
          ))}
        </ul>
        <Button look="quiet" onPress={() => void saveTemplate()}>
          {w.openTemplate}
        </Button>
      </section>
    </div>
  );
}

/** For someone who never used the app: the whole way, in four lines. */
function FirstSteps(): React.ReactNode {
  const w = useWords();
  return (
    <section className="first-steps">
      <h2>{w.startTitle}</h2>
      <p className="quiet">{w.startIntro}</p>
      <ol>
        {[w.startStepOpen, w.startStepFix, w.startStepCreate, w.startStepResult].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Button icon={FlaskConical} onPress={() => void openSample('new-branches')}>
        {w.startGo}
      </Button>
    </section>
  );
}

function Recent({ sheet }: { sheet: RecentSheet }): React.ReactNode {
  const w = useWords();
  return (
    <li>
      <Card
        title={sheet.name}
        detail={sheet.found ? `${sheet.folder} · ${dateTime(sheet.openedAt)}` : w.openRecentGone}
        isDisabled={!sheet.found}
        onPress={() => void openRecent(sheet.sha256)}
      />
    </li>
  );
}

function UnfinishedRun({ run }: { run: RunSummary }): React.ReactNode {
  const w = useWords();
  return (
    <li>
      <Card
        title={run.sheetName}
        detail={`${w.openUnfinishedLine(run.totals.notSent, run.totals.unconfirmed)} · ${connectionWord(w, { kind: run.connectionKind, name: run.connection })} · ${dateTime(run.createdAt)}`}
        onPress={() => void openRun(run.id)}
      />
    </li>
  );
}

type CardProps = { title: string; detail: string; onPress: () => void; isDisabled?: boolean };

function Card({ title, detail, onPress, isDisabled = false }: CardProps): React.ReactNode {
  return (
    <AriaButton className="card" isDisabled={isDisabled} onPress={onPress}>
      <FileSpreadsheet size={20} strokeWidth={1.5} aria-hidden />
      <span className="card-text">
        <span className="card-title">{title}</span>
        <span className="card-detail">{detail}</span>
      </span>
    </AriaButton>
  );
}
