import fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { ChainHead } from './event-chain';

const LENGTH = 128;
const mark = z.object({ seq: z.number().int(), hash: z.string(), told: z.boolean().exactOptional() });
type Mark = z.infer<typeof mark>;

/**
 * The last event that was recorded, noted in a file beside the ledger, so that a ledger that went back in time (a
 * restored backup, a lost write-ahead log, another file in its place) is noticed. Written after the ledger and not
 * forced to disk: after a power loss it may be older than the ledger, never newer.
 */
export class HeadMark {
  readonly #path: string;
  #file: number | null = null;

  constructor(dataDir: string) {
    this.#path = path.join(dataDir, 'ledger.head');
  }

  /** Null when there is none, or none that can be read. */
  read(): Mark | null {
    try {
      return mark.parse(JSON.parse(fs.readFileSync(this.#path, 'utf8')));
    } catch {
      return null;
    }
  }

  write({ seq, hash }: ChainHead, told = false): void {
    const text = JSON.stringify({ seq, hash, ...(told && { told }) }).padEnd(LENGTH);
    this.#file ??= fs.openSync(this.#path, fs.existsSync(this.#path) ? 'r+' : 'w+');
    fs.writeSync(this.#file, text, 0);
  }

  /** Notes that the operator was told that the ledger is gone, so that the next start may begin a new one. */
  told(): void {
    const known = this.read();
    if (known) this.write(known, true);
  }

  close(): void {
    if (this.#file !== null) fs.closeSync(this.#file);
    this.#file = null;
  }
}
