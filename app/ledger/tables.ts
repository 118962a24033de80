import type { OrderState, SkippedBecause } from './records';

/** The ledger's tables as they are stored. Every time is UTC milliseconds. */
export type Tables = {
  batches: {
    id: string;
    created_at: number;
    sheet_path: string;
    sheet_name: string;
    sha256: string;
    sheet: string;
    header_row: number;
    result_columns: string;
    mapping: string;
    catalog_fetched_at: number | null;
    connection_name: string;
    connection_key: string;
    connection_kind: 'sandbox' | 'production';
    operator: string;
    os_user: string;
    rows: number;
    state: 'open' | 'finished';
    result_file: string | null;
    stop_reason: string | null;
    archived_at: number | null;
    archive_file: string | null;
    archive_sha256: string | null;
  };
  orders: {
    batch_id: string;
    row: number;
    connection_key: string;
    url: string | null;
    state: OrderState;
    name: string;
    customer: string;
    order_json: string | null;
    edits: string;
    /** What a search looks through: name, URL and customer, folded. */
    words: string;
    cloud_pbx_id: string | null;
    request_id: string | null;
    error: string | null;
    skipped_because: SkippedBecause | null;
    processed_at: number | null;
  };
  attempts: {
    batch_id: string;
    row: number;
    attempt: number;
    sent_at: number;
    answered_at: number | null;
    outcome: 'created' | 'rejected' | 'not-sent' | 'denied' | 'unconfirmed' | null;
    http_status: number | null;
    request_id: string | null;
    code: string | null;
    message: string | null;
    raw: string | null;
  };
  /** How many orders of a batch are in a state; kept by triggers, so that counting a large batch costs nothing. */
  tallies: {
    batch_id: string;
    state: OrderState;
    held: 0 | 1;
    count: number;
  };
  decisions: {
    batch_id: string;
    row: number;
    at: number;
    decided_by: string;
    choice: 'adopt' | 'send-again' | 'leave';
    reason: string;
  };
  events: {
    seq: number;
    at: number;
    kind: string;
    batch_id: string | null;
    row: number | null;
    attempt: number | null;
    operator: string;
    os_user: string;
    data: string;
    hash: string;
  };
};
