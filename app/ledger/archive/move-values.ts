import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Transaction } from 'kysely';
import * as z from 'zod';
import { ask } from '../ask';
import type { Author } from '../author';
import { appendEvent } from '../event-chain';
import type { Tables } from '../tables';
import type { Archive } from './archive-runs';

const ROWS_AT_ONCE = 1000;

/**
 * Takes the orders' values and the answers' bodies of archived runs out of the ledger. Everything else stays: rows,
 * states, ids, URLs and the trail, so that nothing archived is created twice and the chain goes on.
 */
export async function moveOut(
  tx: Transaction<Tables>,
  archive: Archive,
  at: number,
  author: Author,
): Promise<void> {
  const { file, sha256, runs } = archive;
  for (const run of runs) {
    await tx
      .updateTable('batches')
      .set({ archived_at: at, archive_file: file, archive_sha256: sha256 })
      .where('id', '=', run)
      .execute();
    await tx.updateTable('orders').set({ order_json: null }).where('batch_id', '=', run).execute();
    await tx.updateTable('attempts').set({ raw: null }).where('batch_id', '=', run).execute();
  }
  const data = JSON.stringify({ file, sha256, runs });
  await appendEvent(tx, { at, kind: 'runs-archived', batchId: null, row: null, ...author, data });
}

const orderRows = z.array(z.tuple([z.number(), z.string()]));
const answerRows = z.array(z.tuple([z.number(), z.number(), z.number(), z.string()]));

/** Puts them back, from a file whose hash the caller has checked. */
export async function moveBack(
  tx: Transaction<Tables>,
  archive: Archive,
  at: number,
  author: Author,
): Promise<void> {
  const { file, sha256, runs } = archive;
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    for (const run of runs) {
      await restoreRun(tx, db, run);
      await tx
        .updateTable('batches')
        .set({ archived_at: null, archive_file: null, archive_sha256: null })
        .where('id', '=', run)
        .execute();
    }
  } finally {
    db.close();
  }
  const data = JSON.stringify({ file, sha256, runs });
  await appendEvent(tx, { at, kind: 'runs-restored', batchId: null, row: null, ...author, data });
}

async function restoreRun(tx: Transaction<Tables>, db: DatabaseSyncInstance, run: string): Promise<void> {
  const quoted = `'${run.replaceAll("'", "''")}'`;
  for (let after = -1; ;) {
    const where = `where batch_id = ${quoted} and order_json is not null and row > ${after}`;
    const rows = orderRows.parse(
      ask(db, 'row, order_json', `(select * from orders ${where} order by row limit ${ROWS_AT_ONCE})`),
    );
    for (const [row, json] of rows) {
      await tx
        .updateTable('orders')
        .set({ order_json: json })
        .where('batch_id', '=', run)
        .where('row', '=', row)
        .execute();
      after = row;
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  for (let after = 0; ;) {
    const where = `where batch_id = ${quoted} and raw is not null and rowid > ${after}`;
    const from = `(select rowid as id, row, attempt, raw from attempts ${where} order by rowid limit ${ROWS_AT_ONCE})`;
    const rows = answerRows.parse(ask(db, 'id, row, attempt, raw', from));
    for (const [id, row, attempt, raw] of rows) {
      await tx
        .updateTable('attempts')
        .set({ raw })
        .where('batch_id', '=', run)
        .where('row', '=', row)
        .where('attempt', '=', attempt)
        .execute();
      after = id;
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
}
