import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import { EMPTY_CHAIN } from '../event-chain';
import type { Tables } from '../tables';
import { auditEntries } from './audit-entries';
import type { AuditFilter } from './audit-filter';
import { commaSeparated } from './comma-separated';
import { jsonLines, type ExportFacts, type Exported } from './json-lines';
import { aboutTable, runsTable } from './side-tables';
import { workbook } from './workbook';

export const AUDIT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

export type AuditRequest = {
  filter: AuditFilter;
  format: AuditFormat;
  /** Ended when all is written. */
  sink: Writable;
  /** IANA name of the zone of "local time" in tables. */
  timeZone: string;
};

/** Writes the trail to a stream as it is read; yields how many events and the chain's head. Throws either side's error. */
export async function writeAudit(
  queries: Kysely<Tables>,
  { filter, format, sink, timeZone }: AuditRequest,
  facts: ExportFacts,
): Promise<Exported> {
  const exported: Exported = { events: 0, head: EMPTY_CHAIN };
  const pages = auditEntries(queries, filter);
  if (format === 'jsonl') await pipeline(stream(jsonLines(pages, facts, exported)), sink);
  else if (format === 'csv') await pipeline(stream(commaSeparated(pages, timeZone, exported)), sink);
  else {
    const sides = async (runs: ReadonlySet<string>) => [
      await runsTable(queries, runs),
      aboutTable(facts, exported),
    ];
    await pipeline(workbook({ pages, timeZone, exported, sides }), sink);
  }
  return exported;
}

const stream = (text: AsyncIterable<string>): Readable => Readable.from(text, { objectMode: false });
