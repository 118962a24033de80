import { PassThrough, Readable } from 'node:stream';
import {
  verifyExport,
  type AuditFilter,
  type AuditFormat,
  type ExportCheck,
  type Ledger,
} from '../../app/ledger';
import { answer, BATCH, create, NOON, open, ready, send, tempFolder } from './world';

/** A ledger with two runs on two connections by two operators, and something of everything in its trail. */
export async function busyLedger(): Promise<{ dir: string; ledger: Ledger; first: string; second: string }> {
  const dir = tempFolder();
  let operator = 'Ann Lee';
  const ledger = await open(dir, { operator: () => operator });
  const edited = { edits: { name: '=PBX 3' }, originals: { name: 'PBX' }, customer: 'Müller GmbH' };
  const first = await ledger.createBatch(BATCH, [
    ready(2),
    ready(3, 'pbx-3', edited),
    ready(4),
    ready(5, 'pbx-5', { state: 'invalid', order: null, url: null, error: 'Plan: "x" is no plan' }),
    ready(6, 'pbx-6', { state: 'skipped', skippedBecause: 'in-account', cloudPbxId: '77' }),
  ]);
  await create(ledger, first, 2, '2001');
  await send(ledger, first, 3);
  const rejected = answer('rejected', {
    code: '10000',
    message: '+1 is "taken", sorry',
    raw: '{"errmsg":"<b>é</b>"}',
  });
  await ledger.transition(first, 3, 'sending', 'rejected', { at: NOON, error: 'taken', answer: rejected });
  await send(ledger, first, 4);
  await ledger.transition(first, 4, 'sending', 'unconfirmed', { at: NOON, error: 'timeout' });
  operator = 'Bob Ray';
  const decision = { batchId: first, row: 4, at: NOON + 1, decidedBy: 'Bob Ray', reason: 'seen in YCM' };
  await ledger.recordDecision({ ...decision, choice: 'adopt' });
  await ledger.transition(first, 4, 'unconfirmed', 'created', {
    at: NOON + 1,
    cloudPbxId: '4001',
    decidedBy: 'Bob Ray',
  });
  await ledger.setBatch(first, { state: 'finished' });
  const elsewhere = { ...BATCH, sheetName: 'december.csv', connectionName: 'Live', connectionKey: 'live' };
  const second = await ledger.createBatch({ ...elsewhere, connectionKind: 'production' }, [ready(2, 'dec')]);
  await create(ledger, second, 2, '9001');
  return { dir, ledger, first, second };
}

/** What an export writes. */
export async function exported(
  ledger: Ledger,
  format: AuditFormat,
  filter: AuditFilter = {},
  timeZone = 'Europe/Berlin',
): Promise<Buffer> {
  const sink = new PassThrough();
  const chunks: Buffer[] = [];
  sink.on('data', (chunk: Buffer) => chunks.push(chunk));
  await ledger.exportAudit({ filter, format, sink, timeZone });
  return Buffer.concat(chunks);
}

export async function exportedLines(ledger: Ledger, filter: AuditFilter = {}): Promise<string[]> {
  return (await exported(ledger, 'jsonl', filter)).toString().trimEnd().split('\n');
}

export const verified = (lines: readonly string[]): Promise<ExportCheck> =>
  verifyExport(Readable.from(`${lines.join('\n')}\n`));
