import type { CellProblem, FieldName } from '../../app/engine/contract';
import { fillIn, PROBLEMS, type ProblemCode } from '../../app/orders';
import { fieldWord } from './fields';
import { calendarDay, figure } from './format';
import type { Words } from './en';

type Said = Pick<CellProblem, 'code' | 'field' | 'params'>;

/** A problem's sentence in the window's language: its words are the catalogue's, its figures the problem's. */
export function problemSentence(w: Words, { code, field, params }: Said): string {
  return fillIn(w[`problem_${code}`], { ...params, ...worded(w, field, params) });
}

export const problemTitle = (w: Words, code: ProblemCode): string => w[`problemTitle_${code}`];

export const isProblemCode = (code: string): code is ProblemCode => code in PROBLEMS;

/** Those of the params that are words, dates and figures. The orders room writes them in English. */
function worded(w: Words, field: FieldName | null, params: Said['params']): Record<string, string> {
  const kinds: Record<string, string> = {
    region: w.kind_region,
    domain: w.kind_domain,
    firmware: w.kind_firmware,
    customer: w.kind_customer,
    'provisioning template': w.kind_template,
  };
  const words: Record<string, string> = {};
  if (field !== null && 'field' in params) words.field = fieldWord(w, field);
  const kind = kinds[String(params.kind)];
  if (kind !== undefined) words.kind = kind;
  if (typeof params.count === 'number') words.count = figure(params.count);
  if (typeof params.date === 'string')
    words.date = params.date.replace(/^\d{4}-\d\d-\d\d(?= |$)/, calendarDay);
  if (typeof params.hint === 'string') words.hint = hint(w, params.hint);
  return words;
}

function hint(w: Words, text: string): string {
  const known = /^\. Known: (.*)$/s.exec(text)?.[1];
  if (known !== undefined) return w.hintKnown(known);
  return text === '' ? '' : w.hintNoCatalog;
}
