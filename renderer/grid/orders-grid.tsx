import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { RowFilter, SheetView } from '../../app/engine/contract';
import { Button } from '../parts/button';
import { Emptiness } from '../parts/notice';
import { Waiting } from '../parts/working';
import { showRows } from '../state/sheet-actions';
import { useWords } from '../words/words';
import { CellTip } from './cell-tip';
import { hiddenColumns, rowNumberWidth, visibleColumns, widthOf } from './column-layout';
import { columnWindow } from './column-window';
import { GridHead } from './grid-head';
import { gridKey } from './grid-keys';
import { GridRow } from './grid-row';
import { cellKey, enterSheet, grid, keepPlace, settleTyped, useGrid, type Typed } from './grid-store';
import { keptLayout } from './kept-layout';
import { rowPages } from './rows';
import { ROW_HEIGHT, scrollWindow } from './scroll-window';
import { cellsIn, rangeOf } from './selection';
import { useGridClipboard } from './use-grid-clipboard';
import { useGridFocus } from './use-grid-focus';
import { useGridMouse } from './use-grid-mouse';
import { useGridScroll } from './use-grid-scroll';

/** An editor has its own keys, and a menu of the grid is within it for React, but not in the page. */
const isElsewhere = (event: React.SyntheticEvent): boolean =>
  grid().editing !== null || !(event.target instanceof Node && event.currentTarget.contains(event.target));

const NONE: ReadonlyMap<string, Typed> = new Map();

/** The texts typed into a row; nearly always none, so that typing draws one row anew and not all. */
function typedIn(typed: ReadonlyMap<string, Typed>, row: number | undefined): ReadonlyMap<string, Typed> {
  if (row === undefined || typed.size === 0) return NONE;
  const start = cellKey(row, '');
  for (const key of typed.keys()) if (key.startsWith(start)) return typed;
  return NONE;
}

/** Every order of a sheet, as a spreadsheet. Only the rows in sight exist, and the one with the active cell. */
export function OrdersGrid({ sheet, filter }: { sheet: SheetView; filter: RowFilter }): React.ReactNode {
  const w = useWords();
  const box = useRef<HTMLDivElement>(null);
  useSyncExternalStore(rowPages.subscribe, () => rowPages.version);
  const { active, anchor, editing, layout, typed } = useGrid();
  const { counts } = sheet;
  const columns = useMemo(() => visibleColumns(sheet.grid, layout), [sheet.grid, layout]);
  const hidden = useMemo(() => hiddenColumns(sheet.grid, layout), [sheet.grid, layout]);
  const widths = useMemo(
    () => [rowNumberWidth(counts.rows), ...columns.map((one) => widthOf(one, layout))],
    [columns, layout, counts.rows],
  );
  const template = widths.map((width) => `${width}px`).join(' ');
  // Before it is drawn, so that the columns never jump.
  useLayoutEffect(() => enterSheet(sheet.id, () => keptLayout(sheet.grid)), [sheet.id, sheet.grid]);
  useEffect(() => {
    rowPages.show({ sheetId: sheet.id, revision: sheet.revision, filter });
  }, [sheet.id, sheet.revision, filter]);
  const { version } = rowPages;
  useEffect(() => {
    keepPlace();
    settleTyped();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each time rows or columns changed
  }, [version, columns]);

  const total = rowPages.total ?? 0;
  const { scroll, viewport, onScroll } = useGridScroll(box, total, widths);
  const drawn = scrollWindow(scroll.top, total, viewport.height);
  const across = columnWindow(widths, scroll.left, viewport.width);
  useEffect(() => {
    rowPages.want(drawn.first, Math.max(drawn.first, drawn.last));
  }, [drawn.first, drawn.last]);
  const focus = useGridFocus(box);
  const mouse = useGridMouse();
  useGridClipboard(box);

  const range = rangeOf(anchor, active);
  const indices: number[] = [];
  for (let index = drawn.first; index <= drawn.last; index++) indices.push(index);
  // The active row stays, however far it is scrolled away, so that the focus has a place.
  const outside = active.index >= 0 && active.index < total && !indices.includes(active.index);
  if (outside) indices.push(active.index);

  return (
    <>
      <div
        ref={box}
        className={cellsIn(range) > 1 ? 'grid grid-many' : 'grid'}
        style={{ '--frozen': `${widths[0] ?? 0}px` }}
        role="grid"
        data-area
        aria-label={w.gridLabel(sheet.file.name)}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-describedby="grid-leave"
        // Nothing is loaded yet: the keyboard must still find the grid.
        tabIndex={total === 0 && active.index >= 0 ? 0 : -1}
        onScroll={onScroll}
        onKeyDownCapture={(event) => {
          // The headings' buttons would take the arrows for their menus.
          if (grid().active.index >= 0 || isElsewhere(event) || event.altKey) return;
          if (gridKey(event.nativeEvent)) event.preventDefault();
          else return;
          event.stopPropagation();
        }}
        onKeyDown={(event) => {
          if (isElsewhere(event) || event.defaultPrevented || grid().active.index < 0) return;
          if (gridKey(event.nativeEvent)) event.preventDefault();
        }}
        {...focus}
        {...mouse}
      >
        <GridHead
          columns={columns}
          hidden={hidden}
          grid={sheet.grid}
          template={template}
          active={active.index < 0 ? active.column : null}
          sort={filter.sort ?? null}
        />
        <div role="rowgroup" className="grid-body" style={{ height: drawn.height }}>
          {indices.map((index) => (
            <GridRow
              key={index}
              index={index}
              row={rowPages.row(index)}
              columns={columns}
              firstColumn={across.first}
              lastColumn={across.last}
              template={template}
              top={drawn.offset + (index - drawn.first) * ROW_HEIGHT}
              active={index === active.index ? active.column : null}
              from={index >= range.top && index <= range.bottom ? range.left : null}
              to={index >= range.top && index <= range.bottom ? range.right : null}
              editing={editing?.index === index ? editing : null}
              typed={typedIn(typed, rowPages.row(index)?.row)}
              sheetId={sheet.id}
            />
          ))}
        </div>
      </div>
      {rowPages.total === null && (
        <div className="grid-waiting">
          <Waiting>{w.workingRows}</Waiting>
        </div>
      )}
      {rowPages.total === 0 && (
        <Emptiness title={w.reviewNoMatch}>
          <Button onPress={() => showRows({})}>{w.filterClear}</Button>
        </Emptiness>
      )}
      <CellTip box={box} />
    </>
  );
}
