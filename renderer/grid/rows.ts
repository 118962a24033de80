import { bridge } from '../bridge';
import { set } from '../state/window-store';
import { RowPages } from './row-pages';

/** The rows of the sheet that is open. */
export const rowPages = new RowPages(async ({ sheetId, filter }, from, count) => {
  const reply = await bridge().rows({ sheetId, filter, from, count });
  if (reply.ok) return reply.value;
  set({ failure: reply.error });
  return null;
});
