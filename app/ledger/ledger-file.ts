import fs from 'node:fs';
import path from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { LedgerError } from './ledger-error';
import { stampOf } from './stamp';

const COMPANIONS = ['', '-wal', '-shm'];

/** The ledger's file, and what tells that it is no longer the one that was opened. */
export class LedgerFile {
  readonly path: string;
  #identity: { inode: number; device: number } | null = null;
  #size = 0;

  constructor(dataDir: string) {
    this.path = path.join(dataDir, 'ledger.db');
  }

  /** Remembers which file this is. Call when it is open. */
  remember(): void {
    const { ino, dev, size } = fs.statSync(this.path);
    this.#identity = { inode: ino, device: dev };
    this.#size = size;
  }

  /** Throws LedgerError `removed` when the file was deleted, replaced or cut short since it was opened. */
  check(): void {
    const found = fs.statSync(this.path, { throwIfNoEntry: false });
    const same = found && found.ino === this.#identity?.inode && found.dev === this.#identity.device;
    if (!same || found.size < this.#size) throw new LedgerError('removed', { path: this.path });
    this.#size = found.size;
  }

  /** Moves the file and its companions aside, never over anything; yields the new path. */
  setAside(reason: string, at: number): string {
    let target = path.join(path.dirname(this.path), `ledger-${reason}-${stampOf(at)}.db`);
    for (let number = 2; fs.existsSync(target); number++)
      target = target.replace(/(-\d+)?\.db$/, `-${number}.db`);
    for (const end of COMPANIONS) {
      if (fs.existsSync(this.path + end)) fs.renameSync(this.path + end, target + end);
    }
    return target;
  }

  /** Files set aside earlier, oldest first. */
  damagedBefore(): string[] {
    return fs
      .readdirSync(path.dirname(this.path))
      .filter((name) => /^ledger-damaged-.*\.db$/.test(name))
      .sort();
  }

  /**
   * Saves what a database still holds whose file was taken from under it. In the file's place when that is free,
   * else beside it; yields the path.
   */
  rescue(db: DatabaseSyncInstance, at: number): string {
    const target = path.join(path.dirname(this.path), `ledger-rescued-${stampOf(at)}.db`);
    fs.rmSync(target, { force: true });
    db.prepare('vacuum into ?').run(target);
    if (fs.existsSync(this.path)) return target;
    // A write-ahead log of the lost file must not be taken for one of the new.
    this.setAside('lost', at);
    fs.renameSync(target, this.path);
    return this.path;
  }
}
