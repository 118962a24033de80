import type { AuditProblem } from './audit-problem';
import { chainHash, type ChainHead } from '../event-chain';

/** Problems kept; of any more only the number is known. */
const MOST = 1000;

/** Follows a chain event by event and names whatever is not as it was written. Needs no more memory for a long chain. */
export class ChainFollower {
  readonly problems: AuditProblem[] = [];
  #found = 0;
  #seq: number;
  /** Null after a gap, where the next event can't be held against the one before. */
  #hash: string | null;
  /** Last event whose own hash was known. */
  #stated: number;
  #missing: { from: number; to: number }[] = [];

  constructor(start: ChainHead) {
    this.#seq = start.seq;
    this.#hash = start.hash;
    this.#stated = start.seq;
  }

  /** The last event, and its hash as far as it follows from what came before. */
  get head(): ChainHead {
    return { seq: this.#seq, hash: this.#hash ?? '' };
  }

  /** Problems, named or not. */
  get found(): number {
    return this.#found;
  }

  /** The next event of the chain; `hash` null when only the digest of its content is known. */
  take(seq: number, digest: string, hash: string | null): void {
    if (seq <= this.#seq) return this.#takeLate(seq);
    if (seq > this.#seq + 1) {
      this.#missing.push({ from: this.#seq + 1, to: seq - 1 });
      this.#hash = null;
    }
    this.#seq = seq;
    const follows = this.#hash === null ? null : chainHash(this.#hash, digest);
    if (follows !== null && hash !== null && follows !== hash)
      this.report({ kind: 'changed', seq, from: Math.min(this.#stated + 1, seq) });
    this.#hash = hash ?? follows;
    if (hash !== null) this.#stated = seq;
  }

  report(problem: AuditProblem): void {
    this.#found++;
    if (this.problems.length < MOST) this.problems.push(problem);
  }

  /** Call after the last event: what never came is missing. */
  end(): void {
    for (const { from, to } of this.#missing) this.report({ kind: 'missing', seq: to, from });
    this.#missing = [];
    this.problems.sort((a, b) => a.seq - b.seq);
  }

  #takeLate(seq: number): void {
    const gap = this.#missing.findIndex(({ from, to }) => from <= seq && seq <= to);
    const hole = this.#missing[gap];
    this.report({ kind: hole ? 'reordered' : 'repeated', seq });
    if (!hole) return;
    const rest = [
      { from: hole.from, to: seq - 1 },
      { from: seq + 1, to: hole.to },
    ].filter(({ from, to }) => from <= to);
    this.#missing.splice(gap, 1, ...rest);
  }
}
