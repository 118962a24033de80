import type { Words } from '../words/en';
import { ALL_COMMANDS } from './commands';
import { keyName } from './keys';
import type { WindowState } from './window-store';

/** Keys and what they do. Several keys for one thing are apart. */
export type KeyLine = { keys: readonly string[]; what: string };

/** What every command is called and its keys. */
export const keysEverywhere = (w: Words, state: WindowState): KeyLine[] =>
  ALL_COMMANDS.map((one) => ({ keys: one.keys.map(keyName), what: one.label(w, state) }));

/** What keys do in the grid besides. */
export const keysInGrid = (w: Words): KeyLine[] => [
  { keys: ['← ↑ → ↓', 'Tab'], what: w.keyMove },
  { keys: ['F6'], what: w.keyLeave },
  { keys: ['Shift+← ↑ → ↓'], what: w.keyRange },
  { keys: [keyName('mod+a')], what: w.keySelectAll },
  { keys: ['Home / End', `${keyName('mod+Home')} / ${keyName('mod+End')}`], what: w.keyEnds },
  { keys: ['PageUp / PageDown'], what: w.keyPage },
  { keys: ['Enter', 'F2'], what: w.keyEdit },
  { keys: ['A–Z 0–9'], what: w.keyType },
  { keys: [keyName('mod+Enter')], what: w.keyFillSelection },
  { keys: ['Alt+↓'], what: w.keyChoices },
  { keys: ['Escape'], what: w.keyEscape },
  { keys: ['Delete'], what: w.keyClear },
  { keys: [keyName('mod+Backspace')], what: w.keyOriginal },
  { keys: ['Shift+Space'], what: w.keyRow },
  { keys: ['Enter'], what: w.keyColumnMenu },
  { keys: [keyName('mod+c'), keyName('mod+v')], what: w.keyCopyPaste },
];
