import type { RawRow } from '../sheets/cell';
import { cellText } from './cell-text';
import type { FieldName } from './fields';
import { fold } from './fold';
import type { HeaderMatch } from './match-header';
import { isChoice } from './values/choice';

const LOOKED_AT = 60;

/** What is a plan or a type in a column of that heading, and says other things under others: paid invoices, links that are up. */
const ELSEWHERE = new Set([
  'up',
  'ep',
  'ent',
  'ult',
  'paid',
  'test',
  'demo',
  'kauf',
  'probe',
  'produktiv',
  '正式',
]);
const isTelling = (field: 'plan' | 'type', text: string): boolean =>
  isChoice(field, text) && !ELSEWHERE.has(fold(text));

/** Fields whose values are unlike any other field's, and how to tell. */
const SIGNS: readonly { field: FieldName; what: string; fits: (text: string) => boolean }[] = [
  { field: 'plan', what: 'plans', fits: (text) => isTelling('plan', text) },
  { field: 'type', what: 'Trial or Commercial', fits: (text) => isTelling('type', text) },
  {
    field: 'versionId',
    what: 'firmware versions',
    fits: (text) => /^\d{2}\.\d{1,2}\.\d{1,3}\.\d{1,4}$/.test(text),
  },
  { field: 'domainId', what: 'domain names', fits: (text) => /^(?:[a-z0-9-]+\.){1,4}[a-z]{2,}$/i.test(text) },
];

/** The field a column's values give away, when nearly all of them do; never enough to be certain. */
export function matchContent(
  rows: readonly RawRow[],
  column: number,
  taken: ReadonlySet<string>,
): HeaderMatch | null {
  const texts: string[] = [];
  for (const row of rows) {
    const text = cellText(row.cells[column]).trim();
    if (text !== '') texts.push(text);
    if (texts.length === LOOKED_AT) break;
  }
  if (texts.length === 0) return null;
  for (const { field, what, fits } of SIGNS) {
    if (taken.has(field)) continue;
    const share = texts.filter(fits).length / texts.length;
    if (share >= 0.8) return { field, confidence: 0.7, reason: `its values are ${what}` };
  }
  return null;
}
