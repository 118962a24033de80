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

/** What may be typed into a column's cells; undefined: anything. */
export function validationOf(column: FormColumn, lists: ChoiceLists): DataValidation | undefined {
  const { choices, check } = column;
  const base = { allowBlank: true, showErrorMessage: true, errorTitle: column.heading.slice(0, 32) };
  if (choices && choices.values.length > 0) {
    return {
      ...base,
      type: 'list',
      formulae: [lists(choices.values)],
      showErrorMessage: choices.strict,
      error: 'Choose one from the list.',
    };
  }
  if (!check) return undefined;
  const shown = { ...base, error: check.message.slice(0, 225) };
  switch (check.kind) {
    case 'whole':
      return {
        ...shown,
        type: 'whole',
        operator: 'between',
        formulae: [check.min ?? -FARTHEST, check.max ?? FARTHEST],
      };
    case 'date':
      return { ...shown, type: 'date', operator: 'greaterThan', formulae: [FIRST_DAY] };
    case 'text':
      return check.maxLength === undefined
        ? undefined
        : { ...shown, type: 'textLength', operator: 'lessThanOrEqual', formulae: [check.maxLength] };
  }
}
