import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import * as z from 'zod';
import { eventDigest, sha256, type ChainHead } from '../event-chain';
import type { AuditProblem } from './audit-problem';
import { ChainFollower } from './chain-follower';
import { eventDataOf } from './event-data';
import type { Anchor } from './verify-ledger';

const head = { seq: z.number().int().min(0), hash: z.string() };
const exportLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('pbx-orders-audit'),
    version: z.number().int(),
    at: z.number(),
    operator: z.string(),
  }),
  z.object({ type: z.literal('start'), ...head }),
  z.object({
    type: z.literal('event'),
    ...head,
    at: z.number(),
    time: z.string(),
    kind: z.string(),
    run: z.string().nullable(),
    row: z.number().nullable(),
    attempt: z.number().nullable(),
    operator: z.string(),
    osUser: z.string(),
    data: z.string(),
    order: z.string().optional(),
    answer: z.string().optional(),
  }),
  z.object({ type: z.literal('omitted'), from: z.number().int(), digests: z.array(z.string()) }),
  z.object({ type: z.literal('end'), events: z.number().int(), ...head }),
]);
type Line = z.infer<typeof exportLine>;
type EventLine = Extract<Line, { type: 'event' }>;

export type ExportCheck = {
  ok: boolean;
  /** Events with their contents, and those the filter left out. */
  events: number;
  omitted: number;
  /** Events whose order or answer is only known by its hash, because the run is archived. */
  withheld: number;
  /** When it was exported and by whom, as the file says; null: it doesn't. */
  exported: { at: number; operator: string } | null;
  /** The last event the file knows of; compare it with a head from elsewhere. */
  head: { seq: number; hash: string } | null;
  problems: AuditProblem[];
  /** Counts the problems that are not listed, too. */
  found: number;
};

/**
 * Verifies an audit export in JSON lines by itself: nothing but the file is needed, and no more memory for a long one.
 * `anchors` are heads known from elsewhere. Throws the stream's error.
 */
export async function verifyExport(file: Readable, anchors: readonly Anchor[] = []): Promise<ExportCheck> {
  let follower: ChainFollower | null = null;
  const check: ExportCheck = {
    ok: false,
    events: 0,
    omitted: 0,
    withheld: 0,
    exported: null,
    head: null,
    problems: [],
    found: 0,
  };
  const early: AuditProblem[] = [];
  const report = (problem: AuditProblem): void =>
    follower ? follower.report(problem) : void early.push(problem);
  const open = new Set(anchors);
  const holdAgainst = ({ seq, hash }: ChainHead): void => {
    for (const anchor of open) {
      if (anchor.seq !== seq) continue;
      open.delete(anchor);
      if (anchor.hash !== hash) report({ kind: 'rewritten', seq, source: anchor.source });
    }
  };
  let end: Extract<Line, { type: 'end' }> | null = null;
  let start = 0;
  for await (const text of createInterface({ input: file, crlfDelay: Infinity })) {
    if (text === '') continue;
    const line = lineOf(text);
    if (!line || end) {
      report({ kind: 'unreadable', seq: follower?.head.seq ?? 0 });
      continue;
    }
    if (line.type === 'pbx-orders-audit') check.exported = { at: line.at, operator: line.operator };
    else if (line.type === 'start' && !follower) {
      follower = new ChainFollower(line);
      start = line.seq;
      holdAgainst(line);
    } else if (!follower || line.type === 'start') report({ kind: 'unreadable', seq: 0 });
    else if (line.type === 'end') end = line;
    else if (line.type === 'omitted') {
      for (const [index, digest] of line.digests.entries()) {
        follower.take(line.from + index, digest, null);
        if (open.size > 0) holdAgainst(follower.head);
      }
      check.omitted += line.digests.length;
    } else {
      check.events++;
      follower.take(line.seq, digestOf(line), line.hash);
      if (open.size > 0) holdAgainst(follower.head);
      if (lacksText(line)) check.withheld++;
      for (const problem of attachmentProblems(line)) follower.report(problem);
    }
  }
  for (const { seq, source } of open)
    if (seq < start) report({ kind: 'before', seq, source });
    else if (seq > (follower?.head.seq ?? 0)) report({ kind: 'cut', seq, source });
  return finish(check, follower, end, early);
}

function finish(
  check: ExportCheck,
  follower: ChainFollower | null,
  end: Extract<Line, { type: 'end' }> | null,
  early: readonly AuditProblem[],
): ExportCheck {
  if (!follower)
    return { ...check, problems: [...early, { kind: 'unreadable', seq: 0 }], found: early.length + 1 };
  const last = follower.head;
  for (const problem of early) follower.report(problem);
  follower.end();
  if (!end) follower.report({ kind: 'cut', seq: last.seq + 1, source: 'the end that every export has' });
  else if (end.seq > last.seq) follower.report({ kind: 'missing', from: last.seq + 1, seq: end.seq });
  else if (end.hash !== last.hash) follower.report({ kind: 'changed', seq: end.seq, from: end.seq });
  // Counted wrong though nothing else is: the end line itself was changed.
  else if (follower.found === 0 && (end.seq < last.seq || end.events !== check.events))
    follower.report({ kind: 'rewritten', seq: end.seq, source: 'the end of the file' });
  const { problems, found } = follower;
  return { ...check, ok: found === 0, head: end ? { seq: end.seq, hash: end.hash } : last, problems, found };
}

function lineOf(text: string): Line | null {
  try {
    const parsed = exportLine.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const digestOf = ({ run, ...event }: EventLine): string => eventDigest({ ...event, batchId: run });

/** Texts beside an event must be those whose hashes the event carries; its time must be its `at`. */
function* attachmentProblems(line: EventLine): Generator<AuditProblem> {
  const about = { kind: 'record', seq: line.seq, run: line.run ?? '-', row: line.row } as const;
  const { orderSha256, answer } = eventDataOf(line.data);
  if (line.order !== undefined && sha256(line.order) !== orderSha256)
    yield { ...about, what: 'what was ordered' };
  if (line.answer !== undefined && sha256(line.answer) !== answer?.rawSha256)
    yield { ...about, what: 'the answer' };
  if (line.time !== new Date(line.at).toISOString()) yield { ...about, what: 'the time in words' };
}

function lacksText({ data, order, answer }: EventLine): boolean {
  const told = eventDataOf(data);
  return (
    (Boolean(told.orderSha256) && order === undefined) ||
    (Boolean(told.answer?.rawSha256) && answer === undefined)
  );
}
