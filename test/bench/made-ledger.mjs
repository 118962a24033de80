/** Ledgers whose audit trail has many events, made once as runs make them and kept in out/. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { OUT } from '../../build/steps.mjs';

/** The data folder of a ledger with that many events. `measured(contender, input)` runs a contender in a process of its own. */
export async function madeLedger(events, measured) {
  const dataDir = path.join(OUT, 'bench', `ledger-${events}`);
  if (existsSync(dataDir)) return dataDir;
  const part = `${dataDir}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  await measured('make-ledger', { dataDir: part, events });
  renameSync(part, dataDir);
  return dataDir;
}
