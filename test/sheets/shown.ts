import type { Cell, RawSheet } from '../../app/sheets';

/** A cell as one string, so that tests compare whole rows at a glance: what kind it is shows. */
export function shown(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return cell.text;
    case 'number':
      return `#${cell.text}`;
    case 'boolean':
      return cell.value ? '!TRUE' : '!FALSE';
    case 'date':
      return `@${cell.iso}`;
    case 'error':
      return `!${cell.text}`;
    case 'uncalculated':
      return `=${cell.formula}`;
  }
}

/** Each row's number and its cells as `shown`, with bars between them; hidden rows have a `~` behind the number. */
export function shownRows(sheet: RawSheet | undefined): string[] {
  return (sheet?.rows ?? []).map(
    ({ row, cells, hidden }) => `${row}${hidden ? '~' : ''} ${cells.map(shown).join('|')}`,
  );
}
