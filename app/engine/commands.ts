import type { z } from 'zod';
import { COMMANDS, type CommandInput, type CommandName, type CommandOutput, type Reply } from './contract';
import { failureOf } from './failure-words';
import type { Parts } from './parts';
import { runCommands } from './run-commands';
import type { Running } from './running';
import { settingsCommands } from './settings-commands';
import { sheetCommands, type Answers } from './sheet-commands';

export type Commands = (command: string, input: unknown) => Promise<Reply<unknown>>;

/** What the window may ask: each command's input is parsed before anything looks at it. Never throws. */
export function createCommands(parts: Parts, running: Running): Commands {
  const answers: Answers<CommandName> = {
    ...sheetCommands(parts),
    ...runCommands(parts, running),
    ...settingsCommands(parts),
  };
  const answer = async <K extends CommandName>(
    command: K,
    input: unknown,
  ): Promise<Reply<CommandOutput[K]>> => {
    const parsed = SCHEMAS[command].safeParse(input);
    if (!parsed.success) return refused(`What was asked of "${command}" can't be understood.`);
    try {
      return { ok: true, value: await answers[command](parsed.data) };
    } catch (error) {
      return { ok: false, error: failureOf(parts, error) };
    }
  };
  return async (command, input) =>
    isCommand(command) ? answer(command, input) : refused(`There is no command "${command}".`);
}

/** So that the compiler sees which input belongs to which command. */
const SCHEMAS: { [K in CommandName]: z.ZodType<CommandInput<K>> } = COMMANDS;

const isCommand = (command: string): command is CommandName => Object.hasOwn(COMMANDS, command);

const refused = (message: string): Reply<never> => ({ ok: false, error: { code: 'bad-request', message } });
