/** The text a spreadsheet program takes for a block of cells. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
}

const quoted = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * The cells of a block copied from a spreadsheet program: tabs between cells, line ends between rows. A cell that
 * begins with a quotation mark may hold tabs, line ends and doubled marks; one that is never closed is plain text.
 */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const [cell, end] = readCell(text, at);
    row.push(cell);
    if (text[end] === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    // A line end at the very end closes the last row, it doesn't begin another.
    if (at >= text.length) return rows;
  }
}

/** A cell's text and where it ends: at a tab, a line end or the end of the text. */
function readCell(text: string, from: number): [cell: string, end: number] {
  if (text[from] === '"') {
    let cell = '';
    for (let at = from + 1; at < text.length; at++) {
      if (text[at] !== '"') cell += text[at];
      else if (text[at + 1] === '"') cell += text[at++];
      else if (isEnd(text, at + 1)) return [cell, at + 1];
      else break;
    }
  }
  let end = from;
  while (!isEnd(text, end)) end++;
  return [text.slice(from, end), end];
}

const isEnd = (text: string, at: number): boolean => at >= text.length || /[\t\r\n]/.test(text[at] ?? '');
