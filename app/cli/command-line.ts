import { InvalidArgumentError, type Command } from 'commander';
import type { CommandContext, CommonOptions } from './context';

/** What every group of commands is added with. */
export type Shared = { program: Command; context: CommandContext; done: (code: number) => void };

/** A command that takes `--data` and `--json` after its name, too. */
export function commandOf(parent: Command, words: string, description: string): Command {
  return parent
    .command(words)
    .description(description)
    .option('--data <dir>', 'folder of ledger, settings and catalogs')
    .option('--json', 'print JSON, for programs');
}

/** Options of the command itself with those given before its name. */
export function common(command: Command): CommonOptions {
  const { data, json } = command.optsWithGlobals<CommonOptions>();
  return { ...(data !== undefined && { data }), ...(json !== undefined && { json }) };
}

/** For repeatable options: all values given, in order. */
export const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

export function oneOf(...choices: string[]): (value: string) => string {
  return (value) => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`It can be ${choices.join(' or ')}.`);
    return value;
  };
}

export function wholeNumber(value: string): number {
  if (!/^\d{1,7}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}
