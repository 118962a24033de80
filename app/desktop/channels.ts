/** Every message between the window and the shell, in one map; `preload.ts` and `ipc.ts` are checked against it. */
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  EngineEvent,
  MenuAction,
  Reply,
  SheetView,
  ShellCommandInput,
  ShellCommandName,
  ShellCommandOutput,
} from '../engine/contract';

/** What the window asks, by the name of its verb. */
export type Verbs = {
  [K in CommandName]: { input: CommandInput<K>; output: CommandOutput[K] };
} & {
  [K in ShellCommandName]: { input: ShellCommandInput<K>; output: ShellCommandOutput[K] };
};
export type Verb = keyof Verbs;

/** What the shell tells the window without being asked. */
export type Tellings = {
  event: EngineEvent;
  sheet: Reply<SheetView>;
  menu: MenuAction;
};
export type Telling = keyof Tellings;

export const verbChannel = <V extends Verb>(verb: V): `ask:${V}` => `ask:${verb}`;
export const tellingChannel = <T extends Telling>(telling: T): `tell:${T}` => `tell:${telling}`;
