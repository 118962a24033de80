import type { Draft } from '../../../app/engine/drafts';

export const EMPTY_DRAFT: Draft = {
  sheetName: null,
  encoding: null,
  delimiter: null,
  timeZone: null,
  map: {},
  constants: {},
  edits: {},
};
