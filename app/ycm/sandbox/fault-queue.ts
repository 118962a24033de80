import { faultSchema, type Fault, type FaultTarget, type ReadFault } from './faults';

/** The faults to come: pushed ones first, each once, then the one that always strikes. */
export class FaultQueue {
  private readonly once: ReadFault[] = [];
  private standing: ReadFault | null = null;

  /** Throws ZodError for what is no fault. */
  push(fault: Fault): void {
    this.once.push(faultSchema.parse(fault));
  }

  always(fault: Fault | null): void {
    this.standing = fault === null ? null : faultSchema.parse(fault);
  }

  /** What strikes the next call of that kind; null: nothing. */
  next(target: FaultTarget): ReadFault | null {
    const strikes = (fault: ReadFault): boolean => fault.on === 'any' || fault.on === target;
    const at = this.once.findIndex(strikes);
    if (at >= 0) return this.once.splice(at, 1)[0] ?? null;
    return this.standing && strikes(this.standing) ? this.standing : null;
  }
}
