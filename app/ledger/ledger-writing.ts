import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Kysely, Transaction } from 'kysely';
import { authorOf, type Author } from './author';
import { chainHead, type ChainHead } from './event-chain';
import type { HeadMark } from './head-mark';
import type { LedgerOptions } from './ledger';
import { LedgerError } from './ledger-error';
import type { LedgerFile } from './ledger-file';
import { LedgerReading } from './ledger-reading';
import type { Tables } from './tables';
import type { UnsavedAnswers } from './unsaved-answers';

export type LedgerParts = {
  db: DatabaseSyncInstance;
  queries: Kysely<Tables>;
  file: LedgerFile;
  /** Null when reading. */
  unsaved: UnsavedAnswers | null;
  mark: HeadMark | null;
  options: LedgerOptions;
  notices: string[];
  release: () => void;
};

/** How a Ledger writes: one transaction at a time, each on disk, in the very file that was opened. */
export class LedgerWriting extends LedgerReading {
  protected readonly parts: LedgerParts;
  #rescued: string | null = null;

  constructor(parts: LedgerParts) {
    super(parts.queries, parts.file.path);
    this.parts = parts;
  }

  protected get author(): Author {
    return authorOf(this.parts.options);
  }

  /** One transaction, on disk when it resolves. Answers that could not be stored before go in first. */
  protected async write<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    const { queries, file, unsaved, mark } = this.parts;
    if (!unsaved || !mark) throw new LedgerError('read-only', { path: file.path });
    try {
      return await this.guarded(async () => {
        file.check();
        if (unsaved.waiting) {
          await queries.transaction().execute((tx) => unsaved.recover(tx, this.author));
          unsaved.forget();
        }
        const { result, head } = await queries.transaction().execute(async (tx) => {
          const result = await work(tx);
          return { result, head: await chainHead(tx) };
        });
        // What went into a file that nobody will find again was not recorded.
        file.check();
        file.remember();
        noteHead(head, mark);
        return result;
      });
    } catch (error) {
      if (error instanceof LedgerError && error.code === 'removed') this.#rescue(error);
      throw error;
    }
  }

  /** Saves, once, what the ledger held when its file was taken away. Adds to the error where it went. */
  #rescue(error: LedgerError): void {
    const { file, db, options } = this.parts;
    try {
      this.#rescued ??= file.rescue(db, options.now());
      error.facts.setAside = this.#rescued;
    } catch {
      // A file that was cut short can't be copied any more; the next start sets it aside and names the backup.
    }
  }
}

function noteHead(head: ChainHead, mark: HeadMark): void {
  try {
    mark.write(head);
  } catch {
    // The mark is an alarm, not a record: an old one still finds a ledger that went back further.
  }
}
