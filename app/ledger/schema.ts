/** The tables of version 1, with the constraints and triggers that keep the promises whatever program writes. */
export const FIRST_SCHEMA = `
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
    stop_reason text,
    archived_at integer,
    archive_file text,
    archive_sha256 text
  );
  create index batches_by_file on batches (sha256, connection_key);
  create index batches_by_time on batches (created_at);
  create trigger batches_stay before delete on batches begin select raise(abort, 'batches are never deleted'); end;
  create trigger batches_fixed before update of id, created_at, sheet_path, sheet_name, sha256, sheet, header_row,
    result_columns, mapping, catalog_fetched_at, connection_name, connection_key, connection_kind, operator, os_user,
    rows on batches begin select raise(abort, 'what a batch is never changes'); end;

  create table orders (
    batch_id text not null references batches (id),
    row integer not null,
    connection_key text not null,
    url text,
    state text not null check (state in
      ('invalid', 'ready', 'sending', 'created', 'rejected', 'unconfirmed', 'skipped', 'cancelled')),
    name text not null,
    customer text not null,
    order_json text,
    edits text not null,
    words text not null,
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
  create index orders_in_doubt on orders (state, batch_id, row) where state in ('sending', 'unconfirmed');
  create index orders_by_url on orders (connection_key, url);
  create index orders_by_id on orders (cloud_pbx_id, connection_key) where cloud_pbx_id is not null;
  create index orders_by_words on orders (words);

  create trigger orders_legal before update of state on orders
    when old.state <> new.state and old.state || '>' || new.state not in (
      'ready>sending', 'ready>skipped', 'ready>cancelled',
      'sending>created', 'sending>rejected', 'sending>unconfirmed', 'sending>ready',
      'unconfirmed>created', 'unconfirmed>ready', 'skipped>ready', 'cancelled>ready')
    begin select raise(abort, 'illegal change of state'); end;
  create trigger orders_begin before insert on orders when new.state not in ('invalid', 'ready', 'skipped')
    begin select raise(abort, 'no order begins so'); end;
  create trigger orders_keep_id before update of cloud_pbx_id on orders
    when old.state = 'created' and new.cloud_pbx_id is not old.cloud_pbx_id
    begin select raise(abort, 'the id of a created PBX never changes'); end;
  create trigger orders_fixed before update of batch_id, row, connection_key, url, name, customer, edits, words
    on orders begin select raise(abort, 'what was ordered never changes'); end;
  create trigger orders_keep_values before update of order_json on orders
    when new.order_json is not old.order_json
      and not ((new.order_json is null or old.order_json is null)
        and exists (select 1 from batches where id = old.batch_id and archived_at is not null))
    begin select raise(abort, 'what was ordered never changes'); end;
  create trigger orders_stay before delete on orders begin select raise(abort, 'orders are never deleted'); end;

  create table tallies (
    batch_id text not null,
    state text not null,
    held integer not null,
    count integer not null,
    primary key (batch_id, state, held)
  ) without rowid;
  create trigger tallies_begin after insert on orders begin
    insert into tallies values (new.batch_id, new.state, new.skipped_because is 'held', 1)
      on conflict do update set count = count + 1;
  end;
  create trigger tallies_follow after update of state, skipped_because on orders begin
    update tallies set count = count - 1
      where batch_id = old.batch_id and state = old.state and held = (old.skipped_because is 'held');
    insert into tallies values (new.batch_id, new.state, new.skipped_because is 'held', 1)
      on conflict do update set count = count + 1;
  end;

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
  create trigger attempts_fixed before update of batch_id, row, attempt, sent_at on attempts
    begin select raise(abort, 'what was sent never changes'); end;
  create trigger attempts_answered_once
    before update of answered_at, outcome, http_status, request_id, code, message on attempts
    when old.answered_at is not null
    begin select raise(abort, 'an answer never changes'); end;
  create trigger attempts_keep_answer before update of raw on attempts
    when old.answered_at is not null and new.raw is not old.raw
      and not ((new.raw is null or old.raw is null)
        and exists (select 1 from batches where id = old.batch_id and archived_at is not null))
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
  create index decisions_by_order on decisions (batch_id, row);
  create trigger decisions_stay before delete on decisions begin select raise(abort, 'decisions are never deleted'); end;
  create trigger decisions_fixed before update on decisions begin select raise(abort, 'decisions never change'); end;

  create table events (
    seq integer primary key,
    at integer not null,
    kind text not null,
    batch_id text,
    row integer,
    attempt integer,
    operator text not null,
    os_user text not null,
    data text not null,
    hash text not null
  );
  create index events_by_order on events (batch_id, row);
  create trigger events_stay before delete on events begin select raise(abort, 'events are never deleted'); end;
  create trigger events_fixed before update on events begin select raise(abort, 'events never change'); end;
  create trigger events_follow before insert on events
    when new.seq <> (select coalesce(max(seq), 0) + 1 from events)
    begin select raise(abort, 'events are only appended'); end;
`;
