import { LANGUAGES } from '../../../renderer/words/words';

/** Every language of the window, by its id. */
export const CATALOGUES = await Promise.all(
  Object.entries(LANGUAGES).map(async ([language, { load }]) => [language, await load()] as const),
);
