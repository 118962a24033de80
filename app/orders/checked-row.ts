import type { RawRow } from '../sheets/cell';
import type { FieldName } from './fields';
import type { Problem } from './problems';
import { fieldText, orderOf, readRow, type RowEdits } from './read-row';
import type { OrderRequest } from './request';
import type { RowContext } from './row-context';

export type RowState = 'ready' | 'invalid' | 'skipped';
/** One row of a sheet, checked. */
export type CheckedRow = {
  readonly row: number;
  readonly state: RowState;
  /** The request's body; null unless the row is ready. */
  readonly order: OrderRequest | null;
  /** Sub-domain and domain, lower case: what is unique in YCM; null when either is unknown. */
  readonly url: string | null;
  /** What each field's cell shows: as edited, as in the file, or the constant. */
  readonly texts: Partial<Record<FieldName, string>>;
  readonly edited: readonly FieldName[];
  readonly problems: readonly Problem[];
  /** What an earlier run wrote into the sheet. */
  readonly earlier: { readonly status: string; readonly cloudPbxId: string } | null;
};

type Verdict = Pick<CheckedRow, 'state' | 'url' | 'edited' | 'problems' | 'earlier'>;

/** A checked row that works its texts and its order out when asked: few of a hundred thousand ever are. */
export class LazyRow implements CheckedRow {
  readonly row: number;
  readonly state: RowState;
  readonly url: string | null;
  readonly edited: readonly FieldName[];
  readonly problems: readonly Problem[];
  readonly earlier: CheckedRow['earlier'];
  readonly #raw: RawRow;
  readonly #edits: RowEdits | undefined;
  readonly #context: RowContext;

  /** `edits` must not change afterwards. */
  constructor(raw: RawRow, edits: RowEdits | undefined, context: RowContext, verdict: Verdict) {
    this.row = raw.row;
    this.state = verdict.state;
    this.url = verdict.url;
    this.edited = verdict.edited;
    this.problems = verdict.problems;
    this.earlier = verdict.earlier;
    this.#raw = raw;
    this.#edits = edits;
    this.#context = context;
  }

  get texts(): CheckedRow['texts'] {
    const texts: Partial<Record<FieldName, string>> = {};
    for (const source of this.#context.sources) {
      const text = fieldText(this.#raw, this.#edits, source);
      if (source.column !== undefined || text !== '') texts[source.name] = text;
    }
    return texts;
  }

  get order(): OrderRequest | null {
    if (this.state !== 'ready') return null;
    const values = {};
    readRow(this.#raw, this.#edits, this.#context, values, null);
    return orderOf(values, this.#context);
  }

  /** The same row, judged otherwise. */
  judged(change: Partial<Verdict>): LazyRow {
    return new LazyRow(this.#raw, this.#edits, this.#context, { ...this, ...change });
  }
}
