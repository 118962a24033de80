import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { MENU_KEYS } from '../../app/desktop/menu-keys';
import { menuTemplate, type MenuFacts } from '../../app/desktop/menu-template';
import { shellWords } from '../../app/desktop/shell-words';
import { ALL_COMMANDS } from '../../renderer/state/commands';

const FACTS: MenuFacts = {
  platform: 'linux',
  words: shellWords('en', 'en'),
  appName: 'PBX Orders',
  recent: [],
  developer: false,
};
const NOTHING = { act: () => undefined, openRecent: () => undefined };

type Item = MenuItemConstructorOptions;
const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

/** `mod+alt+ArrowLeft` in the spelling of menus. */
function inMenus(keys: string): string {
  const spelt: Record<string, string> = { mod: 'CmdOrCtrl', shift: 'Shift', alt: 'Alt', ArrowLeft: 'Left' };
  const parts = keys.split('+').map((part) => spelt[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return parts.join('+').replace('CmdOrCtrl+Y', 'Ctrl+Y');
}

describe('the menu bar', () => {
  it.each(['mac', 'windows', 'linux'] as const)(
    'has every command of the window once, with its key (%s)',
    (platform) => {
      const items = flat(menuTemplate({ ...FACTS, platform }, NOTHING)).filter(
        (item) => item.id !== 'recent',
      );
      const actions = items.flatMap((item) => item.id ?? []);
      expect([...actions].sort()).toEqual(ALL_COMMANDS.map((one) => one.id).sort());
      for (const { id, keys } of ALL_COMMANDS) {
        expect(keys.map(inMenus), id).toContain(MENU_KEYS[id].replace('Cmd+Shift+Z', 'CmdOrCtrl+Shift+Z'));
        // The window takes the key, or it would be heard twice.
        expect(items.find((item) => item.id === id)?.registerAccelerator, id).toBe(false);
      }
    },
  );

  it.each(['en', 'zh', 'de', 'es'] as const)('says each thing in its own words (%s)', (language) => {
    const words = shellWords(language, '');
    const labels = flat(menuTemplate({ ...FACTS, words }, NOTHING)).flatMap((item) =>
      item.id ? (item.label ?? '') : [],
    );
    expect(labels.filter((label) => label.trim() === '')).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
    if (language !== 'en') {
      const same = Object.entries(words).filter(([key, word]) => word === (FACTS.words as never)[key]);
      expect(same.filter(([key]) => !['ok', 'stepPlan'].includes(key))).toEqual([]);
    }
  });

  it('lists recent sheets as they are named, and those that are gone as such', () => {
    const recent = [
      { sha256: 'a', name: 'R&D.csv', folder: '/x', openedAt: 0, found: true },
      { sha256: 'b', name: 'gone.csv', folder: '/y', openedAt: 0, found: false },
    ];
    const opened: string[] = [];
    const doings = { ...NOTHING, openRecent: ({ name }: { name: string }) => void opened.push(name) };
    const items = flat(menuTemplate({ ...FACTS, recent }, doings));
    const [rd, gone] = ['R&&D.csv', 'gone.csv'].map((label) => items.find((item) => item.label === label));
    expect([rd?.enabled, gone?.enabled]).toEqual([true, false]);
    (rd?.click as undefined | (() => void))?.();
    expect(opened).toEqual(['R&D.csv']);
  });
});
