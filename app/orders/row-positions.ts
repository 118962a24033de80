type Numbered = { readonly row: number };

/** The index of the first row with this number or a higher one: the rows of a sheet are in order, whatever its file does. */
export function firstFrom(rows: readonly Numbered[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the row with this number. */
export function positionOf(rows: readonly Numbered[], number: number): number | undefined {
  const at = firstFrom(rows, number);
  return rows[at]?.row === number ? at : undefined;
}
