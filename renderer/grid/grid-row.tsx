import { memo } from 'react';
import type { GridColumn, RowView } from '../../app/engine/contract';
import { LevelIcon } from '../parts/notice';
import { levelWord } from '../words/states';
import type { Words } from '../words/en';
import { useWords } from '../words/words';
import { CellEditor } from './cell-editor';
import { isFrozen } from './column-layout';
import { cellId, cellKey, type Editing, type Typed } from './grid-store';
import { RowState } from './row-state';
import { ROW_NUMBER } from './selection';
import { worst } from './worst';

type GridRowProps = {
  index: number;
  row: RowView | undefined;
  columns: readonly GridColumn[];
  /** Which columns are drawn, besides the frozen ones and the active one. */
  firstColumn: number;
  lastColumn: number;
  template: string;
  /** Pixels from the top of the body. */
  top: number;
  /** Column of the active cell, when it is in this row. */
  active: number | null;
  /** First and last selected column. */
  from: number | null;
  to: number | null;
  editing: Editing | null;
  typed: ReadonlyMap<string, Typed>;
  sheetId: string;
};

export const GridRow = memo(function GridRow(props: GridRowProps): React.ReactNode {
  const w = useWords();
  const { index, row, columns, firstColumn, lastColumn, template, top, active, from, to } = props;
  const selected = (column: number): boolean =>
    from !== null && to !== null && column >= from && column <= to;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`grid-row${active !== null ? ' grid-row-active' : ''}`}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        id={cellId(index, ROW_NUMBER)}
        data-cell={`${index} ${ROW_NUMBER}`}
        aria-colindex={1}
        aria-selected={selected(ROW_NUMBER)}
        tabIndex={active === ROW_NUMBER ? 0 : -1}
        className="cell cell-number"
        {...(active === ROW_NUMBER && { 'aria-describedby': 'cell-detail' })}
      >
        {row && <RowState row={row} />}
      </div>
      {columns.map((column, before) => {
        const at = before + 1;
        if (!isFrozen(column.field) && at !== active && (at < firstColumn || at > lastColumn)) return null;
        return <Cell key={column.field} {...props} w={w} column={column} at={at} selected={selected(at)} />;
      })}
    </div>
  );
});

type CellProps = GridRowProps & { w: Words; column: GridColumn; at: number; selected: boolean };

function Cell({
  w,
  index,
  row,
  column,
  at,
  active,
  selected,
  editing,
  typed,
  sheetId,
}: CellProps): React.ReactNode {
  const { field } = column;
  const problems = row?.problems.filter((one) => one.field === field) ?? [];
  const level = worst(problems);
  const isEdited = row !== undefined && field in row.originals;
  const text = row && (typed.get(cellKey(row.row, field))?.text ?? row.texts[field] ?? '');
  const isActive = active === at;
  // What exists already can't be changed.
  const isClosed = row?.state === 'skipped';
  const look = [
    'cell',
    isFrozen(field) ? 'cell-frozen' : '',
    column.kind === 'whole' ? 'cell-figure' : '',
    level ? `cell-${level}` : '',
    isEdited ? 'cell-edited' : '',
    selected ? 'cell-selected' : '',
    isClosed ? 'cell-closed' : '',
  ];
  return (
    <div
      role="gridcell"
      id={cellId(index, at)}
      data-cell={`${index} ${at}`}
      aria-colindex={at + 1}
      aria-selected={selected}
      style={{ gridColumn: at + 1 }}
      tabIndex={isActive ? 0 : -1}
      className={look.filter((one) => one !== '').join(' ')}
      {...(level === 'error' && { 'aria-invalid': true })}
      {...(isClosed && { 'aria-readonly': true })}
      {...(isActive && { 'aria-describedby': 'cell-detail' })}
    >
      {editing?.field === field ? (
        <CellEditor key={`${editing.row} ${field}`} editing={editing} column={column} sheetId={sheetId} />
      ) : (
        <>
          {text === undefined ? <span className="cell-loading" /> : <span className="cell-text">{text}</span>}
          {level && <LevelIcon level={level} size={14} />}
          {level && <span className="unseen">, {levelWord(w, level)}</span>}
          {isEdited && <span className="unseen">, {w.filterEdited}</span>}
        </>
      )}
    </div>
  );
}
