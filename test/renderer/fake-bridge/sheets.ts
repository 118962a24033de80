import Papa from 'papaparse';
import { EMPTY_DRAFT } from '../../../app/engine/drafts';
import { OrderSheet } from '../../../app/engine/order-sheet';
import { SANDBOX_CATALOG } from '../../../app/orders';
import type { RawRow, SheetFile } from '../../../app/sheets';
import branches from '../../../samples/new-branches.csv';
import fixing from '../../../samples/needs-fixing.csv';

const TEXTS = { 'new-branches': branches, 'needs-fixing': fixing };

function fileOf(name: string, rows: readonly (readonly string[])[]): SheetFile {
  const raw: RawRow[] = rows.map((cells, index) => ({
    row: index + 1,
    cells: cells.map((text) => (text === '' ? { kind: 'empty' } : { kind: 'text', text })),
  }));
  return {
    path: `/orders/${name}`,
    name,
    sha256: name.length.toString(16).padStart(64, 'a'),
    format: 'text',
    dialect: { encoding: 'utf-8', byteOrderMark: false, delimiter: ',', lineEnd: '\n', separatorLine: false },
    sheets: [{ name, hidden: false, rows: raw }],
  };
}

const sheetOf = (file: SheetFile, connection: string): OrderSheet =>
  new OrderSheet(
    file,
    EMPTY_DRAFT,
    { connection, catalog: SANDBOX_CATALOG, now: Date.UTC(2026, 10, 24) },
    { timeZone: 'Europe/London', remembers: false },
  );

export function sampleSheet(name: 'new-branches' | 'needs-fixing', connection = 'sandbox'): OrderSheet {
  const { data } = Papa.parse<string[]>(TEXTS[name].trim());
  return sheetOf(fileOf(`${name}.csv`, data), connection);
}

export function textSheet(name: string, text: string): OrderSheet {
  return sheetOf(fileOf(name, Papa.parse<string[]>(text.trim()).data), 'sandbox');
}

/** Many orders; one in ten has a mistake. */
export function bigSheet(rows: number): OrderSheet {
  const [head = [], first = []] = Papa.parse<string[]>(branches.trim()).data;
  const address = head.indexOf('subDomain') >= 0 ? head.indexOf('subDomain') : head.indexOf('Sub-domain');
  const name = Math.max(head.indexOf('name'), head.indexOf('PBX name'));
  const plan = Math.max(head.indexOf('plan'), head.indexOf('Subscription plan'));
  const orders = Array.from({ length: rows }, (_, at) =>
    first.map((text, column) => {
      if (column === name) return `Branch ${at + 1}`;
      if (column === address) return `branch-${at + 1}`;
      if (column === plan && at % 10 === 9) return 'Enterprize Plan';
      return text;
    }),
  );
  return sheetOf(fileOf('many-orders.csv', [head, ...orders]), 'sandbox');
}
