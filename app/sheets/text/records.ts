/** Where one record of a delimited text begins and ends, in characters; its line end is between `end` and `next`. */
export type RecordSpan = { start: number; end: number; next: number };

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Splits delimited text into records, minding quotes that open at the start of a field. Any of the three line
 * ends counts, also mixed. `unclosed` is set to the record (from 0) in which a quote never closes.
 */
export function splitRecords(
  text: string,
  delimiter: string,
): { records: RecordSpan[]; unclosed: number | null } {
  const records: RecordSpan[] = [];
  const separator = delimiter.charCodeAt(0);
  let start = 0;
  let at = 0;
  let fieldStart = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE && fieldStart) {
      at = closingQuote(text, at, separator);
      if (at < 0)
        return {
          records: [...records, { start, end: text.length, next: text.length }],
          unclosed: records.length,
        };
      fieldStart = false;
    } else if (code === CR || code === LF) {
      const next = code === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
      records.push({ start, end: at, next });
      start = at = next;
      fieldStart = true;
    } else {
      fieldStart = code === separator;
      at++;
    }
  }
  if (start < text.length) records.push({ start, end: text.length, next: text.length });
  return { records, unclosed: null };
}

/** Just after the quote that ends a field: the first one followed by a delimiter, a line end or nothing; -1 when there is none. */
function closingQuote(text: string, open: number, separator: number): number {
  let at = open + 1;
  for (;;) {
    at = text.indexOf('"', at);
    if (at < 0) return -1;
    const next = text.charCodeAt(at + 1);
    if (next === QUOTE) at += 2;
    else if (Number.isNaN(next) || next === separator || next === CR || next === LF) return at + 1;
    else at++;
  }
}
