import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { PAGE_URL } from './page-files';
import { firstSize, readBounds, writeBounds } from './window-bounds';

const SMALLEST = { width: 880, height: 560 };
/** What shows before the page has drawn itself. */
const BACKDROP = { light: '#ffffff', dark: '#16181d' };

const backdrop = (): string => BACKDROP[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];

/** So long (ms) a window that has loaded waits for what it begins with. */
const PATIENCE = 150;

/**
 * Makes the app's window where it was last time; shows it, after `beforeShown`, when it has loaded and it is known what it
 * begins with. An engine that takes its time for that does not keep it away.
 */
export function makeWindow(
  preload: string,
  boundsFile: string,
  begun: Promise<void>,
  beforeShown: () => void,
): BrowserWindow {
  const before = readBounds(
    boundsFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const place = before ?? firstSize(screen.getPrimaryDisplay().workArea);
  const window = new BrowserWindow({
    width: place.width,
    height: place.height,
    ...(before && { x: before.x, y: before.y }),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: app.getName(),
    backgroundColor: backdrop(),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // It would fetch dictionaries from elsewhere, and order sheets are not prose.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (before?.maximized) window.maximize();
  window.once('ready-to-show', async () => {
    await Promise.race([begun, after(PATIENCE)]);
    if (window.isDestroyed()) return;
    beforeShown();
    // The operator's theme is known by now.
    window.setBackgroundColor(backdrop());
    window.show();
  });
  window.on('close', () =>
    writeBounds(boundsFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  void window.loadURL(PAGE_URL);
  return window;
}

/** The path of something built, beside this file. */
export const built = (...parts: string[]): string => path.join(__dirname, ...parts);
