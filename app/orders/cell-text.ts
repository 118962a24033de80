import type { Cell } from '../sheets/cell';

/** What a cell shows, as the grid shows it. An error or an unknown result is shown as itself. */
export function cellText(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case undefined:
    case 'empty':
      return '';
    case 'text':
    case 'number':
    case 'error':
      return cell.text;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'date':
      return cell.iso.replace('T', ' ');
    case 'uncalculated':
      return `=${cell.formula}`;
  }
}

/** Nothing but space. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell.kind === 'empty' || (cell.kind === 'text' && isBlankText(cell.text));

/** The same of a text. Nearly all begin with a character that is plainly no space. */
export function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && text.trim() === '';
}
