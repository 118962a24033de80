import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { newFolder, removeFolders } from './bench-engine';
import { finish as ended, sentWith } from './orders-fetch';
import type { Sent } from './orders-ours';

export { prepare } from './orders-fetch';

/** The same with what no careful program can leave out: a line on disk before each request and one after it. */
export async function run(...given: Parameters<ReturnType<typeof sentWith>>): Promise<Sent> {
  const file = openSync(path.join(newFolder(), 'orders.jsonl'), 'a');
  const record = (line: string): void => {
    writeSync(file, `${line}\n`);
    fdatasyncSync(file);
  };
  const sent = await sentWith({ Connection: 'close' }, record)(...given);
  closeSync(file);
  return sent;
}

export async function finish(ready: Parameters<typeof ended>[0]): Promise<void> {
  await ended(ready);
  removeFolders();
}
