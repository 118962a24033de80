import { useEffect, useState, type RefObject } from 'react';
import type { CellProblem } from '../../app/engine/contract';
import { LevelIcon } from '../parts/notice';
import { problemSentence } from '../words/problems';
import { useWords } from '../words/words';
import { problemsAt } from './grid-actions';
import { fieldAt, grid } from './grid-store';
import { rowPages } from './rows';

const DELAY = 250;
type Tip = { left: number; top: number; below: boolean; problems: CellProblem[]; original: string | null };

/** What is wrong with the cell under the mouse, beside it. The line under the grid says the same of the active cell. */
export function CellTip({ box }: { box: RefObject<HTMLDivElement | null> }): React.ReactNode {
  const w = useWords();
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = (): void => {
      clearTimeout(timer);
      setTip(null);
    };
    const over = (event: MouseEvent): void => {
      hide();
      const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
      if (cell && event.buttons === 0) timer = setTimeout(() => setTip(tipOf(cell)), DELAY);
    };
    element.addEventListener('mouseover', over);
    element.addEventListener('mouseleave', hide);
    element.addEventListener('mousedown', hide);
    element.addEventListener('scroll', hide);
    return () => {
      hide();
      element.removeEventListener('mouseover', over);
      element.removeEventListener('mouseleave', hide);
      element.removeEventListener('mousedown', hide);
      element.removeEventListener('scroll', hide);
    };
  }, [box]);
  if (!tip) return null;
  return (
    <div
      className={tip.below ? 'cell-tip' : 'cell-tip cell-tip-above'}
      style={{ left: tip.left, top: tip.top }}
      aria-hidden
    >
      {tip.problems.map((problem) => (
        <p key={`${problem.code} ${problem.message}`}>
          <LevelIcon level={problem.level} size={14} />
          <span>{problemSentence(w, problem)}</span>
        </p>
      ))}
      {tip.original !== null && <p className="quiet">{w.gridEdited(tip.original)}</p>}
    </div>
  );
}

function tipOf(cell: Element): Tip | null {
  const [index = -1, column = 0] = (cell.getAttribute('data-cell') ?? '').split(' ').map(Number);
  const row = rowPages.row(index);
  const field = fieldAt(column)?.field ?? null;
  if (!row || grid().editing?.index === index) return null;
  const problems = column === 0 ? row.problems : problemsAt(row, field);
  const original = field === null ? null : (row.originals[field] ?? null);
  if (problems.length === 0 && original === null) return null;
  const { left, top, bottom } = cell.getBoundingClientRect();
  const below = bottom < window.innerHeight * 0.7;
  return {
    left: Math.min(left, window.innerWidth - 380),
    top: below ? bottom + 4 : top - 4,
    below,
    problems,
    original,
  };
}
