import type { CodeUnits } from './code-units';

/** Told of each field as it stands, quotes included, and of each record after its fields; false: no more is wanted. */
export type FieldSink = {
  field(start: number, end: number): void;
  record(end: number, next: number): boolean | void;
};

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;
/** A cell holds 32,767 characters: a quoted field longer than all of them doubled was never closed. */
const LONGEST_QUOTED = 65_536;

/**
 * Splits delimited text as spreadsheet programs do: a quote counts where a field begins, and any of the three line ends
 * ends a record, also mixed. Yields false when a quote never closes, in the record not yet told of.
 *
 * A quote inside a quoted field that is neither doubled nor the last (`"Café "Adler" GmbH";`) belongs to the text if the
 * field closes on the same line; else (`"5" screen;`) the quoted part ends there. So it never takes the next rows in.
 */
export function scanFields(text: CodeUnits, delimiter: string, sink: FieldSink): boolean {
  const separator = delimiter.charCodeAt(0);
  const { length } = text;
  let at = 0;
  while (at < length) {
    const start = at;
    if (text[at] === QUOTE) at = quotedEnd(text, at, separator);
    else at = plainEnd(text, at, separator);
    if (at < 0) return false;
    sink.field(start, at);
    const code = text[at];
    if (at < length && code === separator) {
      at++;
      if (at < length) continue;
      sink.field(at, at);
    }
    const next = code === CR && text[at + 1] === LF ? at + 2 : Math.min(at + 1, length);
    if (sink.record(at, next) === false) return true;
    at = next;
  }
  return true;
}

/** What a field says, without the quotes around it. */
export function fieldText(field: string): string {
  if (field.charCodeAt(0) !== QUOTE) return field;
  const open = field.slice(1);
  if (open.endsWith('"')) return undoubled(open.slice(0, -1));
  const stray = /(?:^|[^"])(?:"")*"(?!")/.exec(open);
  const end = stray ? stray.index + stray[0].length : 0;
  return undoubled(open.slice(0, Math.max(0, end - 1))) + open.slice(end);
}

const undoubled = (text: string): string => (text.includes('""') ? text.replaceAll('""', '"') : text);

/** `code` undefined: the text ends here. */
const endsField = (code: number | undefined, separator: number): boolean =>
  code === separator || code === CR || code === LF || code === undefined;

function plainEnd(text: CodeUnits, from: number, separator: number): number {
  let at = from;
  for (const { length } = text; at < length; at++) {
    const code = text[at];
    if (code === separator || code === CR || code === LF) break;
  }
  return at;
}

/** Where a field that begins with a quote ends; -1: nowhere. */
function quotedEnd(text: CodeUnits, open: number, separator: number): number {
  let at = open + 1;
  for (;;) {
    at = text.indexOf(QUOTE, at);
    if (at < 0 || at - open > LONGEST_QUOTED) return -1;
    const next = text[at + 1];
    if (next === QUOTE) at += 2;
    else if (endsField(next, separator)) return at + 1;
    else return strayEnd(text, at + 1, separator);
  }
}

/** Where the field of a stray quote ends: behind a quote that closes it on the same line, else as a plain field does. */
function strayEnd(text: CodeUnits, from: number, separator: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text[at];
    if (code === CR || code === LF) break;
    const next = text[at + 1];
    if (code === separator && next === QUOTE) break;
    if (code !== QUOTE) continue;
    if (endsField(next, separator)) return at + 1;
    if (next === QUOTE) at++;
  }
  return plainEnd(text, from, separator);
}
