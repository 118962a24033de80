import { Undo2, Wrench } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { CellProblem, RowView } from '../../app/engine/contract';
import { Button } from '../parts/button';
import { LevelIcon } from '../parts/notice';
import { editCells, repairCells } from '../state/sheet-actions';
import { fieldWord } from '../words/fields';
import { levelWord } from '../words/states';
import { problemSentence } from '../words/problems';
import { useWords } from '../words/words';
import { problemsAt } from './grid-actions';
import { askFocus, fieldAt, selectedRange, useGrid } from './grid-store';
import { rowStateWord } from './row-state';
import { rowPages } from './rows';

/** All about the active cell: where it is, what is wrong, what would repair it, what it was. */
export function CellDetail(): React.ReactNode {
  const w = useWords();
  useSyncExternalStore(rowPages.subscribe, () => rowPages.version);
  const active = useGrid((state) => state.active);
  useGrid((state) => state.anchor);
  useGrid((state) => state.layout);
  const row = active.index < 0 ? undefined : rowPages.row(active.index);
  const column = fieldAt(active.column);
  const range = selectedRange();
  const [rows, columns] = [range.bottom - range.top + 1, range.right - range.left + 1];
  return (
    <section className="cell-detail" aria-label={w.cellDetail} data-area>
      <div className="cell-place">
        {row && (
          <>
            <span className="letter">
              {column?.letter ?? ''}
              {row.row}
            </span>
            <strong>{column ? fieldWord(w, column.field) : rowStateWord(w, row)}</strong>
          </>
        )}
        {rows * columns > 1 && <span className="quiet">{w.gridSelected(rows, columns)}</span>}
      </div>
      <div className="cell-facts" id="cell-detail">
        {row && <Facts row={row} field={column?.field ?? null} />}
      </div>
      {row && column && column.field in row.originals && (
        <Button
          look="quiet"
          icon={Undo2}
          onPress={() => {
            void editCells([{ row: row.row, field: column.field, value: null }]);
            askFocus();
          }}
        >
          {w.gridRestore}
        </Button>
      )}
    </section>
  );
}

function Facts({ row, field }: { row: RowView; field: keyof RowView['texts'] | null }): React.ReactNode {
  const w = useWords();
  const problems = problemsAt(row, field);
  const original = field === null ? undefined : row.originals[field];
  const isClosed = row.state === 'skipped';
  const help = field !== null && problems.length === 0 && !isClosed ? w[`help_${field}`] : null;
  return (
    <>
      {problems.map((problem) => (
        <Fact key={`${problem.code} ${problem.message}`} row={row} problem={problem} />
      ))}
      {help !== null && original === undefined && <p className="quiet">{help}</p>}
      {isClosed && <p className="quiet">{w.gridSkippedRow}</p>}
      {field === null && problems.length === 0 && !isClosed && <p className="quiet">{w.cellRowFine}</p>}
      {original !== undefined && <p className="quiet">{w.gridEdited(original)}</p>}
    </>
  );
}

function Fact({ row, problem }: { row: RowView; problem: CellProblem }): React.ReactNode {
  const w = useWords();
  const { repair } = problem;
  return (
    <p className={`cell-fact fact-${problem.level}`}>
      <LevelIcon level={problem.level} />
      <span>
        <span className="unseen">{levelWord(w, problem.level)}: </span>
        {problemSentence(w, problem)}
      </span>
      {repair && (
        <Button
          icon={Wrench}
          onPress={() => {
            void repairCells([{ row: row.row, field: repair.field }]);
            askFocus();
          }}
        >
          {repair.field === problem.field
            ? w.repairThis(repair.value)
            : w.repairOther(fieldWord(w, repair.field), repair.value)}
        </Button>
      )}
    </p>
  );
}
