import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNoComplaints, launch, ROOT, type App } from './app';

type Globals = { harm?: string };

/** Runs in the page, then waits until whatever it set going has had its chance. */
const settle = ({ page }: App): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));

describe('the window', () => {
  it('opens, complains of nothing, and ends with code 0 when it is closed', async () => {
    const app = await launch();
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await app.page.title()).toBe('PBX Orders');
    expectNoComplaints(app);
    await app.page.close();
    expect(await app.ended).toBe(0);
  });

  it('has no Node, no Electron, and nothing of the app but its named verbs', async () => {
    const app = await launch();
    const found = await app.page.evaluate(() => ({
      globals: ['require', 'module', 'process', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
      bridge: Object.keys(window.pbxOrders).filter((name) => /ipc|send|invoke|channel/i.test(name)),
    }));
    expect(found).toEqual({ globals: [], bridge: [] });
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const contents = window?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
  });

  it('runs no text as code: no inline script, no handler, no timer made of text, no javascript address', async () => {
    const app = await launch();
    await app.page.evaluate(() => {
      const tries = [
        () => {
          const script = document.createElement('script');
          script.append('window.harm = "inline script"');
          document.body.append(script);
        },
        () => {
          const link = document.createElement('a');
          link.setAttribute('onclick', 'window.harm = "handler"');
          document.body.append(link);
          link.click();
        },
        // oxlint-disable-next-line no-implied-eval -- that it does nothing is the test
        () => setTimeout('window.harm = "timer"', 0),
        () => {
          const link = document.createElement('a');
          link.href = 'javascript:window.harm="address"';
          document.body.append(link);
          link.click();
        },
        () => {
          const box = document.createElement('div');
          box.innerHTML = '<img src="missing.png" onerror="window.harm = \'markup\'">';
          document.body.append(box);
        },
      ];
      for (const one of tries) {
        try {
          one();
        } catch {
          // refused at once
        }
      }
    });
    await settle(app);
    expect(await app.page.evaluate(() => (globalThis as Globals).harm ?? 'none')).toBe('none');
    // Not even as markup, wherever a library might try.
    const asMarkup = await app.page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>text</b>';
        return 'taken';
      } catch {
        return 'refused';
      }
    });
    expect(asMarkup).toBe('refused');
  });

  it('loads nothing from elsewhere, not even from this machine', async () => {
    const app = await launch();
    const reached = await app.page.evaluate(async () => {
      const outcome = async (name: string, work: () => Promise<unknown>): Promise<string[]> =>
        work().then(
          () => [name],
          () => [],
        );
      const image = (src: string): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const made = new Image();
          made.addEventListener('load', resolve);
          made.addEventListener('error', reject);
          made.src = src;
        });
      return [
        ...(await outcome('fetch own page', () => fetch('app://pbx-orders/index.html'))),
        ...(await outcome('fetch', () => fetch('http://127.0.0.1:1/'))),
        ...(await outcome('file', () => image('file:///usr/share/pixmaps/debian-logo.png'))),
        ...(await outcome('data', () => image('data:image/gif;base64,R0lGODlhAQABAAAAACw='))),
      ];
    });
    expect(reached).toEqual([]);
  });

  it('goes nowhere: not by a link, not by a script, not into a new window', async () => {
    const app = await launch();
    const before = app.page.url();
    const opened = await app.page.evaluate(() => {
      const opened = window.open('about:blank') ?? window.open('https://example.invalid/', '_blank');
      const link = document.createElement('a');
      link.href = 'https://example.invalid/';
      document.body.append(link);
      link.click();
      window.location.assign('file:///etc/passwd');
      return opened !== null;
    });
    expect(opened).toBe(false);
    await settle(app);
    expect(app.page.url()).toBe(before);
    expect(app.electron.windows()).toHaveLength(1);
  });

  it('is granted no permission', async () => {
    const app = await launch();
    const states = await app.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
      const found = names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      );
      return Promise.all(found);
    });
    expect(states.filter((state) => state === 'granted')).toEqual([]);
    const asked = await app.page.evaluate(() => Notification.requestPermission());
    expect(asked).toBe('denied');
  });
});

describe('the app’s own scheme', () => {
  it('serves the built window with its policy, and no file outside it by any spelling', async () => {
    const app = await launch();
    const answers = await app.electron.evaluate(async ({ net }) => {
      const status = async (address: string): Promise<number> => (await net.fetch(address)).status;
      const page = await net.fetch('app://pbx-orders/index.html');
      return {
        page: page.status,
        policy: page.headers.get('content-security-policy'),
        outside: await Promise.all(
          [
            'app://pbx-orders/../main.cjs',
            'app://pbx-orders/..%2fmain.cjs',
            'app://pbx-orders/%2e%2e/%2e%2e/package.json',
            'app://pbx-orders/..%5cmain.cjs',
            'app://pbx-orders//etc/passwd',
            'app://other/index.html',
            'app://pbx-orders/',
          ].map(status),
        ),
      };
    });
    expect(answers.page).toBe(200);
    expect(answers.policy).toContain("script-src 'self';");
    expect(answers.policy).not.toMatch(/unsafe|\*|https?:/);
    expect(new Set(answers.outside)).toEqual(new Set([404]));
  });
});

describe('a message from the window', () => {
  it('is refused when it is not what its verb takes, and nothing of it is done', async () => {
    const app = await launch();
    const replies = await app.page.evaluate(async () => {
      const { rows, create, copyText, openSample } = window.pbxOrders as unknown as Record<
        string,
        (input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>
      >;
      return [
        await rows?.({ sheetId: 'x', filter: {}, from: -1, count: 10 }),
        await create?.({ sheetId: 'x', connection: 'sandbox', confirmed: 0 }),
        await create?.({ sheetId: 'x', connection: 'sandbox', confirmed: 1, force: true }),
        await copyText?.('text'),
        await openSample?.({ name: '../../etc/passwd' }),
        await openSample?.(undefined),
      ].map((reply) => reply?.error?.code);
    });
    expect(new Set(replies)).toEqual(new Set(['bad-request']));
    expect(app.log().filter((line) => line['what'] === 'request refused')).toHaveLength(6);
  });

  it('is refused when it comes from any other window or frame, though that has the same bridge and page', async () => {
    const app = await launch();
    const preload = path.join(ROOT, 'out', 'preload.cjs');
    const codes = await app.electron.evaluate(async ({ BrowserWindow }, preload) => {
      const ask = `window.pbxOrders.home({}).then((reply) => (reply.ok ? 'answered' : reply.error.code))`;
      const found: string[] = [];
      for (const address of ['app://pbx-orders/index.html', 'data:text/html,hello']) {
        const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await other.loadURL(address).catch(() => undefined);
        found.push(await other.webContents.executeJavaScript(ask));
        other.destroy();
      }
      return found;
    }, preload);
    expect(codes).toEqual(['untrusted-sender', 'untrusted-sender']);
  });
});
