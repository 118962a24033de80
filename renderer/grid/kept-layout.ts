import * as z from 'zod';
import { FIELD_NAMES } from '../../app/orders';
import type { GridColumn } from '../../app/engine/contract';
import { get } from '../state/window-store';
import { NARROWEST, PLAIN_LAYOUT, WIDEST, type ColumnLayout } from './column-layout';
import { grid as gridState, setGrid } from './grid-store';

const KEY = 'columns';
/** As many kinds of sheets have their order kept, those arranged last. */
const MOST = 50;

const field = z.enum(FIELD_NAMES);
const keptSchema = z.object({
  /** Of a field, whatever sheet it is in. */
  widths: z.partialRecord(field, z.number().min(NARROWEST).max(WIDEST)),
  /** Of sheets with these very columns, in the order the sheet has them. */
  orders: z.array(z.object({ columns: z.string(), order: z.array(field) })),
});
type Kept = z.infer<typeof keptSchema>;

/**
 * How this user arranged the columns of such a sheet before. Hidden ones are there again: what is wrong in a new sheet
 * must not go unseen.
 */
export function keptLayout(grid: readonly GridColumn[]): ColumnLayout {
  const { widths, orders } = read();
  const order = orders.find((one) => one.columns === kindOf(grid))?.order ?? PLAIN_LAYOUT.order;
  return { ...PLAIN_LAYOUT, order, widths };
}

/** Arranges the columns of the open sheet otherwise, for the next time, too. */
export function arrangeColumns(change: (layout: ColumnLayout) => ColumnLayout): void {
  const layout = change(gridState().layout);
  setGrid({ layout });
  const { sheet } = get();
  if (sheet) keep(sheet.grid, layout);
}

function keep(grid: readonly GridColumn[], { order, widths }: ColumnLayout): void {
  const columns = kindOf(grid);
  const others = read().orders.filter((one) => one.columns !== columns);
  const orders = order.length === 0 ? others : [{ columns, order: [...order] }, ...others];
  const kept: Kept = { widths, orders: orders.slice(0, MOST) };
  localStorage.setItem(KEY, JSON.stringify(kept));
}

const kindOf = (grid: readonly GridColumn[]): string => grid.map((one) => one.field).join(' ');

function read(): Kept {
  const nothing: Kept = { widths: {}, orders: [] };
  try {
    return keptSchema.catch(nothing).parse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return nothing;
  }
}
