/** The desktop app: sets up what must stand before Chromium starts, then the shell. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { app, Menu } from 'electron';
import { chosenDataFolder } from './app-folders';
import { lockPages } from './lockdown';
import { printReportFile, printRequest, type PrintRequest } from './report-pdf';
import { declareScheme } from './serve-page';
import { sheetIn } from './sheet-arguments';
import { Shell } from './shell';

const printing = printRequest(process.argv);
if (printing) {
  // It may run beside the app itself, so it has nothing in common with it.
  app.setPath('userData', mkdtempSync(path.join(app.getPath('temp'), 'pbx-orders-print-')));
} else {
  const chosen = chosenDataFolder(process.env, process.cwd());
  if (chosen) app.setPath('userData', chosen);
  // What Chromium keeps for itself is not to lie between the ledger and the settings.
  app.setPath('sessionData', path.join(app.getPath('userData'), 'window'));
}
// Chromium repeats what it sent over these when a connection breaks; an order must not be sent twice.
app.commandLine.appendSwitch('disable-http2');
app.commandLine.appendSwitch('disable-quic');
// Root can't have Chromium's sandbox, and asking for it nevertheless makes its helpers restart for ever.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Windows shows notifications only of programs it knows by this; as in electron-builder.yml.
if (process.platform === 'win32') app.setAppUserModelId('com.pbx-orders.desktop');
declareScheme();
lockPages();
// Else Electron makes one of its own, which takes time before the window.
Menu.setApplicationMenu(null);

// A printed page needs no graphics card, and machines without a display have none.
if (printing) app.disableHardwareAcceleration();
if (printing) void app.whenReady().then(() => print(printing));
else if (app.requestSingleInstanceLock()) openShell();
else app.quit();

async function print(request: PrintRequest): Promise<void> {
  // The page's window closes before the file is written, which is not the end of the program.
  app.on('window-all-closed', () => {});
  const code = await printReportFile(request);
  rmSync(app.getPath('userData'), { recursive: true, force: true, maxRetries: 3 });
  app.exit(code);
}

function openShell(): void {
  const shell = new Shell(app.getPath('userData'));
  // Electron would show a person the error's stack.
  process.on('uncaughtException', (error) => void shell.unforeseen(error));
  process.on('unhandledRejection', (reason) => void shell.unforeseen(reason));
  // macOS tells of files by an event, which may come before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    shell.open(file);
  });
  app.on('second-instance', (_event, args, folder) => {
    shell.show();
    const file = sheetIn(args, folder);
    if (file !== null) shell.open(file);
  });
  app.on('activate', () => shell.show());
  app.on('window-all-closed', () => shell.windowClosed());
  app.on('before-quit', (event) => shell.quitting(event));
  const file = sheetIn(process.argv, process.cwd());
  if (file !== null) shell.open(file);
  void app.whenReady().then(() => shell.start());
}
