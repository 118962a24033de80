import { ChevronDown, ChevronUp, CircleCheck, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { ProblemGroup, SheetView } from '../../app/engine/contract';
import { askFocus, goTo } from '../grid/grid-store';
import { goToProblem } from '../grid/grid-actions';
import { Button, IconButton } from '../parts/button';
import { LevelIcon } from '../parts/notice';
import { keyName } from '../state/keys';
import { go } from '../state/navigate';
import { showRows } from '../state/sheet-actions';
import { useWindow } from '../state/window-store';
import { fieldWord } from '../words/fields';
import { problemSentence, problemTitle } from '../words/problems';
import { levelWord } from '../words/states';
import { useWords } from '../words/words';
import { RepairDialog } from './repair-dialog';

/** All problems by kind; one click shows the rows of a kind, another repairs them. */
export function ProblemsPanel({ sheet }: { sheet: SheetView }): React.ReactNode {
  const w = useWords();
  const [repairing, setRepairing] = useState<ProblemGroup | null>(null);
  const isClean = sheet.groups.length === 0 && sheet.problems.length === 0;
  return (
    <aside className="problems-panel" aria-label={w.problemsTitle} data-area>
      <div className="problems-head">
        <h2>{w.problemsTitle}</h2>
        <IconButton
          icon={ChevronUp}
          label={w.problemsPrevious}
          keys={keyName('shift+F8')}
          isDisabled={sheet.groups.length === 0}
          onPress={() => void goToProblem(true)}
        />
        <IconButton
          icon={ChevronDown}
          label={w.problemsNext}
          keys="F8"
          isDisabled={sheet.groups.length === 0}
          onPress={() => void goToProblem(false)}
        />
      </div>
      {isClean && (
        <div className="problems-none">
          <CircleCheck size={24} strokeWidth={1.5} aria-hidden />
          <p>
            <strong>{w.problemsNone}</strong>
          </p>
          <p className="quiet">{w.problemsNoneHelp}</p>
        </div>
      )}
      {sheet.groups.length > 0 && (
        <ul className="problem-groups">
          {sheet.groups.map((group) => (
            <Group key={`${group.code} ${group.field}`} group={group} onRepair={() => setRepairing(group)} />
          ))}
        </ul>
      )}
      {sheet.problems.length > 0 && <SheetProblems sheet={sheet} />}
      {repairing && <RepairDialog sheet={sheet} group={repairing} onClose={() => setRepairing(null)} />}
    </aside>
  );
}

function Group({ group, onRepair }: { group: ProblemGroup; onRepair: () => void }): React.ReactNode {
  const w = useWords();
  const { code, field, level, count, repairs } = group;
  const isOn = useWindow((state) => state.filter.code === code && (state.filter.field ?? null) === field);
  const toggle = (): void => {
    showRows(isOn ? {} : { code, ...(field !== null && { field }) });
    goTo({ index: 0, column: 1 });
    if (!isOn) void goToFirst();
  };
  return (
    <li className={isOn ? 'problem-group problem-group-on' : 'problem-group'}>
      <button type="button" className="problem-button" aria-pressed={isOn} onClick={toggle}>
        <LevelIcon level={level} />
        <span className="unseen">{levelWord(w, level)}: </span>
        <span className="problem-words">
          <span className="problem-title">{problemTitle(w, code)}</span>
          {field !== null && <span className="quiet">{fieldWord(w, field)}</span>}
        </span>
        <span className="problem-count">{w.problemsRows(count)}</span>
      </button>
      {repairs > 0 && (
        <Button look="quiet" icon={Wrench} onPress={onRepair}>
          {w.problemsRepairAll(repairs)}
        </Button>
      )}
    </li>
  );
}

/** The first row of a kind: its cell, not just its beginning. */
async function goToFirst(): Promise<void> {
  goTo({ index: -1, column: 0 });
  await goToProblem(false);
  askFocus();
}

function SheetProblems({ sheet }: { sheet: SheetView }): React.ReactNode {
  const w = useWords();
  return (
    <section className="sheet-problems">
      <h3>{w.problemsSheet}</h3>
      <ul>
        {sheet.problems.map((problem) => (
          <li key={`${problem.code} ${problem.field}`}>
            <LevelIcon level={problem.level} />
            <span>{problemSentence(w, problem)}</span>
          </li>
        ))}
      </ul>
      <Button onPress={() => go('columns')}>{w.problemsToColumns}</Button>
    </section>
  );
}
