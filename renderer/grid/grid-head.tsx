import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { memo, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { MenuTrigger } from 'react-aria-components/Menu';
import type { FieldName, GridColumn, RowFilter } from '../../app/engine/contract';
import { sortRows } from '../state/sheet-actions';
import { fieldWord } from '../words/fields';
import { useWords } from '../words/words';
import { ColumnMenu } from './column-menu';
import { isFrozen, widthOf, withWidth } from './column-layout';
import { useColumnDrag, type ColumnDrag } from './use-column-drag';
import { cellId, grid as gridState, setGrid } from './grid-store';
import { arrangeColumns } from './kept-layout';

type GridHeadProps = {
  columns: readonly GridColumn[];
  hidden: readonly GridColumn[];
  grid: readonly GridColumn[];
  template: string;
  /** Column of the active cell, when that is a heading. */
  active: number | null;
  sort: RowFilter['sort'] | null;
};

/** The headings: a menu each; the edge drags the width, the heading drags the column. */
export const GridHead = memo(function GridHead(props: GridHeadProps): React.ReactNode {
  const { columns, hidden, grid, template, active, sort } = props;
  const w = useWords();
  const drag = useColumnDrag(grid);
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-row" style={{ gridTemplateColumns: template }}>
        <Heading
          label={w.gridRow}
          letter={null}
          at={0}
          active={active}
          sorted={sort?.by === 'row' ? sort.descending : null}
        >
          <ColumnMenu column={null} hidden={hidden} grid={grid} />
        </Heading>
        {columns.map((column, at) => (
          <Heading
            key={column.field}
            label={fieldWord(w, column.field)}
            letter={column.letter}
            required={column.required}
            at={at + 1}
            active={active}
            sorted={sort?.by === column.field ? sort.descending : null}
            column={column}
            drag={drag}
          >
            <ColumnMenu column={column} hidden={hidden} grid={grid} />
          </Heading>
        ))}
      </div>
    </div>
  );
});

type HeadingProps = {
  label: string;
  letter: string | null;
  required?: boolean;
  at: number;
  active: number | null;
  /** Sorted by it: descending or not; null: it isn't. */
  sorted: boolean | null;
  column?: GridColumn;
  drag?: ColumnDrag;
  /** The menu. */
  children: React.ReactNode;
};

function Heading(props: HeadingProps): React.ReactNode {
  const { label, letter, required = false, at, active, sorted, column, drag, children } = props;
  const w = useWords();
  const by = column?.field ?? 'row';
  const movable = column !== undefined && !isFrozen(column.field);
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its button takes the focus
    <div
      role="columnheader"
      aria-colindex={at + 1}
      aria-sort={sorted === null ? 'none' : sorted ? 'descending' : 'ascending'}
      className={[
        'head-cell',
        at === 0 ? 'cell-number' : '',
        column && !movable ? 'cell-frozen' : '',
        column && drag?.dragged === column.field ? 'head-dragged' : '',
        column && drag?.target === column.field ? 'head-target' : '',
      ].join(' ')}
      data-field={by}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a short way for the mouse; the menu beside it sorts too */}
      <span
        className="head-text"
        title={label}
        {...(movable && drag?.handlersFor(column.field))}
        onClick={() => sortRows(nextSort(by, sorted))}
      >
        <span className="head-label">
          {label}
          {required && (
            <span className="head-required" aria-hidden>
              {' *'}
            </span>
          )}
        </span>
        {at > 0 && <span className="head-letter">{letter ?? w.gridNoColumn}</span>}
      </span>
      {sorted !== null && (sorted ? <ArrowDown size={14} aria-hidden /> : <ArrowUp size={14} aria-hidden />)}
      <MenuTrigger>
        <AriaButton
          id={cellId(-1, at)}
          className="head-button"
          aria-label={w.gridColumnMenu(label)}
          excludeFromTabOrder={active !== at}
          onFocus={() => setGrid({ active: { index: -1, column: at }, anchor: { index: -1, column: at } })}
        >
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
        {children}
      </MenuTrigger>
      {column && <WidthHandle column={column} />}
    </div>
  );
}

/** Once: A to Z, twice: Z to A, three times: the file's own order. */
const nextSort = (by: FieldName | 'row', sorted: boolean | null): RowFilter['sort'] | null =>
  sorted === true ? null : { by, descending: sorted === false };

/** Drags a column's width; a double click gives the usual one back. The menu does the same by keyboard. */
function WidthHandle({ column }: { column: GridColumn }): React.ReactNode {
  const from = useRef<{ x: number; width: number } | null>(null);
  return (
    <span
      className="width-handle"
      aria-hidden
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: widthOf(column, gridState().layout) };
      }}
      onPointerMove={(event) => {
        const start = from.current;
        if (!start) return;
        arrangeColumns((layout) => withWidth(layout, column.field, start.width + event.clientX - start.x));
      }}
      onPointerUp={() => {
        from.current = null;
      }}
      onDoubleClick={() =>
        arrangeColumns((layout) => {
          const { [column.field]: _width, ...widths } = layout.widths;
          return { ...layout, widths };
        })
      }
    />
  );
}
