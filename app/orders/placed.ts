import { fieldOf, type FieldName } from './fields';
import { columnLetter } from './letters';
import { PROBLEMS } from './problem-table';
import { problemMessage, type Finding, type Problem } from './problems';

/** A problem with its place, its level and its words. */
export function placed(
  row: number,
  column: number | undefined,
  field: FieldName | null,
  finding: Finding,
): Problem {
  const params = { ...(field && { field: fieldOf(field).label }), ...finding.params };
  const problem: Problem = {
    row,
    column: column ?? null,
    cell: column === undefined ? null : `${columnLetter(column)}${row}`,
    field,
    code: finding.code,
    level: PROBLEMS[finding.code].level,
    params,
    message: problemMessage(finding.code, params),
  };
  const { repair } = finding;
  if (repair) {
    const target = repair.field ?? field ?? 'name';
    const label =
      repair.value === ''
        ? 'Clear the cell'
        : target === field
          ? `Change to "${repair.value}"`
          : `Change ${fieldOf(target).label} to "${repair.value}"`;
    problem.repair = { field: target, value: repair.value, label, safe: repair.safe };
  }
  return problem;
}
