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

  /** On disk when it returns. Throws the system's error. */
  append(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    // 'r+' never creates; a file removed meanwhile is made anew.
    const file = fs.openSync(this.path, fs.existsSync(this.path) ? 'r+' : 'w+');
    try {
      fs.writeSync(file, bytes, 0, bytes.length, this.#used);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    this.#used += bytes.length;
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
    const file = fs.openSync(this.path, fs.existsSync(this.path) ? 'r+' : 'w+');
    try {
      const blank = Buffer.alloc(RESERVED_BYTES, ' ');
      fs.writeSync(file, blank, 0, blank.length, 0);
      fs.ftruncateSync(file, RESERVED_BYTES);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
  }
}
