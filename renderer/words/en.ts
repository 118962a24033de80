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
export type ShellWords = Part<typeof shellEn>;
export type FieldWords = Part<typeof fieldsEn>;
export type SetupWords = Part<typeof setupEn>;
export type ReviewWords = Part<typeof reviewEn>;
export type RunWords = Part<typeof runEn>;
export type ProblemWords = Part<typeof problemsEn>;
export type SaidFilesWords = Part<typeof saidFilesEn>;
export type SaidAccountWords = Part<typeof saidAccountEn>;
export type SaidRunsWords = Part<typeof saidRunsEn>;

/** Screens still get new words today: what a language lacks it says in English. */
type Part<T> = Partial<Wide<T>>;
