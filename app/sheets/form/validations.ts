import type { DataValidation } from 'exceljs';
import type { ChoiceLists } from './choice-lists';
import type { FormColumn } from './write-form';

// What exceljs has but does not declare: one validation for a whole range, instead of one object a cell.
declare module 'exceljs' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merging needs an interface
  interface Worksheet {
    readonly dataValidations: { add(range: string, validation: DataValidation): void };
  }
}

const FIRST_DAY = new Date(Date.UTC(1900, 0, 1));
const FARTHEST = 1e15;

/** What may be typed into a column's cells; undefined: anything. `cell`: the first of them, which formulas are written for. */
export function validationOf(
  column: FormColumn,
  cell: string,
  lists: ChoiceLists,
): DataValidation | undefined {
  const { choices, check } = column;
  const base = { allowBlank: true, showErrorMessage: true, errorTitle: column.heading.slice(0, 32) };
  if (choices && choices.values.length > 0) {
    return {
      ...base,
      type: 'list',
      formulae: [choices.by ? lists.dependent(choices.by) : lists.plain(choices.values)],
      showErrorMessage: choices.strict,
      error: 'Choose one from the list.',
    };
  }
  if (!check) return undefined;
  const shown = { ...base, error: check.message.slice(0, 225) };
  switch (check.kind) {
    case 'whole':
      if (check.rule !== undefined) {
        const whole = `ISNUMBER(${cell}),${cell}=INT(${cell})`;
        const least = check.min === undefined ? '' : `,${cell}>=${check.min}`;
        const most = check.max === undefined ? '' : `,${cell}<=${check.max}`;
        return { ...shown, type: 'custom', formulae: [`AND(${whole}${least}${most},${check.rule})`] };
      }
      return {
        ...shown,
        type: 'whole',
        operator: 'between',
        formulae: [check.min ?? -FARTHEST, check.max ?? FARTHEST],
      };
    case 'date':
      return {
        ...shown,
        type: 'date',
        operator: 'greaterThan',
        formulae: [check.future ? 'TODAY()' : FIRST_DAY],
      };
    case 'text':
      if (check.rule !== undefined) {
        const most = check.maxLength === undefined ? '' : `LEN(${cell})<=${check.maxLength},`;
        return { ...shown, type: 'custom', formulae: [`AND(${most}${check.rule})`] };
      }
      return check.maxLength === undefined
        ? undefined
        : { ...shown, type: 'textLength', operator: 'lessThanOrEqual', formulae: [check.maxLength] };
  }
}
