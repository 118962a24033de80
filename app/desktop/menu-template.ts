import type { MenuItemConstructorOptions } from 'electron';
import type { Bridge, MenuAction, RecentSheet } from '../engine/contract';
import { MENU_KEYS } from './menu-keys';
import type { ShellWords } from './shell-words';

export type MenuFacts = {
  platform: Bridge['platform'];
  words: ShellWords;
  appName: string;
  recent: readonly RecentSheet[];
  /** Developer tools are for checkouts, not for the packaged app. */
  developer: boolean;
};
export type MenuDoings = {
  act(action: MenuAction): void;
  openRecent(sheet: RecentSheet): void;
};
type Item = MenuItemConstructorOptions;
type Act = (label: string, action: MenuAction) => Item;

const LINE: Item = { type: 'separator' };

/** The menu bar as each system expects it, with everything the window can do. */
export function menuTemplate(facts: MenuFacts, doings: MenuDoings): Item[] {
  const { platform, words: w } = facts;
  const mac = platform === 'mac';
  const act: Act = (label, action) => ({
    id: action,
    label,
    accelerator: MENU_KEYS[action],
    registerAccelerator: false,
    click: () => doings.act(action),
  });
  const about: Item = { role: 'about', label: w.about(facts.appName) };
  return [
    ...(mac ? [macMenu(facts.appName, about, act(w.settings, 'settings'))] : []),
    { label: w.file, submenu: fileItems(facts, doings, act) },
    { label: w.edit, submenu: editItems(w, act) },
    { label: w.sheet, submenu: sheetItems(w, act) },
    { label: w.run, submenu: runItems(w, act) },
    { label: w.go, submenu: goItems(w, act) },
    { label: w.view, submenu: viewItems(w, act, facts.developer) },
    ...(mac ? [{ role: 'windowMenu', label: w.window } satisfies Item] : []),
    {
      role: 'help',
      label: w.help,
      submenu: [
        act(w.keyboardHelp, 'help'),
        act(w.palette, 'palette'),
        LINE,
        act(w.dataFolder, 'data-folder'),
        act(w.backup, 'backup'),
        ...(mac ? [] : [LINE, about]),
      ],
    },
  ];
}

function macMenu(appName: string, about: Item, settings: Item): Item {
  const hiding: Item[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }];
  const submenu = [about, LINE, settings, LINE, { role: 'services' } satisfies Item, LINE, ...hiding, LINE];
  return { label: appName, submenu: [...submenu, { role: 'quit' }] };
}

function fileItems(facts: MenuFacts, doings: MenuDoings, act: Act): Item[] {
  const { words: w, platform } = facts;
  const quit: Item = { role: 'quit', label: platform === 'windows' ? w.exit : w.quit };
  return [
    act(w.open, 'open'),
    { id: 'recent', label: w.openRecent, submenu: recentItems(facts, doings) },
    LINE,
    act(w.openSample, 'sample'),
    act(w.openSampleFixing, 'sample-fixing'),
    act(w.template, 'template'),
    LINE,
    ...(platform === 'mac' ? [{ role: 'close' } satisfies Item] : [act(w.settings, 'settings'), LINE, quit]),
  ];
}

function recentItems({ recent, words }: MenuFacts, doings: MenuDoings): Item[] {
  if (recent.length === 0) return [{ label: words.noRecent, enabled: false }];
  return recent.map((sheet) => ({
    // In a menu, & marks a letter.
    label: sheet.name.replaceAll('&', '&&'),
    sublabel: sheet.folder,
    enabled: sheet.found,
    click: () => doings.openRecent(sheet),
  }));
}

function editItems(w: ShellWords, act: Act): Item[] {
  return [
    act(w.undo, 'undo'),
    act(w.redo, 'redo'),
    LINE,
    { role: 'cut', label: w.cut },
    { role: 'copy', label: w.copy },
    { role: 'paste', label: w.paste },
    { role: 'selectAll', label: w.selectAll },
    LINE,
    act(w.fillDown, 'fill-down'),
    act(w.find, 'find'),
  ];
}

function sheetItems(w: ShellWords, act: Act): Item[] {
  return [
    act(w.nextProblem, 'next-problem'),
    act(w.previousProblem, 'previous-problem'),
    act(w.repairCell, 'repair-cell'),
    LINE,
    act(w.problems, 'problems'),
    act(w.showAll, 'show-all'),
    act(w.showInvalid, 'show-invalid'),
    act(w.showProblems, 'show-problems'),
    LINE,
    act(w.nameMapping, 'name-mapping'),
  ];
}

function runItems(w: ShellWords, act: Act): Item[] {
  return [
    act(w.createNow, 'create'),
    act(w.pause, 'pause'),
    act(w.stop, 'stop'),
    act(w.continueRun, 'continue-run'),
    act(w.reconcile, 'reconcile'),
    LINE,
    act(w.openResult, 'open-result'),
    act(w.resultFolder, 'result-folder'),
    act(w.report, 'report'),
    act(w.repairs, 'repairs'),
    act(w.readBack, 'read-back'),
  ];
}

function goItems(w: ShellWords, act: Act): Item[] {
  return [
    act(w.next, 'next'),
    act(w.back, 'back'),
    LINE,
    act(w.stepOpen, 'step-open'),
    act(w.stepColumns, 'step-columns'),
    act(w.stepReview, 'step-review'),
    act(w.stepPlan, 'step-plan'),
    act(w.stepCreate, 'step-create'),
    act(w.stepResults, 'step-results'),
    LINE,
    act(w.history, 'history'),
    act(w.connections, 'connections'),
    LINE,
    act(w.nextArea, 'next-area'),
    act(w.previousArea, 'previous-area'),
  ];
}

function viewItems(w: ShellWords, act: Act, developer: boolean): Item[] {
  const themes = [
    act(w.themeSystem, 'theme-system'),
    act(w.themeLight, 'theme-light'),
    act(w.themeDark, 'theme-dark'),
  ];
  return [
    { label: w.theme, submenu: themes },
    LINE,
    { role: 'zoomIn', label: w.zoomIn },
    { role: 'zoomOut', label: w.zoomOut },
    { role: 'resetZoom', label: w.actualSize },
    LINE,
    { role: 'togglefullscreen', label: w.fullScreen },
    ...(developer ? [LINE, { role: 'toggleDevTools' } satisfies Item] : []),
  ];
}
