import type { Command } from 'commander';
import { SANDBOX, type Engine } from '../engine';
import { UsageError } from './usage-error';

/** Which account: a named connection, or an address and a client id. */
export type TargetOptions = { connection?: string; baseUrl?: string; clientId?: string };
export type AddressOptions = Pick<TargetOptions, 'baseUrl' | 'clientId'>;

/** What runs record as the name of an account that is not stored; given again, they find it again. */
const UNSTORED = 'command line';

export function addTargetOptions(command: Command): Command {
  return addAddressOptions(
    command.option('--connection <name>', 'a connection of the app; "sandbox" is built in (the default)'),
  );
}

/** For commands on a run, which has its connection already: only one that is not stored must be given again. */
export function addAddressOptions(command: Command): Command {
  return command
    .option('--base-url <url>', 'the base URL of an account, with --client-id')
    .option('--client-id <id>', 'its client id');
}

/** The name of the connection the options mean; one given by its address is added to the engine. */
export function target(engine: Engine, options: TargetOptions): string {
  if (!addAddress(engine, options)) return options.connection ?? SANDBOX;
  if (options.connection !== undefined)
    throw new UsageError('Give --connection, or --base-url and --client-id, not both.');
  return UNSTORED;
}

/** Adds an account given by its address, if one is, to the engine; yields whether one is. */
export function addAddress(engine: Engine, { baseUrl, clientId }: AddressOptions): boolean {
  if (baseUrl === undefined && clientId === undefined) return false;
  if (baseUrl === undefined || clientId === undefined) {
    throw new UsageError('--base-url and --client-id go together.');
  }
  engine.addConnection(UNSTORED, baseUrl, clientId);
  return true;
}
