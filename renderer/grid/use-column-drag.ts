import { useRef, useState } from 'react';
import { isFieldName } from '../../app/orders';
import type { FieldName, GridColumn } from '../../app/engine/contract';
import { isFrozen, withColumnAt } from './column-layout';
import { arrangeColumns } from './kept-layout';

/** Pixels the mouse moves before a press on a heading is a drag and no longer a click. */
const SLACK = 6;

type DragHandlers = Pick<
  React.DOMAttributes<HTMLElement>,
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onClickCapture'
>;
export type ColumnDrag = {
  /** The column that is dragged, and the one it would take the place of. */
  dragged: FieldName | null;
  target: FieldName | null;
  handlersFor: (field: FieldName) => DragHandlers;
};

/** Drags a column to another one's place by its heading. The column menu does the same by keyboard. */
export function useColumnDrag(grid: readonly GridColumn[]): ColumnDrag {
  const [drag, setDrag] = useState<{ dragged: FieldName; target: FieldName | null } | null>(null);
  const pressed = useRef<{ x: number; field: FieldName } | null>(null);
  const wasDrag = useRef(false);
  const handlersFor = (field: FieldName): DragHandlers => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      pressed.current = { x: event.clientX, field };
      wasDrag.current = false;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      const start = pressed.current;
      if (!start || (Math.abs(event.clientX - start.x) < SLACK && !wasDrag.current)) return;
      wasDrag.current = true;
      setDrag({ dragged: start.field, target: columnUnder(event.clientX, event.clientY) });
    },
    onPointerUp: () => {
      pressed.current = null;
      if (drag?.target) {
        const { dragged, target } = drag;
        arrangeColumns((layout) => withColumnAt(layout, grid, dragged, target));
      }
      setDrag(null);
    },
    onClickCapture: (event) => {
      if (wasDrag.current) event.stopPropagation();
    },
  });
  return { dragged: drag?.dragged ?? null, target: drag?.target ?? null, handlersFor };
}

function columnUnder(x: number, y: number): FieldName | null {
  const heads = document.elementsFromPoint(x, y).map((one) => one.closest('[data-field]'));
  const field = heads.find((one) => one !== null)?.getAttribute('data-field') ?? '';
  return isFieldName(field) && !isFrozen(field) ? field : null;
}
