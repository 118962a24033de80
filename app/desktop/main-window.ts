import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { PAGE_URL } from './page-files';
import { firstSize, readBounds, writeBounds } from './window-bounds';

const SMALLEST = { width: 880, height: 560 };
/** What shows before the page has drawn itself. */
const BACKDROP = { light: '#ffffff', dark: '#16181d' };

/** Makes the app's window where it was last time and shows it once it has something to show. */
export function makeWindow(preload: string, boundsFile: string): BrowserWindow {
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
    backgroundColor: BACKDROP[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
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
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeBounds(boundsFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  void window.loadURL(PAGE_URL);
  return window;
}

/** The path of something built, beside this file. */
export const built = (...parts: string[]): string => path.join(__dirname, ...parts);
