import { InvalidArgumentError, type Command } from 'commander';
import { LIMIT_BOUNDS, type Limits } from '../engine';

/** Commander makes an empty text of a value that is null. */
const NONE = 'none';

/** When a run stops by itself, and how patient it is; absent: as the settings of the data folder say. */
export type LimitOptions = {
  maxPbxs?: number | typeof NONE;
  maxExtensions?: number | typeof NONE;
  stopAfterRejections?: number;
  stopAfterUnconfirmed?: number;
  attempts?: number;
  longestWait?: number;
};

export function addLimitOptions(command: Command): Command {
  return command
    .option('--max-pbxs <number>', 'most PBXs the run may create, or none', orNone(within('maxPbxs')))
    .option(
      '--max-extensions <number>',
      'most extensions the run may create, or none',
      orNone(within('maxExtensions')),
    )
    .option(
      '--stop-after-rejections <number>',
      'stop after so many rejections in a row for one reason',
      within('equalRejections'),
    )
    .option(
      '--stop-after-unconfirmed <number>',
      'stop after so many orders in a row without a known outcome',
      within('unconfirmedInARow'),
    )
    .option(
      '--attempts <number>',
      'how often an order that was not sent is tried while YCM can’t be reached',
      within('attempts'),
    )
    .option('--longest-wait <seconds>', 'most to wait between two attempts', within('longestWaitSeconds'));
}

/** The options as the engine takes them. */
export function limitsOf(options: LimitOptions): Partial<Limits> {
  const { maxPbxs, maxExtensions, stopAfterRejections, stopAfterUnconfirmed, attempts, longestWait } =
    options;
  return {
    ...(maxPbxs !== undefined && { maxPbxs: capOf(maxPbxs) }),
    ...(maxExtensions !== undefined && { maxExtensions: capOf(maxExtensions) }),
    ...(stopAfterRejections !== undefined && { equalRejections: stopAfterRejections }),
    ...(stopAfterUnconfirmed !== undefined && { unconfirmedInARow: stopAfterUnconfirmed }),
    ...(attempts !== undefined && { attempts }),
    ...(longestWait !== undefined && { longestWaitSeconds: longestWait }),
  };
}

function within(limit: keyof typeof LIMIT_BOUNDS): (value: string) => number {
  const { least, most } = LIMIT_BOUNDS[limit];
  return (value) => {
    const number = /^\d{1,7}$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

const orNone =
  (number: (value: string) => number) =>
  (value: string): number | typeof NONE =>
    value === NONE ? NONE : number(value);

const capOf = (given: number | typeof NONE): number | null => (given === NONE ? null : given);
