import type { Words } from './en';
import { fieldsDe } from './de-fields';
import { problemsDe } from './de-problems';
import { reviewDe } from './de-review';
import { runDe } from './de-run';
import { saidAccountDe } from './de-said-account';
import { saidFilesDe } from './de-said-files';
import { saidRunsDe } from './de-said-runs';
import { setupDe } from './de-setup';
import { shellDe } from './de-shell';

/** All text of the window, in German. */
export const de: Words = {
  ...shellDe,
  ...fieldsDe,
  ...setupDe,
  ...reviewDe,
  ...problemsDe,
  ...runDe,
  ...saidFilesDe,
  ...saidAccountDe,
  ...saidRunsDe,
};
