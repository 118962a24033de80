/** The only file that touches `ipcMain`: every message is checked for its sender and parsed before anyone sees it. */
import { ipcMain, type BrowserWindow } from 'electron';
import {
  COMMANDS,
  SHELL_COMMANDS,
  type CommandInput,
  type CommandName,
  type Failure,
  type Reply,
  type ShellCommandInput,
  type ShellCommandName,
  type ShellCommandOutput,
  type CommandOutput,
} from '../engine/contract';
import { tellingChannel, verbChannel, type Telling, type Tellings, type Verb } from './channels';
import { isTrusted } from './trusted-sender';

/** Who answers the window. */
export type Answers = {
  engine<K extends CommandName>(name: K, input: CommandInput<K>): Promise<Reply<CommandOutput[K]>>;
  shell: {
    [K in ShellCommandName]: (input: ShellCommandInput<K>) => Promise<Reply<ShellCommandOutput[K]>>;
  };
};

type Schema<T> = { safeParse(input: unknown): { success: true; data: T } | { success: false } };

const commandSchemas: { [K in CommandName]: Schema<CommandInput<K>> } = COMMANDS;
const shellSchemas: { [K in ShellCommandName]: Schema<ShellCommandInput<K>> } = SHELL_COMMANDS;

/** Answers every verb of the window; `windowId` yields the id of its web contents, null while there is none. */
export function answerWindow(
  answers: Answers,
  windowId: () => number | null,
  refused: (verb: Verb, code: string) => void,
): void {
  const answer = <T>(verb: Verb, schema: Schema<T>, work: (input: T) => Promise<Reply<unknown>>): void => {
    const refuse = (error: Failure): Reply<never> => {
      refused(verb, error.code);
      return { ok: false, error };
    };
    ipcMain.handle(verbChannel(verb), async (event, input: unknown): Promise<Reply<unknown>> => {
      if (!isTrusted(event, windowId())) return refuse(UNTRUSTED);
      const parsed = schema.safeParse(input);
      return parsed.success ? work(parsed.data) : refuse(UNREADABLE);
    });
  };
  for (const name of keysOf(COMMANDS)) answerCommand(name);
  for (const name of keysOf(SHELL_COMMANDS)) answerShell(name);

  function answerCommand<K extends CommandName>(name: K): void {
    answer(name, commandSchemas[name], (input: CommandInput<K>) => answers.engine(name, input));
  }
  function answerShell<K extends ShellCommandName>(name: K): void {
    answer(name, shellSchemas[name], (input: ShellCommandInput<K>) => answers.shell[name](input));
  }
}

/** Tells the window something, if there is one. */
export function tellWindow<T extends Telling>(
  window: BrowserWindow | null,
  telling: T,
  told: Tellings[T],
): void {
  if (window && !window.isDestroyed()) window.webContents.send(tellingChannel(telling), told);
}

const UNTRUSTED: Failure = {
  code: 'untrusted-sender',
  message: 'This request did not come from the window of PBX Orders and was refused.',
};
const UNREADABLE: Failure = {
  code: 'bad-request',
  message: 'The window asked for something in a form the app does not know. Nothing was done.',
};

const keysOf = <T extends object>(object: T): (keyof T & string)[] =>
  Object.keys(object) as (keyof T & string)[];
