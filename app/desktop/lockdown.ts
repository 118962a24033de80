import { app, type Session } from 'electron';
import { SCHEME } from './page-files';

/** Schemes a page of ours may load from: its own, and the developer tools' where there are any. */
const LOCAL = new Set([`${SCHEME}:`, 'devtools:', 'report:']);

/** No page of ours goes anywhere, opens anything or embeds anything, whoever asks. Call before the first window. */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** No permission is granted, nothing is downloaded, and nothing remote is loaded. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !LOCAL.has(new URL(details.url).protocol) }),
  );
}
