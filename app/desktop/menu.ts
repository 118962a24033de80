import { app, Menu } from 'electron';
import type { Bridge } from '../engine/contract';
import { menuTemplate, type MenuDoings, type MenuFacts } from './menu-template';

const PLATFORMS: Partial<Record<NodeJS.Platform, Bridge['platform']>> = { darwin: 'mac', win32: 'windows' };

/** Puts up the menu bar anew. */
export function setMenu(facts: Pick<MenuFacts, 'words' | 'recent'>, doings: MenuDoings): void {
  const template = menuTemplate(
    {
      ...facts,
      platform: PLATFORMS[process.platform] ?? 'linux',
      appName: app.getName(),
      developer: !app.isPackaged,
    },
    doings,
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
