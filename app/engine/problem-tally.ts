import { PROBLEMS, fieldOf, type CheckedRow, type Level, type Problem } from '../orders';
import type { ProblemGroup, SheetView } from './contract';

const WEIGHT: Record<Level, number> = { error: 0, warning: 1, note: 2 };
type Counts = Omit<SheetView['counts'], 'rows'>;
type Group = {
  code: Problem['code'];
  field: Problem['field'];
  level: Level;
  count: number;
  repairs: number;
  unsafe: number;
  /** No row before this index has the problem; the first that has it is looked for from here when it is asked for. */
  from: number;
};

/** Counts of a sheet's rows and problems, kept up to date row by row so that one edit costs one row, not all of them. */
export class ProblemTally {
  private readonly groups = new Map<string, Group>();
  readonly counts: Counts = { ready: 0, invalid: 0, skipped: 0, warnings: 0, edited: 0 };

  /** `rows` changes in place: what is replaced in it is told by `replace`. */
  constructor(private readonly rows: readonly CheckedRow[]) {
    rows.forEach((row, index) => this.count(row, 1, index));
  }

  /** The row at an index became another. */
  replace(before: CheckedRow, after: CheckedRow, index: number): void {
    this.count(before, -1, index);
    this.count(after, 1, index);
  }

  /** Errors first, then the most frequent. */
  view(): ProblemGroup[] {
    return [...this.groups.values()]
      .filter((group) => group.count > 0)
      .sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level] || b.count - a.count)
      .map((group) => ({
        code: group.code,
        title: PROBLEMS[group.code].title,
        level: group.level,
        field: group.field,
        fieldLabel: group.field ? fieldOf(group.field).label : null,
        count: group.count,
        repairs: group.repairs,
        safe: group.unsafe === 0,
        firstRow: this.firstRowOf(group),
      }));
  }

  private count(row: CheckedRow, sign: 1 | -1, index: number): void {
    this.counts[row.state] += sign;
    if (row.edited.length > 0) this.counts.edited += sign;
    let warned = false;
    for (const problem of row.problems) {
      if (problem.level === 'warning') warned = true;
      const key = `${problem.code} ${problem.field ?? ''}`;
      let group = this.groups.get(key);
      if (!group) {
        group = {
          code: problem.code,
          field: problem.field,
          level: problem.level,
          count: 0,
          repairs: 0,
          unsafe: 0,
          from: index,
        };
        this.groups.set(key, group);
      }
      group.count += sign;
      if (sign > 0 && index < group.from) group.from = index;
      if (problem.repair) {
        group.repairs += sign;
        if (!problem.repair.safe) group.unsafe += sign;
      }
    }
    if (warned && row.state === 'ready') this.counts.warnings += sign;
  }

  private firstRowOf(group: Group): number {
    for (; group.from < this.rows.length; group.from++) {
      const row = this.rows[group.from];
      if (row?.problems.some((one) => one.code === group.code && one.field === group.field)) return row.row;
    }
    return 0;
  }
}
