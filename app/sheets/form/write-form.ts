/** One column of a form to fill in. */
export type FormColumn = {
  heading: string;
  /** Shown as a note on the heading. */
  note: string;
  required: boolean;
  width?: number;
  /** A drop-down; long lists are kept on a hidden sheet. `strict`: nothing else may be typed. */
  choices?: { values: readonly string[]; strict: boolean };
  check?:
    | { kind: 'whole'; min?: number; max?: number; message: string }
    | { kind: 'date'; message: string }
    | { kind: 'text'; maxLength?: number; message: string };
};

/** A workbook people fill in and send back. */
export type Form = {
  sheetName: string;
  columns: readonly FormColumn[];
  /** Filled-in rows under the headings, by column. */
  rows: readonly (readonly { text: string; problem?: string }[])[];
  /** How many empty rows under them have drop-downs and checks. */
  emptyRows: number;
  instructions: { sheetName: string; lines: readonly string[] };
};

/** Writes a form as XLSX: headings with notes, drop-downs, checks; cells with a `problem` marked and noted. Safely, as results are. Throws SheetError. */
export async function writeForm(form: Form, to: string): Promise<void> {
  throw new Error(`not yet ${form.sheetName} ${to}`);
}
