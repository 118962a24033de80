import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, beginRun, connect, startYcm } from './account';
import { launch, sheet, type App } from './app';
import { startKeyring } from './keyring';

/** Every file of a data folder that holds a text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = path.join(folder, name);
    return statSync(file, { throwIfNoEntry: false })?.isFile() && readFileSync(file).includes(text);
  });
}

const home = async ({ page }: App): Promise<{ keychain: boolean; hasSecret: boolean | undefined }> => {
  const reply = await page.evaluate(() => window.pbxOrders.home({}));
  if (!reply.ok) throw new Error(reply.error.message);
  const account = reply.value.connections.find((one) => one.name === ACCOUNT);
  return { keychain: reply.value.keychain, hasSecret: account?.hasSecret };
};

const NO_DESKTOP = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', XDG_CURRENT_DESKTOP: '' };

describe.runIf(process.platform === 'linux')('a client secret', () => {
  it('is kept in the system’s keychain: encrypted on disk, there after a restart, never in the window', async () => {
    const env = await startKeyring();
    const ycm = await startYcm();
    const first = await launch({ env, keychain: true });
    await connect(first, ycm);
    expect(await home(first)).toEqual({ keychain: true, hasSecret: true });
    const shown = await first.page.evaluate(async () => JSON.stringify(await window.pbxOrders.home({})));
    expect(shown).not.toContain(ycm.clientSecret);
    await first.close();
    expect(filesWith(first.dataDir, ycm.clientSecret)).toEqual([]);
    expect(filesWith(first.dataDir, ACCOUNT)).toContain('secrets.json');

    const second = await launch({ env, keychain: true, dataDir: first.dataDir });
    expect(await home(second)).toEqual({ keychain: true, hasSecret: true });
    await beginRun(second, sheet('clean.csv'), 12);
    await expect.poll(() => ycm.accepted().length).toBe(12);
  });

  it('is, without a keychain, only kept until the app ends, which the window says, and written nowhere', async () => {
    const ycm = await startYcm();
    const first = await launch({ env: NO_DESKTOP, keychain: true });
    await connect(first, ycm);
    expect(await home(first)).toEqual({ keychain: false, hasSecret: true });
    await first.page.reload();
    await first.page.getByRole('button', { name: 'Connections' }).click();
    await first.page
      .getByText(/no keychain/)
      .first()
      .waitFor();
    await beginRun(first, sheet('clean.csv'), 12);
    await expect.poll(() => ycm.accepted().length).toBe(12);
    await first.close();
    expect(filesWith(first.dataDir, ycm.clientSecret)).toEqual([]);

    const second = await launch({ env: NO_DESKTOP, keychain: true, dataDir: first.dataDir });
    expect(await home(second)).toEqual({ keychain: false, hasSecret: false });
  });
});
