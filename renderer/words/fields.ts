import type { FieldName, ResultField } from '../../app/engine/contract';
import type { Words } from './en';

/** What people call a field, in the window's language. */
export function fieldWord(w: Words, field: FieldName | ResultField): string {
  return w[`field_${field}`];
}
