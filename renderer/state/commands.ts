import type { RowFilter, Settings } from '../../app/engine/contract';
import { fillDown, goToProblem, repairActiveCell } from '../grid/grid-actions';
import type { Words } from '../words/en';
import { said } from '../words/said';
import { placeWord } from '../words/states';
import { goToArea } from './areas';
import { backupNow, saveRepairs, saveTemplate, showDataFolder } from './file-actions';
import { go, goByStep, reachable } from './navigate';
import { confirmPlan, continueRun, readBack, reconcile, showResult, steerRun } from './run-actions';
import { saveSettings } from './settings-actions';
import { askFind, chooseSheet, openSample, redo, showRows, undo } from './sheet-actions';
import { STEPS, get, set, type Step, type WindowState } from './window-store';

/** `mod` is Ctrl, or Command on a Mac. */
type Command = {
  keys: readonly string[];
  label: (w: Words, state: WindowState) => string;
  /** Absent: always. */
  when?: (state: WindowState) => boolean;
  run: () => void;
};

const inReview = (state: WindowState): boolean => state.place === 'review' && state.sheet !== null;
const failedOf = ({ run }: WindowState): number => (run?.totals.rejected ?? 0) + (run?.totals.invalid ?? 0);
const setTheme = (theme: Settings['theme']) => () => void saveSettings({ theme });

const inResults = (state: WindowState): boolean => state.place === 'results' && state.run !== null;
const isLive = (state: WindowState): boolean =>
  state.run?.state === 'running' || state.run?.state === 'paused';
const show = (filter: RowFilter) => () => showRows(filter);
const toStep = (step: Step, key: string): Command => ({
  keys: [`alt+${key}`],
  label: (w) => w.cmdStep(placeWord(w, step)),
  when: () => reachable(step),
  run: () => go(step),
});

const anywhere = {
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
  'next-area': { keys: ['F6'], label: (w) => w.cmdNextArea, run: () => goToArea(false) },
  'previous-area': { keys: ['shift+F6'], label: (w) => w.cmdPreviousArea, run: () => goToArea(true) },
  'step-open': toStep('open', '1'),
  'step-columns': toStep('columns', '2'),
  'step-review': toStep('review', '3'),
  'step-plan': toStep('plan', '4'),
  'step-create': toStep('create', '5'),
  'step-results': toStep('results', '6'),
} as const satisfies Record<string, Command>;

const ofReview = {
  undo: {
    keys: ['mod+z'],
    label: (w, state) => (state.sheet?.undo ? w.cmdUndoNamed(said(w, state.sheet.undo)) : w.cmdUndo),
    when: (state) => inReview(state) && Boolean(state.sheet?.undo),
    run: () => void undo(),
  },
  redo: {
    keys: ['mod+y', 'mod+shift+z'],
    label: (w, state) => (state.sheet?.redo ? w.cmdRedoNamed(said(w, state.sheet.redo)) : w.cmdRedo),
    when: (state) => inReview(state) && Boolean(state.sheet?.redo),
    run: () => void redo(),
  },
  find: { keys: ['mod+f', 'mod+h'], label: (w) => w.cmdFind, when: inReview, run: askFind },
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
  'show-all': { keys: ['mod+alt+a'], label: (w) => w.cmdShowAll, when: inReview, run: show({}) },
  'show-invalid': {
    keys: ['mod+alt+e'],
    label: (w) => w.cmdShowInvalid,
    when: inReview,
    run: show({ states: ['invalid'] }),
  },
  'show-problems': {
    keys: ['mod+alt+w'],
    label: (w) => w.cmdShowProblems,
    when: inReview,
    run: show({ withProblems: true }),
  },
  problems: {
    keys: ['mod+shift+p'],
    label: (w) => w.cmdProblems,
    when: inReview,
    run: () => set((state) => ({ problemsShown: !state.problemsShown })),
  },
  'name-mapping': {
    keys: ['mod+shift+m'],
    label: (w) => w.cmdNameMapping,
    when: (state) => state.sheet !== null,
    run: () => set({ dialog: 'name-mapping' }),
  },
} as const satisfies Record<string, Command>;

