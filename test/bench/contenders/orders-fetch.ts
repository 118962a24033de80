import { createChecker, findOrders, SANDBOX_CATALOG } from '../../../app/orders';
import { openSheetFile } from '../../../app/sheets';
import type { Sent } from './orders-ours';
import { startedSandbox, type SandboxAddress } from './sandbox-process';

type Ready = { server: SandboxAddress; token: string; bodies: string[] };

export async function prepare({ file }: { file: string }): Promise<Ready> {
  const server = await startedSandbox();
  const table = findOrders((await openSheetFile(file)).sheets);
  const { rows } = createChecker(table, { catalog: SANDBOX_CATALOG, now: Date.now(), timeZone: 'UTC' });
  const bodies = rows.flatMap(({ order }) => (order ? [JSON.stringify(order)] : []));
  const { baseUrl, clientId, clientSecret } = server;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const signedIn = await fetch(`${baseUrl}/dm/open_api/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const answer: unknown = await signedIn.json();
  const { access_token: token } = answer as { access_token: string };
  return { server, token, bodies };
}

/** The bare requests, one after the other, and nothing kept of them. */
export const sentWith =
  (headers: Record<string, string>, record: (line: string) => void = () => {}) =>
  async (_input: unknown, { server, token, bodies }: Ready): Promise<Sent> => {
    const start = performance.now();
    let created = 0;
    for (const body of bodies) {
      record(body);
      const response = await fetch(`${server.baseUrl}/dm/open_api/v1/cloud_pbx/instances`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
        body,
      });
      const answer = await response.text();
      record(answer);
      if (response.status === 200 && answer.includes('cloudPbxId')) created++;
    }
    return { ms: (performance.now() - start) / bodies.length, facts: { created } };
  };

export const run = sentWith({});

export async function finish({ server }: Ready): Promise<void> {
  server.process.disconnect();
}
