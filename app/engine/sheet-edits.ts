/** The operator's corrections of one tab, cell by cell. One change costs one cell, however many there are. */
export class SheetEdits {
  readonly #byRow = new Map<number, Record<string, string>>();
  readonly #perField = new Map<string, number>();

  constructor(edits: Record<string, Record<string, string>> = {}) {
    for (const [row, cells] of Object.entries(edits))
      for (const [field, text] of Object.entries(cells)) this.set(Number(row), field, text);
  }

  get(row: number, field: string): string | undefined {
    return this.#byRow.get(row)?.[field];
  }

  /** `undefined` gives the cell its original text back. */
  set(row: number, field: string, text: string | undefined): void {
    const cells = this.#byRow.get(row) ?? {};
    const had = field in cells;
    if (text === undefined) delete cells[field];
    else cells[field] = text;
    if (had !== (text !== undefined)) this.#count(field, had ? -1 : 1);
    if (Object.keys(cells).length === 0) this.#byRow.delete(row);
    else this.#byRow.set(row, cells);
  }

  /** Whether any cell of this field was corrected. */
  has(field: string): boolean {
    return (this.#perField.get(field) ?? 0) > 0;
  }

  /** Row number to field to text: a copy. */
  toRecord(): Record<string, Record<string, string>> {
    return Object.fromEntries(Array.from(this.#byRow, ([row, cells]) => [String(row), { ...cells }]));
  }

  #count(field: string, change: number): void {
    this.#perField.set(field, (this.#perField.get(field) ?? 0) + change);
  }
}
