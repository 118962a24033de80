import { existsSync } from 'node:fs';
import path from 'node:path';
import { LedgerError, ledgerErrorMessage, openLedger, type Ledger, type LedgerOptions } from '../ledger';

/**
 * The data folder's ledger: read by any number of engines, written by one. It is opened when first needed, and for
 * writing only when something is to be written, so that a check or a list of runs is in nobody's way.
 */
export class LedgerAccess {
  #open: Promise<Ledger> | null = null;
  #mode: Ledger['mode'] | null = null;
  #readEmpty = false;
  #notices: string[] = [];
  /** A ledger that is damaged or gone: no new one is begun before a person had the chance to bring a backup back. */
  #lost: LedgerError | null = null;
  /** Why it could not be opened for writing the last time, in words; null: it could, or was not tried. */
  #refused: string | null = null;

  constructor(private readonly options: Omit<LedgerOptions, 'mode'>) {}

  /** What a person should know about it, in words. */
  get notices(): readonly string[] {
    return this.#refused === null ? this.#notices : [this.#refused, ...this.#notices];
  }

  /** The same without what keeps it from being written: what opening it found. */
  get findings(): readonly string[] {
    return this.#notices;
  }

  get mode(): Ledger['mode'] | null {
    return this.#mode;
  }

  /** For questions. Throws LedgerError. */
  async reading(): Promise<Ledger> {
    // What was read as "nothing there yet" may have been begun by another process since.
    if (this.#mode === 'read' && this.#readEmpty && existsSync(this.#file)) await this.close();
    if (!this.#open) this.#begin('read');
    return this.#current();
  }

  /** For changes. Throws LedgerError `locked` while another process works with it; tried anew each time. */
  async writing(): Promise<Ledger> {
    if (this.#lost) throw this.#lost;
    if (this.#mode === 'write') return this.#current();
    const before = this.#open;
    this.#begin('write');
    try {
      const ledger = await this.#current();
      this.#refused = null;
      this.#notices = [...ledger.notices];
      await (await before?.catch(() => null))?.close();
      return ledger;
    } catch (error) {
      if (error instanceof LedgerError) {
        this.#refused = ledgerErrorMessage(error);
        if (error.code === 'damaged' || error.code === 'missing') this.#lost = error;
      }
      if (before) {
        this.#open = before;
        this.#mode = 'read';
      }
      throw error;
    }
  }

  /**
   * What a person can do about an error: a reader that finds the ledger damaged changes nothing, so it is opened as a
   * writer does, which sets it aside and names the backup. Yields that error, or the one given.
   */
  async explained(error: unknown): Promise<unknown> {
    if (!(error instanceof LedgerError) || error.code !== 'damaged' || error.facts.setAside) return error;
    try {
      await this.writing();
      return error;
    } catch (told) {
      return told instanceof LedgerError && told.code === 'damaged' ? told : error;
    }
  }

  /** Opens it for writing if that can be; what keeps it from that is among the notices. */
  async tryWriting(): Promise<void> {
    await this.writing().catch((error: unknown) => {
      if (!(error instanceof LedgerError)) throw error;
    });
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    this.#mode = null;
    await (await open?.catch(() => null))?.close();
  }

  #begin(mode: Ledger['mode']): void {
    this.#mode = mode;
    this.#readEmpty = !existsSync(this.#file);
    this.#open = openLedger({ ...this.options, mode });
  }

  async #current(): Promise<Ledger> {
    const open = this.#open;
    if (!open) throw new LedgerError('failed', { path: this.#file });
    try {
      return await open;
    } catch (error) {
      if (this.#open === open) {
        this.#open = null;
        this.#mode = null;
      }
      throw error;
    }
  }

  get #file(): string {
    return path.join(this.options.dataDir, 'ledger.db');
  }
}
