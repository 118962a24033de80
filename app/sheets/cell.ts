/** One cell as the file holds it, before anyone asks what it means. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** `text` is the shortest decimal that reads back as `value`, or what a CSV showed. */
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Wall-clock time without a zone: `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`. */
  | { readonly kind: 'date'; readonly iso: string }
  /** An error cell such as `#REF!`. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula whose result the file does not hold. */
  | { readonly kind: 'uncalculated'; readonly formula: string };

/** A row of the file. `row` is 1-based, as a spreadsheet program numbers it; `cells[i]` is column i (A = 0). */
export type RawRow = {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly hidden?: boolean;
  /** Most of its cells are struck through. */
  readonly struck?: boolean;
};

/** Cells merged into one. Rows are 1-based, columns 0-based; both ends belong to it. */
export type CellRange = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** One sheet of a workbook, or the whole of a CSV file. Blank rows are left out; row numbers are kept. */
export type RawSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly RawRow[];
  /** Columns (0-based) that hold something and are hidden in the spreadsheet. Their cells are read like the others. */
  readonly hiddenColumns?: readonly number[];
  /** Ranges over several rows whose value every row of theirs was given, in the leftmost column. */
  readonly merged?: readonly CellRange[];
};

/** How a text file was written, so that a result can be written the same way. */
export type TextDialect = {
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly delimiter: string;
  readonly lineEnd: '\r\n' | '\n' | '\r';
  readonly separatorLine: boolean;
};

/** An opened file: what it is, and every sheet in it. */
export type SheetFile = {
  readonly path: string;
  readonly name: string;
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string;
  readonly format: 'text' | 'workbook';
  readonly dialect: TextDialect | null;
  readonly sheets: readonly RawSheet[];
};
