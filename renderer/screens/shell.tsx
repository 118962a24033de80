import { Check, Command, History, Plug, Settings2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button, IconButton } from '../parts/button';
import { ConnectionBadge } from '../parts/connection-badge';
import { Notice } from '../parts/notice';
import { WorkingLine } from '../parts/working';
import { COMMANDS } from '../state/commands';
import { keyName } from '../state/keys';
import { go, reachable } from '../state/navigate';
import { STEPS, currentConnection, set, useWindow } from '../state/window-store';
import { said } from '../words/said';
import { placeWord } from '../words/states';
import { useWords } from '../words/words';

/** The frame of the window: where one is, what is next, where else one can go. */
export function Shell({ children }: { children: React.ReactNode }): React.ReactNode {
  const w = useWords();
  const failure = useWindow((state) => state.failure);
  const working = useWindow((state) => state.working);
  const news = useWindow((state) => state.news);
  const unsaved = useWindow((state) => state.unsaved);
  return (
    <div className="shell" aria-busy={working !== null}>
      <TopBar />
      {failure && (
        <div className="shell-failure">
          <Notice
            level="error"
            actions={
              <Button look="quiet" onPress={() => set({ failure: null })}>
                {w.dismiss}
              </Button>
            }
          >
            <strong>{w.errorTitle}</strong> {said(w, failure.message)}
          </Notice>
        </div>
      )}
      <div role="status">
        {unsaved !== null && (
          <div className="shell-failure">
            <Notice level="warning">
              <strong>{w.unsavedTitle}</strong> {said(w, unsaved)}
            </Notice>
          </div>
        )}
        {news !== null && (
          <div className="shell-failure">
            <Notice
              level="good"
              actions={
                <Button look="quiet" onPress={() => set({ news: null })}>
                  {w.dismiss}
                </Button>
              }
            >
              {news}
            </Notice>
          </div>
        )}
      </div>
      {children}
      <WorkingLine working={working} />
    </div>
  );
}

function TopBar(): React.ReactNode {
  const w = useWords();
  const place = useWindow((state) => state.place);
  const sheet = useWindow((state) => state.sheet?.file.name);
  const run = useWindow((state) => state.run?.sheetName);
  const connection = useWindow(currentConnection);
  return (
    <header className="top-bar">
      <div className="top-file" title={sheet ?? run ?? ''}>
        <span className="app-name">{w.appName}</span>
        {(sheet ?? run) !== undefined && <span className="file-name">{sheet ?? run}</span>}
      </div>
      <StepBar />
      <nav className="top-places" aria-label={w.placesLabel} data-area>
        {connection && <ConnectionBadge kind={connection.kind} name={connection.name} />}
        <IconButton
          icon={Command}
          label={w.commandPalette}
          keys={keyName('mod+k')}
          onPress={COMMANDS.palette.run}
        />
        <IconButton
          icon={History}
          label={w.placeHistory}
          pressed={place === 'history'}
          onPress={() => go('history')}
        />
        <IconButton
          icon={Plug}
          label={w.placeConnections}
          pressed={place === 'connections'}
          onPress={() => go('connections')}
        />
        <IconButton
          icon={Settings2}
          label={w.placeSettings}
          pressed={place === 'settings'}
          onPress={() => go('settings')}
        />
      </nav>
    </header>
  );
}

function StepBar(): React.ReactNode {
  const w = useWords();
  const place = useWindow((state) => state.place);
  const step = useWindow((state) => state.step);
  // What can be reached depends on these two.
  useWindow((state) => state.sheet);
  useWindow((state) => state.run);
  const at = STEPS.indexOf(step);
  return (
    <nav className="steps" aria-label={w.stepsLabel} data-area>
      <ol>
        {STEPS.map((one, index) => {
          const current = one === place;
          const done = index < at;
          const status = current ? w.stepNow : done ? w.stepDone : w.stepLater;
          return (
            <li key={one} className={`step${one === step ? ' step-now' : ''}${done ? ' step-done' : ''}`}>
              <AriaButton
                className="step-button"
                isDisabled={!reachable(one)}
                onPress={() => go(one)}
                {...(current && { 'aria-current': 'step' as const })}
              >
                <span className="step-mark" aria-hidden>
                  {done ? <Check size={12} /> : index + 1}
                </span>
                <span className="unseen">{w.stepOf(index + 1, STEPS.length)}: </span>
                <span className="step-name">{placeWord(w, one)}</span>
                <span className="unseen">, {status}</span>
              </AriaButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
