import type { MenuItemConstructorOptions } from 'electron';
import type { Bridge, MenuAction, RecentSheet } from '../engine/contract';
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
  showDataFolder(): void;
};
type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

/** The menu bar as each system expects it. Keys are shown here and handled by the window, which knows where the focus is. */
export function menuTemplate(facts: MenuFacts, doings: MenuDoings): Item[] {
  const { platform, words: w } = facts;
  const mac = platform === 'mac';
  const act = (label: string, action: MenuAction, accelerator?: string): Item => ({
    id: action,
    label,
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
    click: () => doings.act(action),
  });
  const settings = act(w.settings, 'settings', 'CmdOrCtrl+,');
  const about: Item = { role: 'about', label: w.about(facts.appName) };
  const fileMenu: Item = {
    label: w.file,
    submenu: [
      act(w.open, 'open', 'CmdOrCtrl+O'),
      { id: 'recent', label: w.openRecent, submenu: recentItems(facts, doings) },
      act(w.openSample, 'sample'),
      SEPARATOR,
      act(w.template, 'template'),
      SEPARATOR,
      ...(mac
        ? [{ role: 'close' } satisfies Item]
        : [
            settings,
            SEPARATOR,
            { role: 'quit', label: platform === 'windows' ? w.exit : w.quit } satisfies Item,
          ]),
    ],
  };
  return [
    ...(mac ? [macMenu(facts.appName, about, settings)] : []),
    fileMenu,
    { label: w.edit, submenu: editItems(w, act, mac) },
    { label: w.sheet, submenu: sheetItems(w, act) },
    {
      label: w.go,
      submenu: [
        act(w.next, 'next', 'CmdOrCtrl+Enter'),
        act(w.back, 'back', 'Alt+Left'),
        SEPARATOR,
        act(w.history, 'history', 'CmdOrCtrl+Shift+H'),
        act(w.connections, 'connections', 'CmdOrCtrl+Shift+C'),
        SEPARATOR,
        act(w.palette, 'palette', 'CmdOrCtrl+K'),
      ],
    },
    { label: w.view, submenu: viewItems(w, act, facts.developer) },
    ...(mac ? [{ role: 'windowMenu', label: w.window } satisfies Item] : []),
    {
      role: 'help',
      label: w.help,
      submenu: [
        act(w.keyboardHelp, 'help', 'F1'),
        { label: w.dataFolder, click: () => doings.showDataFolder() },
        ...(mac ? [] : [SEPARATOR, about]),
      ],
    },
  ];
}

type Act = (label: string, action: MenuAction, accelerator?: string) => Item;

function macMenu(appName: string, about: Item, settings: Item): Item {
  return {
    label: appName,
    submenu: [
      about,
      SEPARATOR,
      settings,
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  };
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

function editItems(w: ShellWords, act: Act, mac: boolean): Item[] {
  return [
    act(w.undo, 'undo', 'CmdOrCtrl+Z'),
    act(w.redo, 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
    SEPARATOR,
    { role: 'cut', label: w.cut },
    { role: 'copy', label: w.copy },
    { role: 'paste', label: w.paste },
    { role: 'selectAll', label: w.selectAll },
    SEPARATOR,
    act(w.fillDown, 'fill-down', 'CmdOrCtrl+D'),
    act(w.find, 'find', 'CmdOrCtrl+F'),
  ];
}

function sheetItems(w: ShellWords, act: Act): Item[] {
  return [
    act(w.nextProblem, 'next-problem', 'F8'),
    act(w.previousProblem, 'previous-problem', 'Shift+F8'),
    act(w.repairCell, 'repair-cell', 'CmdOrCtrl+.'),
    SEPARATOR,
    act(w.problems, 'problems', 'CmdOrCtrl+Shift+P'),
    act(w.showAll, 'show-all'),
    act(w.showInvalid, 'show-invalid'),
  ];
}

function viewItems(w: ShellWords, act: Act, developer: boolean): Item[] {
  return [
    {
      label: w.theme,
      submenu: [
        act(w.themeSystem, 'theme-system'),
        act(w.themeLight, 'theme-light'),
        act(w.themeDark, 'theme-dark'),
      ],
    },
    SEPARATOR,
    { role: 'zoomIn', label: w.zoomIn },
    { role: 'zoomOut', label: w.zoomOut },
    { role: 'resetZoom', label: w.actualSize },
    SEPARATOR,
    { role: 'togglefullscreen', label: w.fullScreen },
    ...(developer ? [SEPARATOR, { role: 'toggleDevTools' } satisfies Item] : []),
  ];
}
