import { useState } from 'react';
import type { Level } from '../../app/engine/contract';
import { useWords } from '../words/words';
import { Button } from './button';
import { LevelIcon } from './notice';

const FIRST = 5;
const MORE = 100;

type RowListProps = {
  title: string;
  level: Level;
  rows: readonly { row: number; title: string; detail: string }[];
  action?: React.ReactNode;
};

/** Rows with a reason each; a few at first, more on request. */
export function RowList({ title, level, rows, action }: RowListProps): React.ReactNode {
  const w = useWords();
  const [shown, setShown] = useState(FIRST);
  const left = rows.length - shown;
  return (
    <section className="panel row-list">
      <div className="row-list-head">
        <LevelIcon level={level} />
        <h2>{title}</h2>
        {action}
      </div>
      <ul>
        {rows.slice(0, shown).map((one, index) => (
          <li key={`${one.row} ${index}`}>
            <span className="row-list-title">{one.title}</span>
            <span className="row-list-detail">{one.detail}</span>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button look="quiet" onPress={() => setShown(shown + MORE)}>
          {w.planMore(Math.min(left, MORE))}
        </Button>
      )}
    </section>
  );
}