const ofRuns = {
  create: {
    keys: ['mod+shift+Enter'],
    label: (w) => w.cmdCreate,
    when: (state) => state.place === 'plan' && (state.plan?.create ?? 0) > 0,
    run: confirmPlan,
  },
  pause: {
    keys: ['F9'],
    label: (w) => w.cmdPause,
    when: isLive,
    run: () => void steerRun(get().run?.state === 'paused' ? 'resumeRun' : 'pauseRun'),
  },
  stop: {
    keys: ['shift+F9'],
    label: (w) => w.cmdStop,
    when: (state) => isLive(state) && state.place === 'create',
    run: () => set({ dialog: 'stop' }),
  },
  'continue-run': {
    keys: ['mod+shift+s'],
    label: (w) => w.cmdContinue,
    when: (state) => inResults(state) && state.run?.state === 'stopped' && state.run.totals.notSent > 0,
    run: () => {
      const { run } = get();
      if (run) void continueRun(run);
    },
  },
  reconcile: {
    keys: ['mod+shift+u'],
    label: (w) => w.cmdReconcile,
    when: (state) => inResults(state) && (state.run?.totals.unconfirmed ?? 0) > 0,
    run: () => void reconcile(),
  },
  'open-result': {
    keys: ['mod+shift+o'],
    label: (w) => w.cmdOpenResult,
    when: (state) => inResults(state) && state.run?.result != null,
    run: () => void showResult('open'),
  },
  'result-folder': {
    keys: ['mod+shift+f'],
    label: (w) => w.cmdResultFolder,
    when: (state) => inResults(state) && state.run?.result != null,
    run: () => void showResult('folder'),
  },
  report: {
    keys: ['mod+p'],
    label: (w) => w.cmdReport,
    when: inResults,
    run: () => set({ dialog: 'report' }),
  },
  repairs: {
    keys: ['mod+shift+r'],
    label: (w) => w.cmdRepairs,
    when: (state) => inResults(state) && failedOf(state) > 0,
    run: () => void saveRepairs(),
  },
  'read-back': {
    keys: ['mod+shift+b'],
    label: (w) => w.cmdReadBack,
    when: (state) => inResults(state) && (state.run?.totals.created ?? 0) > 0,
    run: () => void readBack(),
  },
} as const satisfies Record<string, Command>;

const places = {
  history: { keys: ['mod+shift+h'], label: (w) => w.cmdHistory, run: () => go('history') },
  connections: { keys: ['mod+shift+c'], label: (w) => w.cmdConnections, run: () => go('connections') },
  settings: { keys: ['mod+,'], label: (w) => w.cmdSettings, run: () => go('settings') },
  sample: { keys: ['mod+alt+1'], label: (w) => w.cmdSample, run: () => void openSample('new-branches') },
  'sample-fixing': {
    keys: ['mod+alt+2'],
    label: (w) => w.cmdSampleFixing,
    run: () => void openSample('needs-fixing'),
  },
  template: { keys: ['mod+alt+n'], label: (w) => w.cmdTemplate, run: () => void saveTemplate() },
  backup: { keys: ['mod+alt+b'], label: (w) => w.cmdBackup, run: () => void backupNow() },
  'data-folder': { keys: ['mod+alt+d'], label: (w) => w.cmdDataFolder, run: () => void showDataFolder() },
  'theme-light': { keys: ['mod+alt+l'], label: (w) => w.cmdThemeLight, run: setTheme('light') },
  'theme-dark': { keys: ['mod+alt+k'], label: (w) => w.cmdThemeDark, run: setTheme('dark') },
  'theme-system': { keys: ['mod+alt+s'], label: (w) => w.cmdThemeSystem, run: setTheme('system') },
} as const satisfies Record<string, Command>;

/** All that can be done by key or by name. */
export const COMMANDS = { ...anywhere, ...ofReview, ...ofRuns, ...places };
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
