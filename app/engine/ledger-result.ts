import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BatchRecord, Ledger, OrderRecord } from '../ledger';
import { FIELD_NAMES, type FieldName } from '../orders';
import { resultsOf } from '../runs';
import { inertField, writeField, writeResults, type WrittenBefore, type WrittenResults } from '../sheets';

const DIALECT = {
  encoding: 'utf-8',
  byteOrderMark: true,
  delimiter: ',',
  lineEnd: '\r\n',
  separatorLine: false,
} as const;

/**
 * A run's result from the ledger alone, for a sheet that is gone or was changed: each row with its number in that sheet,
 * what was ordered, and what became of it. A sheet that can be opened again. Throws SheetError, LedgerError.
 */
export async function writeLedgerResult(
  dataDir: string,
  ledger: Ledger,
  batch: BatchRecord,
  to: string,
  before: WrittenBefore,
): Promise<WrittenResults> {
  const folder = await mkdtemp(path.join(dataDir, 'result-'));
  try {
    const orders = await ledger.orders(batch.id);
    const lines = [HEADINGS, ...orders.map(fieldsOf)].map((line) => line.map(quoted).join(','));
    const bytes = Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
    const source = path.join(folder, 'orders.csv');
    await writeFile(source, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const rowOf = new Map(orders.map(({ row }, at) => [row, at + 2]));
    const results = await resultsOf(ledger, batch.id);
    return await writeResults({
      source: { path: source, sha256, format: 'text', dialect: DIALECT },
      sheetName: '',
      headerRow: 1,
      columns: {},
      rows: results.map((one) => ({ ...one, row: rowOf.get(one.row) ?? one.row })),
      to,
      before,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const HEADINGS = ['Row in the sheet', 'URL', ...FIELD_NAMES];

function fieldsOf({ row, url, name, order }: OrderRecord): string[] {
  const text = (field: FieldName): string => {
    const value = order?.[field];
    // The one free text of an order.
    if (field === 'name') return inertField(order?.name ?? name);
    if (value === undefined) return '';
    return Array.isArray(value) ? value.join(';') : String(value);
  };
  return [String(row), url ?? '', ...FIELD_NAMES.map(text)];
}

const quoted = (text: string): string => writeField(text, DIALECT.delimiter, { always: false, empty: '' });
