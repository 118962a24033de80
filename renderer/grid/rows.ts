import { bridge } from '../bridge';
import { RowPages } from './row-pages';

/** The rows of the sheet that is open. */
export const rowPages = new RowPages(async ({ sheetId, filter }, from, count) => {
  const reply = await bridge().rows({ sheetId, filter, from, count });
  // A failure shows as rows that stay away; the sheet was closed, or the engine is gone and says so itself.
  return reply.ok ? reply.value : null;
});
