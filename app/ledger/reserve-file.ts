import fs from 'node:fs';
import path from 'node:path';

/** Room for two answers of the largest size, taken from the disk while there is some. */
const RESERVED_BYTES = 256 * 1024;
const NAME = 'unsaved-answers.jsonl';

/**
 * Where an answer goes when the ledger can't take it (a full disk). Its bytes are allocated beforehand, so that
 * writing into them needs no new room.
 */
export class ReserveFile {
  readonly path: string;
  #used: number;

  /** Opens or allocates the file; `lines` are what an earlier run left. Throws the system's error. */
  constructor(dataDir: string) {
    this.path = path.join(dataDir, NAME);
    if (!fs.existsSync(this.path)) this.#allocate();
    this.#used = Buffer.byteLength(this.#text());
  }

  /** Lines not yet taken into the ledger, oldest first. */
  lines(): string[] {
    return this.#text().split('\n').filter(Boolean);
  }

  /** Yields whether the line is on disk. */
  append(line: string): boolean {
    const bytes = Buffer.from(`${line}\n`);
    try {
      fs.mkdirSync(path.dirname(this.path), { recursive: true });
      // A file removed meanwhile is made anew.
      const there = fs.existsSync(this.path);
      if (!there) this.#used = 0;
      const file = fs.openSync(this.path, there ? 'r+' : 'w+', 0o600);
      try {
        writeAll(file, bytes, this.#used);
        fs.fsyncSync(file);
      } finally {
        fs.closeSync(file);
      }
      this.#used += bytes.length;
      return true;
    } catch {
      return false;
    }
  }

  /** Forgets the lines, once the ledger has them. */
  clear(): void {
    if (this.#used === 0) return;
    this.#allocate();
    this.#used = 0;
  }

  #text(): string {
    return fs
      .readFileSync(this.path, 'utf8')
      .trimEnd()
      .replace(/[^\n]$/, '$&\n');
  }

  #allocate(): void {
    const file = fs.openSync(this.path, fs.existsSync(this.path) ? 'r+' : 'w+', 0o600);
    try {
      const blank = Buffer.alloc(RESERVED_BYTES, ' ');
      writeAll(file, blank, 0);
      fs.ftruncateSync(file, RESERVED_BYTES);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
  }
}

/** A disk that fills up takes a part of what it is given before it says so. */
function writeAll(file: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length;)
    done += fs.writeSync(file, bytes, done, bytes.length - done, position + done);
}
