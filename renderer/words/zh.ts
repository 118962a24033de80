import type { Words } from './en';
import { fieldsZh } from './zh-fields';
import { problemsZh } from './zh-problems';
import { reviewZh } from './zh-review';
import { runZh } from './zh-run';
import { saidAccountZh } from './zh-said-account';
import { saidFilesZh } from './zh-said-files';
import { saidRunsZh } from './zh-said-runs';
import { setupZh } from './zh-setup';
import { shellZh } from './zh-shell';

/** All text of the window, in simplified Chinese. */
export const zh: Words = {
  ...shellZh,
  ...fieldsZh,
  ...setupZh,
  ...reviewZh,
  ...problemsZh,
  ...runZh,
  ...saidFilesZh,
  ...saidAccountZh,
  ...saidRunsZh,
};
