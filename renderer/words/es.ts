import type { Words } from './en';
import { fieldsEs } from './es-fields';
import { problemsEs } from './es-problems';
import { reviewEs } from './es-review';
import { runEs } from './es-run';
import { saidAccountEs } from './es-said-account';
import { saidFilesEs } from './es-said-files';
import { saidRunsEs } from './es-said-runs';
import { setupEs } from './es-setup';
import { shellEs } from './es-shell';

/** All text of the window, in Spanish. */
export const es: Words = {
  ...shellEs,
  ...fieldsEs,
  ...setupEs,
  ...reviewEs,
  ...problemsEs,
  ...runEs,
  ...saidFilesEs,
  ...saidAccountEs,
  ...saidRunsEs,
};
