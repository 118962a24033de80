import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import { LedgerError } from './ledger-error';

/** Each brings the ledger from the version of its index to the next. Never edit one that was released: add another. */
const MIGRATIONS: readonly string[] = [
  `
  create table batches (
    id text primary key,
    created_at integer not null,
    sheet_path text not null,
    sheet_name text not null,
    sha256 text not null,
    sheet text not null,
    header_row integer not null,
    result_columns text not null,
    mapping text not null,
    catalog_fetched_at integer,
    connection_name text not null,
    connection_key text not null,
    connection_kind text not null check (connection_kind in ('sandbox', 'production')),
    operator text not null,
    os_user text not null,
    rows integer not null,
    state text not null check (state in ('open', 'finished')),
    result_file text,
    stop_reason text
  );
  create index batches_by_file on batches (sha256, connection_key);

  create table orders (
    batch_id text not null references batches (id),
    row integer not null,
    connection_key text not null,
    url text,
    state text not null check (state in
      ('invalid', 'ready', 'sending', 'created', 'rejected', 'unconfirmed', 'skipped', 'cancelled')),
    name text not null,
    order_json text,
    edits text not null,
    cloud_pbx_id text,
    request_id text,
    error text,
    skipped_because text check (skipped_because in ('in-file', 'in-ledger', 'in-account', 'held')),
    processed_at integer,
    primary key (batch_id, row),
    check (state <> 'created' or cloud_pbx_id is not null),
    check (state not in ('ready', 'sending', 'unconfirmed', 'created') or (url is not null and url = lower(url)))
  ) without rowid;
  -- The promise "no order is created twice", kept by the database itself.
  create unique index orders_once on orders (connection_key, url)
    where state in ('sending', 'unconfirmed', 'created');
  create index orders_by_id on orders (connection_key, cloud_pbx_id) where cloud_pbx_id is not null;

  create trigger orders_legal before update of state on orders
    when old.state <> new.state and old.state || '>' || new.state not in (
      'ready>sending', 'ready>skipped', 'ready>cancelled',
      'sending>created', 'sending>rejected', 'sending>unconfirmed', 'sending>ready',
      'unconfirmed>created', 'unconfirmed>ready', 'skipped>ready', 'cancelled>ready')
    begin select raise(abort, 'illegal change of state'); end;
  create trigger orders_keep_id before update of cloud_pbx_id on orders
    when old.state = 'created' and new.cloud_pbx_id is not old.cloud_pbx_id
    begin select raise(abort, 'the id of a created PBX never changes'); end;
  create trigger orders_stay before delete on orders begin select raise(abort, 'orders are never deleted'); end;
  create trigger batches_stay before delete on batches begin select raise(abort, 'batches are never deleted'); end;

  create table attempts (
    batch_id text not null,
    row integer not null,
    attempt integer not null,
    sent_at integer not null,
    answered_at integer,
    outcome text check (outcome in ('created', 'rejected', 'not-sent', 'denied', 'unconfirmed')),
    http_status integer,
    request_id text,
    code text,
    message text,
    raw text,
    primary key (batch_id, row, attempt),
    foreign key (batch_id, row) references orders (batch_id, row)
  );
  create trigger attempts_stay before delete on attempts begin select raise(abort, 'attempts are never deleted'); end;
  create trigger attempts_answered_once before update on attempts when old.answered_at is not null
    begin select raise(abort, 'an answer never changes'); end;

  create table decisions (
    batch_id text not null,
    row integer not null,
    at integer not null,
    decided_by text not null,
    choice text not null check (choice in ('adopt', 'send-again', 'leave')),
    reason text not null,
    foreign key (batch_id, row) references orders (batch_id, row)
  );
  create trigger decisions_stay before delete on decisions begin select raise(abort, 'decisions are never deleted'); end;
  create trigger decisions_fixed before update on decisions begin select raise(abort, 'decisions never change'); end;

  create table events (
    seq integer primary key,
    at integer not null,
    kind text not null,
    batch_id text,
    row integer,
    operator text not null,
    data text not null,
    hash text not null
  );
  create index events_by_order on events (batch_id, row);
  create trigger events_stay before delete on events begin select raise(abort, 'events are never deleted'); end;
  create trigger events_fixed before update on events begin select raise(abort, 'events never change'); end;
  `,
];

const versionRow = z.object({ user_version: z.number() });

/** The ledger's version; 0 for an empty file. Throws LedgerError `newer-version`. */
export function versionOf(db: DatabaseSyncInstance, path: string): number {
  const version = versionRow.parse(db.prepare('pragma user_version').get()).user_version;
  if (version > MIGRATIONS.length) throw new LedgerError('newer-version', { path });
  return version;
}

/** Brings the database to this program's version, each step whole or not at all. */
export function migrate(db: DatabaseSyncInstance, path: string): void {
  for (let version = versionOf(db, path); version < MIGRATIONS.length; version++) {
    db.exec(`begin immediate; ${MIGRATIONS[version]}; pragma user_version = ${version + 1}; commit;`);
  }
}
