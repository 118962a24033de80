import path from 'node:path';
import type { Kysely } from 'kysely';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import * as z from 'zod';
import { ask } from '../ask';
import { backupsIn } from '../backups';
import { ChainFollower } from './chain-follower';
import { EMPTY_CHAIN, eventDigest, type ChainHead } from '../event-chain';
import { HeadMark } from '../head-mark';
import type { ChainCheck } from '../records';
import { eventOf } from '../row-records';
import type { Tables } from '../tables';
import { verifyRecords } from './verify-records';

const EVENTS_AT_ONCE = 2000;

/** A head that was noted outside the trail, and where. */
export type Anchor = ChainHead & { source: string };

/**
 * Recomputes the whole trail, holds it against every head noted elsewhere (beside the ledger, in its backups, and
 * those given) and the records against it.
 */
export async function verifyLedger(
  queries: Kysely<Tables>,
  dataDir: string,
  given: readonly Anchor[],
): Promise<ChainCheck> {
  const own = [...markIn(dataDir), ...headsOfBackups(dataDir)];
  const lost = await lostHistories(queries);
  const follower = new ChainFollower(EMPTY_CHAIN);
  const open = new Map<number, Anchor[]>();
  for (const anchor of [...given, ...own]) {
    const explained = lost.some(({ after, upTo }) => anchor.seq > after && anchor.seq <= upTo);
    // Whoever kept a head elsewhere wants that very history; that it was lost is what they have to hear.
    if (explained && given.includes(anchor))
      follower.report({ kind: 'lost', seq: anchor.seq, source: anchor.source });
    else if (!explained && anchor.seq > 0) open.set(anchor.seq, [...(open.get(anchor.seq) ?? []), anchor]);
  }
  let events = 0;
  for (let after = 0; ;) {
    const page = await queries
      .selectFrom('events')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(EVENTS_AT_ONCE)
      .execute();
    const last = page.at(-1)?.seq;
    if (last === undefined) break;
    for (const row of page) {
      follower.take(row.seq, eventDigest(eventOf(row)), row.hash);
      for (const { hash, source } of open.get(row.seq) ?? [])
        if (hash !== row.hash) follower.report({ kind: 'rewritten', seq: row.seq, source });
      open.delete(row.seq);
    }
    events += page.length;
    after = last;
  }
  for (const { seq, source } of [...open.values()].flat()) follower.report({ kind: 'cut', seq, source });
  for await (const problem of verifyRecords(queries)) follower.report(problem);
  follower.end();
  const { head, problems, found } = follower;
  const [first] = problems;
  if (!first) return { ok: true, events, head: head.hash, anchors: given.length + own.length };
  return { ok: false, events, brokenAt: first.seq, problems, found };
}

function markIn(dataDir: string): Anchor[] {
  const mark = new HeadMark(dataDir).read();
  return mark ? [{ seq: mark.seq, hash: mark.hash, source: 'the note beside the ledger' }] : [];
}

function headsOfBackups(dataDir: string): Anchor[] {
  return backupsIn(dataDir).flatMap((file) => {
    const head = headOfCopy(file);
    // A copy that can't be read proves nothing either way.
    return head ? [{ ...head, source: `the backup ${path.basename(file)}` }] : [];
  });
}

/** The last event in a copy of a ledger; null: it is none that can be read. */
export function headOfCopy(file: string): ChainHead | null {
  let db: DatabaseSyncInstance | null = null;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    const [last] = ask(db, 'seq, hash', '(select seq, hash from events order by seq desc limit 1)');
    const [seq, hash] = last ?? [0, ''];
    return { seq: Number(seq), hash: String(hash) };
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

const lostHistory = z.object({
  expected: z.object({ seq: z.number() }),
  found: z.object({ seq: z.number() }),
});

/** Parts of the trail that were lost and said so: copies of them differ from what came in their place. */
async function lostHistories(queries: Kysely<Tables>): Promise<{ after: number; upTo: number }[]> {
  const told = await queries.selectFrom('events').select('data').where('kind', '=', 'history-lost').execute();
  return told.flatMap(({ data }) => {
    const parsed = lostHistory.safeParse(JSON.parse(data));
    return parsed.success ? [{ after: parsed.data.found.seq, upTo: parsed.data.expected.seq }] : [];
  });
}
