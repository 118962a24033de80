import type { Catalog, OrderRequest } from '../../orders';
import type { Capacity } from '../answers';
import type { Fault } from './faults';

/** A create the sandbox carried out. */
export type AcceptedCreate = { cloudPbxId: string; url: string; at: number; order: OrderRequest };

export type SandboxOptions = {
  /** 0 or absent: any free one. */
  port?: number;
  catalog?: Catalog;
  tokenLifetimeMs?: number;
  now?: () => number;
  /** Where its PBXs are kept from one start to the next; absent: in memory. */
  storeFile?: string;
  /** How long every answer takes at least. */
  latencyMs?: number;
  clientId?: string;
  clientSecret?: string;
  /** What the account has in all. */
  capacity?: { [Of in keyof Capacity]: number };
};

/** A YCM of one's own on this machine, where nothing costs money. */
export type Sandbox = {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Every create it carried out since it was started, in order. */
  accepted(): AcceptedCreate[];
  /** Something goes wrong with the next call the fault is for. */
  push(fault: Fault): void;
  /** Something goes wrong with every such call; null: no more. */
  always(fault: Fault | null): void;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
};

/** Starts a sandbox on the loopback interface. Rejects with the system's error when the port is taken or the store can't be read. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  throw new Error(`not yet ${options.port}`);
}
