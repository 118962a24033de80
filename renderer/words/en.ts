import { fieldsEn } from './en-fields';
import { problemsEn } from './en-problems';
import { reviewEn } from './en-review';
import { runEn } from './en-run';
import { saidAccountEn } from './en-said-account';
import { saidFilesEn } from './en-said-files';
import { saidRunsEn } from './en-said-runs';
import { setupEn } from './en-setup';
import { shellEn } from './en-shell';

/** All text of the window, in English. The other languages have exactly these keys. */
export const en = {
  ...shellEn,
  ...fieldsEn,
  ...setupEn,
  ...reviewEn,
  ...problemsEn,
  ...runEn,
  ...saidFilesEn,
  ...saidAccountEn,
  ...saidRunsEn,
};

type Wide<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };
/** What a language must say. */
export interface Words extends Wide<typeof en> {}
export type ShellWords = Wide<typeof shellEn>;
export type FieldWords = Wide<typeof fieldsEn>;
export type SetupWords = Wide<typeof setupEn>;
export type ReviewWords = Wide<typeof reviewEn>;
export type RunWords = Wide<typeof runEn>;
export type ProblemWords = Wide<typeof problemsEn>;
export type SaidFilesWords = Wide<typeof saidFilesEn>;
export type SaidAccountWords = Wide<typeof saidAccountEn>;
export type SaidRunsWords = Wide<typeof saidRunsEn>;
