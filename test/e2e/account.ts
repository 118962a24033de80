import { onTestFinished } from 'vitest';
import { startSandbox, type Sandbox } from '../../app/ycm';
import type { App } from './app';

export const ACCOUNT = 'Test account';

/** A YCM of the test's own, which would create a PBX twice if it were asked twice; it slows down and fails as told. */
export async function startYcm(): Promise<Sandbox> {
  const ycm = await startSandbox({ duplicates: true });
  onTestFinished(() => ycm.close());
  return ycm;
}

/** Gives the app an account there, its secret included. */
export async function connect({ page }: App, ycm: Sandbox): Promise<void> {
  const { baseUrl, clientId, clientSecret: secret } = ycm;
  const reply = await page.evaluate((input) => window.pbxOrders.saveConnection(input), {
    name: ACCOUNT,
    baseUrl,
    clientId,
    secret,
  });
  if (!reply.ok) throw new Error(reply.error.message);
  const synced = await page.evaluate((connection) => window.pbxOrders.syncCatalog({ connection }), ACCOUNT);
  if (!synced.ok) throw new Error(synced.error.message);
}

/** Begins to create the PBXs of a sheet in that account; yields the run's id while it is under way. */
export async function beginRun({ page }: App, file: string, confirmed: number): Promise<string> {
  const reply = await page.evaluate(
    async ({ path, connection, confirmed }) => {
      const opened = await window.pbxOrders.openDropped({ path });
      if (!opened.ok) return opened;
      const sheetId = opened.value.id;
      const plan = await window.pbxOrders.plan({ sheetId, connection });
      return plan.ok ? window.pbxOrders.create({ sheetId, connection, confirmed }) : plan;
    },
    { path: file, connection: ACCOUNT, confirmed },
  );
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.runId;
}

/** Addresses created more than once. */
export function createdTwice(ycm: Sandbox): string[] {
  const urls = ycm.accepted().map((one) => one.url);
  return urls.filter((url, index) => urls.indexOf(url) !== index);
}
