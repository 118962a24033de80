import { bridge } from '../bridge';
import { ALL_COMMANDS, runCommand } from './commands';

const isMac = (): boolean => bridge().platform === 'mac';

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const otherMod = isMac() ? event.ctrlKey : event.metaKey;
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    mod === parts.includes('mod') &&
    !otherMod &&
    event.shiftKey === parts.includes('shift') &&
    event.altKey === parts.includes('alt')
  );
}

/** In a text field, undo and the like belong to the field. */
const OF_FIELDS: readonly string[] = ['undo', 'redo', 'fill-down', 'repair-cell', 'next', 'back'];

/** Runs the command a key belongs to, unless something nearer has already taken the key. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const inField = target?.matches('input, textarea, select, [contenteditable="true"]') ?? false;
  const inDialog = target?.closest('[role="dialog"], [role="alertdialog"]') != null;
  if (inDialog) return;
  const command = ALL_COMMANDS.find((one) => one.keys.some((keys) => matches(event, keys)));
  if (!command || (inField && OF_FIELDS.includes(command.id))) return;
  if (runCommand(command.id)) event.preventDefault();
}

/** A button takes Enter for a press of its own, whatever is held with it; the commands of Ctrl+Enter go before that. */
export function handleEnterOnButton(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  if (!(event.target instanceof Element) || !event.target.closest('button')) return;
  handleKey(event);
  if (event.defaultPrevented) event.stopPropagation();
}

const MAC: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', Enter: '↩', ArrowLeft: '←' };
const PC: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', ArrowLeft: '←' };

/** `mod+shift+p` as people read it on this system. */
export function keyName(keys: string): string {
  const names = isMac() ? MAC : PC;
  const parts = keys.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return parts.join(isMac() ? '' : '+');
}
