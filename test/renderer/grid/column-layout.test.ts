import { describe, expect, it } from 'vitest';
import type { FieldName, GridColumn } from '../../../app/engine/contract';
import {
  NARROWEST,
  PLAIN_LAYOUT,
  WIDEST,
  hiddenColumns,
  visibleColumns,
  widthOf,
  withColumnAt,
  withColumnMoved,
  withHidden,
  withWidth,
  type ColumnLayout,
} from '../../../renderer/grid/column-layout';

const column = (field: FieldName): GridColumn => ({
  field,
  label: field,
  letter: null,
  required: true,
  kind: 'text',
  help: '',
});
const GRID = (['plan', 'name', 'type', 'im'] as const).map(column);
const shown = (layout: ColumnLayout, grid = GRID) => visibleColumns(grid, layout).map((one) => one.field);

describe('the columns', () => {
  it('begin with the name, then follow the sheet', () => {
    expect(shown(PLAIN_LAYOUT)).toEqual(['name', 'plan', 'type', 'im']);
  });

  it('move one place, stop at the ends, and never before the name', () => {
    expect(shown(withColumnMoved(PLAIN_LAYOUT, GRID, 'im', -1))).toEqual(['name', 'plan', 'im', 'type']);
    expect(shown(withColumnMoved(PLAIN_LAYOUT, GRID, 'im', 1))).toEqual(['name', 'plan', 'type', 'im']);
    expect(shown(withColumnMoved(PLAIN_LAYOUT, GRID, 'plan', -1))).toEqual(['name', 'plan', 'type', 'im']);
    expect(shown(withColumnAt(PLAIN_LAYOUT, GRID, 'name', 'im'))).toEqual(['name', 'plan', 'type', 'im']);
  });

  it('move over hidden ones as if those weren’t there', () => {
    const layout = withColumnMoved(withHidden(PLAIN_LAYOUT, 'type'), GRID, 'im', -1);
    expect(shown(layout)).toEqual(['name', 'im', 'plan']);
    expect(hiddenColumns(GRID, layout).map((one) => one.field)).toEqual(['type']);
  });

  it('that appear later go last, and the name can’t be hidden', () => {
    const layout = withColumnMoved(PLAIN_LAYOUT, GRID, 'im', -1);
    expect(shown(layout, [column('regionId'), ...GRID]).at(-1)).toBe('regionId');
    expect(shown(withHidden(PLAIN_LAYOUT, 'name'))[0]).toBe('name');
  });

  it('are as wide as asked, within reason', () => {
    expect(widthOf(column('plan'), withWidth(PLAIN_LAYOUT, 'plan', 333))).toBe(333);
    expect(widthOf(column('plan'), withWidth(PLAIN_LAYOUT, 'plan', 1))).toBe(NARROWEST);
    expect(widthOf(column('plan'), withWidth(PLAIN_LAYOUT, 'plan', 9999))).toBe(WIDEST);
  });
});
