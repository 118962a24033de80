/** What is not as it was written. `seq` names the event; `from` the first of several. */
export type AuditProblem =
  | { kind: 'changed' | 'missing'; seq: number; from: number }
  | { kind: 'reordered' | 'repeated' | 'unreadable'; seq: number }
  /** The last event known from elsewhere is not there. */
  | { kind: 'cut'; seq: number; source: string }
  /** The chain holds in itself, but another record of it says otherwise. */
  | { kind: 'rewritten'; seq: number; source: string }
  /** It is before the part of the trail that is there, so nothing can be said of it. */
  | { kind: 'before'; seq: number; source: string }
  /** The trail says itself that it lost the part this event was in. */
  | { kind: 'lost'; seq: number; source: string }
  /** The record differs from what the trail says of it. */
  | { kind: 'record'; seq: number; run: string; row: number | null; what: string };

/** The problem in words that name the event. */
export function auditProblemMessage(problem: AuditProblem): string {
  const { seq } = problem;
  switch (problem.kind) {
    case 'changed':
      return problem.from < seq
        ? `One of the events ${problem.from} to ${seq} was changed.`
        : `Event ${seq} was changed, or event ${seq - 1} was and its own hash made anew.`;
    case 'missing':
      return problem.from < seq
        ? `The events ${problem.from} to ${seq} are missing.`
        : `Event ${seq} is missing.`;
    case 'reordered':
      return `Event ${seq} is out of order.`;
    case 'repeated':
      return `Event ${seq} is there more than once: one was inserted.`;
    case 'unreadable':
      return `What follows event ${seq} can't be read as a line of an audit export.`;
    case 'cut':
      return `The trail is cut off: event ${seq} is known from ${problem.source} but is not there.`;
    case 'rewritten':
      return `The trail was rewritten: event ${seq} is not the one known from ${problem.source}.`;
    case 'before':
      return `Event ${seq}, known from ${problem.source}, is before this part of the trail begins, so it can't be compared. Verify the ledger or a whole export with it.`;
    case 'lost':
      return `Event ${seq} is known from ${problem.source}, but the trail says that it lost the events it was among.`;
    case 'record':
      return `Run ${problem.run}${problem.row === null ? '' : ` row ${problem.row}`}: ${problem.what} is not what event ${seq} recorded.`;
  }
}
