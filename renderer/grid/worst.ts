import type { Level } from '../../app/engine/contract';

const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/** The gravest level among problems; null: there are none. */
export const worst = (problems: readonly { level: Level }[]): Level | null =>
  LEVELS.find((level) => problems.some((one) => one.level === level)) ?? null;
