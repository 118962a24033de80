import type { Settings } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { fillDown, goToProblem, repairActiveCell } from '../grid/grid-actions';
import type { Words } from '../words/en';
import { ask } from './ask';
import { go, goByStep, reachable } from './navigate';
import { saveSettings } from './settings-actions';
import { chooseSheet, openSample, redo, showRows, undo } from './sheet-actions';
import { STEPS, currentConnection, get, set, type WindowState } from './window-store';

/** `mod` is Ctrl, or Command on a Mac. */
type Command = {
  keys?: readonly string[];
  label: (w: Words, state: WindowState) => string;
  /** Absent: always. */
  when?: (state: WindowState) => boolean;
  run: () => void;
};

const inReview = (state: WindowState): boolean => state.place === 'review' && state.sheet !== null;
const setTheme = (theme: Settings['theme']) => () => void saveSettings({ theme });

export const COMMANDS = {
  palette: { keys: ['mod+k'], label: (w) => w.cmdPalette, run: () => set({ dialog: 'palette' }) },
  help: { keys: ['F1', 'mod+/'], label: (w) => w.cmdHelp, run: () => set({ dialog: 'help' }) },
  open: { keys: ['mod+o'], label: (w) => w.cmdOpen, run: () => void chooseSheet() },
  next: {
    keys: ['mod+Enter'],
    label: (w) => w.cmdNext,
    when: (state) => {
      const next = STEPS[STEPS.indexOf(state.step) + 1];
      return state.place === state.step && next !== undefined && next !== 'create' && reachable(next);
    },
    run: () => goByStep(1),
  },
  back: {
    keys: ['alt+ArrowLeft'],
    label: (w) => w.cmdBack,
    when: (state) => state.place !== 'open',
    run: () => (get().place === get().step ? goByStep(-1) : go(get().step)),
  },
  undo: {
    keys: ['mod+z'],
    label: (w, state) => (state.sheet?.undo ? w.cmdUndoNamed(state.sheet.undo) : w.cmdUndo),
    when: (state) => inReview(state) && Boolean(state.sheet?.undo),
    run: () => void undo(),
  },
  redo: {
    keys: ['mod+y', 'mod+shift+z'],
    label: (w, state) => (state.sheet?.redo ? w.cmdRedoNamed(state.sheet.redo) : w.cmdRedo),
    when: (state) => inReview(state) && Boolean(state.sheet?.redo),
    run: () => void redo(),
  },
  find: {
    keys: ['mod+f', 'mod+h'],
    label: (w) => w.cmdFind,
    when: inReview,
    run: () => set({ findShown: true }),
  },
  'next-problem': {
    keys: ['F8'],
    label: (w) => w.cmdNextProblem,
    when: inReview,
    run: () => void goToProblem(false),
  },
  'previous-problem': {
    keys: ['shift+F8'],
    label: (w) => w.cmdPreviousProblem,
    when: inReview,
    run: () => void goToProblem(true),
  },
  'repair-cell': {
    keys: ['mod+.'],
    label: (w) => w.cmdRepairCell,
    when: inReview,
    run: () => void repairActiveCell(),
  },
  'fill-down': { keys: ['mod+d'], label: (w) => w.cmdFillDown, when: inReview, run: () => void fillDown() },
  'show-all': { label: (w) => w.cmdShowAll, when: inReview, run: () => showRows({}) },
  'show-invalid': {
    label: (w) => w.cmdShowInvalid,
    when: inReview,
    run: () => showRows({ states: ['invalid'] }),
  },
  problems: {
    keys: ['mod+shift+p'],
    label: (w) => w.cmdProblems,
    when: inReview,
    run: () => set((state) => ({ problemsShown: !state.problemsShown })),
  },
  history: { keys: ['mod+shift+h'], label: (w) => w.cmdHistory, run: () => go('history') },
  connections: { keys: ['mod+shift+c'], label: (w) => w.cmdConnections, run: () => go('connections') },
  settings: { keys: ['mod+,'], label: (w) => w.cmdSettings, run: () => go('settings') },
  sample: { label: (w) => w.cmdSample, run: () => void openSample('new-branches') },
  template: {
    label: (w) => w.cmdTemplate,
    run: () => {
      const connection = currentConnection(get());
      if (connection) void ask(bridge().saveTemplate({ connection: connection.name }));
    },
  },
  'theme-light': { label: (w) => w.cmdThemeLight, run: setTheme('light') },
  'theme-dark': { label: (w) => w.cmdThemeDark, run: setTheme('dark') },
  'theme-system': { label: (w) => w.cmdThemeSystem, run: setTheme('system') },
} as const satisfies Record<string, Command>;
export type CommandId = keyof typeof COMMANDS;

/** Every command with its id, as one shape. */
export const ALL_COMMANDS: readonly (Command & { id: CommandId })[] = (
  Object.keys(COMMANDS) as CommandId[]
).map((id) => ({ id, ...(COMMANDS[id] as Command) }));

/** Runs a command where it applies; true if it did. */
export function runCommand(id: CommandId): boolean {
  const command: Command = COMMANDS[id];
  if (command.when && !command.when(get())) return false;
  command.run();
  return true;
}
