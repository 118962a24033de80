import type { Selectable } from 'kysely';
import * as z from 'zod';
import type { AuditProblem } from './audit-problem';
import { sha256 } from '../event-chain';
import { changeIn, eventDataOf } from './event-data';
import type { Tables } from '../tables';

type Batch = Selectable<Tables['batches']>;
type Order = Selectable<Tables['orders']>;
type Attempt = Selectable<Tables['attempts']>;
type Decision = Selectable<Tables['decisions']>;
type Event = Selectable<Tables['events']>;

/** The facts of `batch-created`, by the column each is kept in. */
const BATCH_FACTS = {
  sheet_path: 'sheetPath',
  sheet_name: 'sheetName',
  sha256: 'sha256',
  sheet: 'sheet',
  header_row: 'headerRow',
  mapping: 'mapping',
  catalog_fetched_at: 'catalogFetchedAt',
  connection_name: 'connectionName',
  connection_key: 'connectionKey',
  connection_kind: 'connectionKind',
  rows: 'rows',
} as const;
const facts = z.record(z.string(), z.unknown());

export function* batchProblems(batch: Batch, events: readonly Event[]): Generator<AuditProblem> {
  const begun = events.find((event) => event.kind === 'batch-created');
  const problem = (what: string): AuditProblem => ({
    kind: 'record',
    seq: begun?.seq ?? 0,
    run: batch.id,
    row: null,
    what,
  });
  if (!begun) return yield problem('the run');
  const told = facts.safeParse(jsonIn(begun.data)).data ?? {};
  const columns = z.record(z.string(), z.unknown()).parse(batch);
  for (const [column, fact] of Object.entries(BATCH_FACTS))
    if (columns[column] !== told[fact]) yield problem(fact);
  if (batch.operator !== begun.operator || batch.os_user !== begun.os_user) yield problem('who began it');
  if (batch.created_at !== begun.at) yield problem('when it began');
}

/** `archived`: the values moved to the archive's file, so that their absence is no change. */
export function* orderProblems(
  order: Order,
  events: readonly Event[],
  archived: boolean,
): Generator<AuditProblem> {
  let seq = 0;
  let state: string | null = null;
  let id: string | null = null;
  const problem = (what: string): AuditProblem => ({
    kind: 'record',
    seq,
    run: order.batch_id,
    row: order.row,
    what,
  });
  for (const event of events) {
    const change = changeIn(event.kind);
    if (event.kind !== 'order-recorded' && !change) continue;
    seq = event.seq;
    const data = eventDataOf(event.data);
    if (change) {
      if (change.from !== state) yield problem('the state before');
      if (change.to === 'ready') id = null;
      state = change.to;
      if (data.cloudPbxId !== undefined) id = data.cloudPbxId;
      continue;
    }
    state = data.state ?? null;
    id = data.cloudPbxId ?? null;
    const moved = archived && order.order_json === null;
    const values = order.order_json === null ? null : sha256(order.order_json);
    if (!moved && values !== (data.orderSha256 ?? null)) yield problem('what was ordered');
    if (order.name !== data.name || order.url !== (data.url ?? null)) yield problem('the name or URL');
    if (order.edits !== JSON.stringify(data.edits ?? {})) yield problem('the corrections');
  }
  if (state === null || order.state !== state) yield problem('the state');
  if (order.cloud_pbx_id !== id) yield problem('the cloudPbxId');
}

export function* attemptProblems(
  order: Order,
  attempts: readonly Attempt[],
  events: readonly Event[],
  archived: boolean,
): Generator<AuditProblem> {
  const about = { kind: 'record', run: order.batch_id, row: order.row } as const;
  const sent = events.filter((event) => event.kind === 'ready > sending');
  const last = events.at(-1)?.seq ?? 0;
  if (sent.length !== attempts.length) yield { ...about, seq: last, what: 'the number of attempts' };
  for (const attempt of attempts) {
    const begun = sent.find((event) => event.attempt === attempt.attempt);
    if (begun && begun.at !== attempt.sent_at)
      yield { ...about, seq: begun.seq, what: `when attempt ${attempt.attempt} was sent` };
    const end = events.find(
      (event) => event.attempt === attempt.attempt && event.kind.startsWith('sending > '),
    );
    const told = end ? eventDataOf(end.data).answer : undefined;
    const raw = attempt.raw === null ? null : sha256(attempt.raw);
    const bodyMoved = archived && attempt.raw === null;
    const same =
      attempt.outcome === (told?.outcome ?? null) &&
      attempt.answered_at === (told?.at ?? null) &&
      attempt.http_status === (told?.httpStatus ?? null) &&
      attempt.request_id === (told?.requestId ?? null) &&
      attempt.code === (told?.code ?? null) &&
      attempt.message === (told?.message ?? null) &&
      (bodyMoved || raw === (told?.rawSha256 ?? null));
    if (!same) yield { ...about, seq: end?.seq ?? last, what: `the answer to attempt ${attempt.attempt}` };
  }
}

export function* decisionProblems(
  order: Order,
  decisions: readonly Decision[],
  events: readonly Event[],
): Generator<AuditProblem> {
  const about = { kind: 'record', run: order.batch_id, row: order.row } as const;
  const told = events.filter((event) => event.kind === 'decision');
  if (told.length !== decisions.length)
    yield { ...about, seq: told.at(-1)?.seq ?? 0, what: 'the number of decisions' };
  for (const event of told) {
    const { choice, decidedBy, reason } = eventDataOf(event.data);
    const kept = decisions.some(
      (one) =>
        one.at === event.at && one.choice === choice && one.decided_by === decidedBy && one.reason === reason,
    );
    if (!kept) yield { ...about, seq: event.seq, what: 'the decision' };
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
