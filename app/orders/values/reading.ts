import type { Finding } from '../problems';

/** What a cell's text means to a field: a value, or nothing; and what was noticed on the way. */
export type Reading<T> = { readonly value: T | undefined; readonly findings: readonly Finding[] };

const NOTHING: readonly Finding[] = [];
export const means = <T>(value: T, ...findings: Finding[]): Reading<T> => ({
  value,
  findings: findings.length === 0 ? NOTHING : findings,
});
export const unreadable = (...findings: Finding[]): Reading<never> => ({ value: undefined, findings });
