import type { RawRow } from '../sheets/cell';
import { urlOf, type Address } from './address-groups';
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

type Judgement = Pick<CheckedRow, 'state' | 'problems' | 'earlier'>;

/** A checked row that works out the rest when asked: few of a hundred thousand ever are, so each keeps no more than it must. */
export class LazyRow implements CheckedRow, Address {
  readonly #raw: RawRow;
  readonly #edits: RowEdits | undefined;
  readonly #context: RowContext;

  /** `edits` must not change afterwards; `subDomain` and `domain` are in lower case. */
  constructor(
    raw: RawRow,
    edits: RowEdits | undefined,
    context: RowContext,
    readonly subDomain: string | null,
    readonly domain: string | null,
    readonly state: RowState,
    readonly problems: readonly Problem[],
    readonly earlier: CheckedRow['earlier'],
  ) {
    this.#raw = raw;
    this.#edits = edits;
    this.#context = context;
  }

  get row(): number {
    return this.#raw.row;
  }

  get url(): string | null {
    return urlOf(this);
  }

  get edited(): readonly FieldName[] {
    const edits = this.#edits;
    if (edits === undefined) return NONE;
    return this.#context.sources.flatMap(({ name }) => (edits[name] === undefined ? [] : name));
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
  judged({ state, problems, earlier }: Judgement): LazyRow {
    const { subDomain, domain } = this;
    return new LazyRow(this.#raw, this.#edits, this.#context, subDomain, domain, state, problems, earlier);
  }
}

const NONE: readonly never[] = [];
