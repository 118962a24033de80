import type { FieldName } from './fields';
import { PROBLEMS, type ProblemCode } from './problem-table';

/** error: blocks the row; warning: wants a look; note: good to know. */
export type Level = 'error' | 'warning' | 'note';

/** A text that would solve a problem. `safe`: it changes nothing that is bought (plan, capacity, customer …). */
export type Repair = { field: FieldName; value: string; label: string; safe: boolean };

/** Something about one cell, row or sheet, with where it is as the user sees it. */
export type Problem = {
  /** As in the file; 0: the sheet as a whole. */
  row: number;
  /** 0-based; null: the field has no column. */
  column: number | null;
  /** `E7`; null when there is no cell. */
  cell: string | null;
  field: FieldName | null;
  code: ProblemCode;
  level: Level;
  params: Record<string, string | number>;
  message: string;
  repair?: Repair;
};

/** A problem before it has a place. */
export type Finding = {
  code: ProblemCode;
  params?: Record<string, string | number>;
  repair?: { value: string; safe: boolean; field?: FieldName };
};

/** Sentences taken apart: text and names in turn. There are as many as there are problems and words. */
const APART = new Map<string, readonly string[]>();

/** Fills `{name}` in a sentence. */
export function fillIn(sentence: string, params: Record<string, string | number>): string {
  let parts = APART.get(sentence);
  if (!parts) APART.set(sentence, (parts = sentence.split(/\{(\w+)\}/)));
  let text = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] ?? '';
    text += String(params[name] ?? `{${name}}`) + (parts[at + 1] ?? '');
  }
  return text;
}

/** The sentence of a problem. */
export const problemMessage = (code: ProblemCode, params: Record<string, string | number>): string =>
  fillIn(PROBLEMS[code].message, params);
