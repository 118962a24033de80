import { eventDigest, type ChainHead } from '../event-chain';
import type { AuditEntry } from './audit-entries';
import type { AuditFilter } from './audit-filter';

/** Digests of left-out events on one line. */
const OMITTED_AT_ONCE = 500;

export type ExportFacts = { at: number; operator: string; osUser: string; filter: AuditFilter };
export type Exported = { events: number; head: ChainHead };

/**
 * The trail as JSON lines that can be verified by themselves, see docs/audit.md: what the filter leaves out before
 * its first event is one hash, and after it a digest for each event.
 */
export async function* jsonLines(
  pages: AsyncIterable<AuditEntry[]>,
  facts: ExportFacts,
  exported: Exported,
): AsyncGenerator<string> {
  yield line({ type: 'pbx-orders-audit', version: 1, ...facts });
  let started = false;
  let omitted: string[] = [];
  const flush = (): string => {
    if (omitted.length === 0) return '';
    const from = exported.head.seq - omitted.length + 1;
    const text = line({ type: 'omitted', from, digests: omitted });
    omitted = [];
    return text;
  };
  for await (const page of pages) {
    let text = '';
    for (const entry of page) {
      const { event } = entry;
      if (entry.included) {
        if (!started) text += line({ type: 'start', ...exported.head });
        started = true;
        text += flush() + line(eventLine(entry));
        exported.events++;
      } else if (started) omitted.push(eventDigest(event));
      exported.head = { seq: event.seq, hash: event.hash };
      if (omitted.length >= OMITTED_AT_ONCE) text += flush();
    }
    if (text !== '') yield text;
  }
  const { seq, hash } = exported.head;
  if (!started) yield line({ type: 'start', seq, hash });
  yield flush() + line({ type: 'end', events: exported.events, seq, hash });
}

/** An event with the texts whose hashes it carries. */
function eventLine({ event, orderJson, raw }: AuditEntry): Record<string, unknown> {
  const { seq, at, kind, batchId, row, attempt, operator, osUser, data, hash } = event;
  return {
    type: 'event',
    seq,
    at,
    time: new Date(at).toISOString(),
    kind,
    run: batchId,
    row,
    attempt,
    operator,
    osUser,
    data,
    hash,
    ...(orderJson !== null && { order: orderJson }),
    ...(raw !== null && { answer: raw }),
  };
}

const line = (content: Record<string, unknown>): string => `${JSON.stringify(content)}\n`;
