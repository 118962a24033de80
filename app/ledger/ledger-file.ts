import fs from 'node:fs';
import path from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { LedgerError } from './ledger-error';
import { stampOf } from './stamp';

const COMPANIONS = ['', '-wal', '-shm'];
type Known = { inode: bigint; device: bigint; size: bigint };

/** The ledger's file, and what tells that it is no longer the one that was opened. */
export class LedgerFile {
  readonly path: string;
  readonly dataDir: string;
  /** The file and its write-ahead log: both hold what was recorded. */
  #known = new Map<string, Known>();

  constructor(dataDir: string) {
    this.dataDir = dataDir;
    this.path = path.join(dataDir, 'ledger.db');
  }

  /** Remembers which file this is. Call when it is open and has been written to. */
  remember(): void {
    for (const file of [this.path, `${this.path}-wal`]) {
      const known = knownOf(file);
      if (known && !this.#known.has(file)) this.#known.set(file, known);
    }
  }

  /** Throws LedgerError `removed` when the file was deleted, replaced or cut short since it was opened. */
  check(): void {
    for (const [file, known] of this.#known) {
      const found = knownOf(file);
      const same = found && found.inode === known.inode && found.device === known.device;
      // Neither shrinks by itself: nothing here vacuums, and SQLite begins its log anew in place.
      if (!same || found.size < known.size) throw new LedgerError('removed', { path: this.path });
      known.size = found.size;
    }
  }

  /** Moves the file and its companions aside, never over anything; yields the new path. */
  setAside(reason: string, at: number): string {
    const stem = path.join(this.dataDir, `ledger-${reason}-${stampOf(at)}`);
    let target = `${stem}.db`;
    for (let number = 2; COMPANIONS.some((end) => fs.existsSync(target + end)); number++)
      target = `${stem}-${number}.db`;
    for (const end of COMPANIONS) {
      if (fs.existsSync(this.path + end)) fs.renameSync(this.path + end, target + end);
    }
    return target;
  }

  /**
   * Saves what a database still holds whose file was taken from under it. In the file's place when that is free,
   * else beside it; yields the path.
   */
  rescue(db: DatabaseSyncInstance, at: number): string {
    fs.mkdirSync(this.dataDir, { recursive: true });
    const target = path.join(this.dataDir, `ledger-rescued-${stampOf(at)}.db`);
    fs.rmSync(target, { force: true });
    db.prepare('vacuum into ?').run(target);
    fs.chmodSync(target, 0o600);
    toDisk(target);
    if (fs.existsSync(this.path)) return target;
    // A write-ahead log of the lost file must not be taken for one of the new.
    if (COMPANIONS.some((end) => fs.existsSync(this.path + end))) this.setAside('lost', at);
    fs.renameSync(target, this.path);
    return this.path;
  }
}

function knownOf(file: string): Known | null {
  const found = fs.statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? { inode: found.ino, device: found.dev, size: found.size } : null;
}

/** Forces a file that was just written onto the disk. */
export function toDisk(file: string): void {
  const handle = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Makes a name in a folder durable, so that it does not outlive only what is done after it. Windows has no such thing. */
export function folderToDisk(folder: string): void {
  let handle: number | null = null;
  try {
    handle = fs.openSync(folder, 'r');
    fs.fsyncSync(handle);
  } catch {
    // Nothing more can be done about it there.
  } finally {
    if (handle !== null) fs.closeSync(handle);
  }
}
