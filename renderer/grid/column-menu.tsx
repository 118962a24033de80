import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import type { GridColumn } from '../../app/engine/contract';
import { showRows, sortRows } from '../state/sheet-actions';
import { get } from '../state/window-store';
import { useWords } from '../words/words';
import {
  isFrozen,
  isPlain,
  PLAIN_LAYOUT,
  widthOf,
  withColumnMoved,
  withHidden,
  withWidth,
} from './column-layout';
import { useGrid } from './grid-store';
import { arrangeColumns } from './kept-layout';

const WIDER = 40;

type ColumnMenuProps = {
  /** Null: the row number. */
  column: GridColumn | null;
  hidden: readonly GridColumn[];
  grid: readonly GridColumn[];
};

/** All that can be done with a column: sort, move, widen, hide, see its problems. */
export function ColumnMenu({ column, hidden, grid }: ColumnMenuProps): React.ReactNode {
  const w = useWords();
  const by = column?.field ?? 'row';
  const plain = useGrid((state) => isPlain(state.layout));
  const wider = (pixels: number): void => {
    if (column) arrangeColumns((layout) => withWidth(layout, column.field, widthOf(column, layout) + pixels));
  };
  return (
    <Popover className="popover" placement="bottom start">
      <Menu className="list">
        <Item onAction={() => sortRows({ by, descending: false })}>{w.gridSortAscending}</Item>
        <Item onAction={() => sortRows({ by, descending: true })}>{w.gridSortDescending}</Item>
        <Item onAction={() => sortRows(null)} isDisabled={!get().filter.sort}>
          {w.gridSortNone}
        </Item>
        {column ? (
          <Item onAction={() => showRows({ field: column.field, withProblems: true })}>
            {w.gridColumnProblems}
          </Item>
        ) : (
          <Item onAction={() => sortRows({ by: 'state', descending: false })}>{w.gridSortState}</Item>
        )}
        {column && <Separator className="list-line" />}
        {column && <Item onAction={() => wider(WIDER)}>{w.gridWider}</Item>}
        {column && <Item onAction={() => wider(-WIDER)}>{w.gridNarrower}</Item>}
        {column && !isFrozen(column.field) && (
          <>
            <Item
              onAction={() => arrangeColumns((layout) => withColumnMoved(layout, grid, column.field, -1))}
            >
              {w.gridMoveLeft}
            </Item>
            <Item onAction={() => arrangeColumns((layout) => withColumnMoved(layout, grid, column.field, 1))}>
              {w.gridMoveRight}
            </Item>
            <Item onAction={() => arrangeColumns((layout) => withHidden(layout, column.field))}>
              {w.gridHideColumn}
            </Item>
          </>
        )}
        {hidden.length > 0 && (
          <Item onAction={() => arrangeColumns((layout) => ({ ...layout, hidden: [] }))}>
            {w.gridShowColumns(hidden.length)}
          </Item>
        )}
        <Separator className="list-line" />
        <Item onAction={() => arrangeColumns(() => PLAIN_LAYOUT)} isDisabled={plain}>
          {w.gridResetColumns}
        </Item>
      </Menu>
    </Popover>
  );
}

function Item({
  children,
  onAction,
  isDisabled = false,
}: {
  children: string;
  onAction: () => void;
  isDisabled?: boolean;
}): React.ReactNode {
  return (
    <MenuItem className="list-item" textValue={children} onAction={onAction} isDisabled={isDisabled}>
      {children}
    </MenuItem>
  );
}
