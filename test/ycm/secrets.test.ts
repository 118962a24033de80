import { describe, expect, it } from 'vitest';
import { ycmErrorMessage, type Client } from '../../app/ycm';
import { anOrder } from './orders';
import { ACCESS_TOKEN, REFRESH_TOKEN, http, rawYcm, type Seen } from './raw-ycm';
import { leaked } from './watched-fetch';
import { aClient } from './world';

/** A server that says back all it was told, as some proxies and error pages do. */
const echo = (status: number) => (socket: { end(text: string): void }, seen: Seen) => {
  const told = `${seen.headers.authorization} ${seen.body} ${ACCESS_TOKEN} ${REFRESH_TOKEN} secret-of-the-raw-client`;
  socket.end(
    http(
      status,
      JSON.stringify({ errno: 1000004, errmsg: told, requestId: told, status: 'Failed', page: told }),
    ),
  );
};
const SECRETS = [ACCESS_TOKEN, REFRESH_TOKEN, 'secret-of-the-raw-client'];

/** Everything a client hands out, failures included. */
async function everythingFrom(client: Client): Promise<unknown[]> {
  const failure = async (promise: Promise<unknown>): Promise<unknown> => {
    try {
      return await promise;
    } catch (error) {
      return [error, ycmErrorMessage(error)];
    }
  };
  return [
    client,
    await failure(client.createCloudPbx(anOrder('a'))),
    await failure(client.findByUrl('a.example.com')),
    await failure(client.searchByUrl('a.example.com')),
    await failure(client.cloudPbx('1')),
    await failure(client.listCloudPbxs()),
    await failure(client.fetchCatalog()),
    await failure(client.subscription()),
    await failure(client.signIn()),
  ];
}

describe('secret and tokens', () => {
  it.each([200, 400, 401, 403, 429, 500])(
    'are in nothing a client hands out, though YCM says them back (HTTP %i)',
    async (status) => {
      const server = await rawYcm(() => echo(status));
      const all = await everythingFrom(aClient(server));
      expect(all).toHaveLength(9);
      expect(JSON.stringify(all)).toContain('[removed]');
      expect(leaked(SECRETS, all)).toEqual([]);
    },
  );

  it.each([200, 400, 401, 500])('nor though the token call says them back (HTTP %i)', async (status) => {
    const server = await rawYcm(() => '', echo(status));
    const all = await everythingFrom(aClient(server));
    expect(leaked(['secret-of-the-raw-client'], all)).toEqual([]);
  });

  it('nor when fetch itself fails with them in its message', async () => {
    const server = await rawYcm(() => '');
    const client = aClient(server, {
      fetch: (input, init) =>
        Promise.reject(
          new TypeError(`${String(input)} ${JSON.stringify(init?.headers)} ${String(init?.body)}`),
        ),
    });
    const all = await everythingFrom(client);
    expect(leaked(['secret-of-the-raw-client'], all)).toEqual([]);
  });
});

it('the search for secrets finds one wherever it hides', () => {
  const cause = new Error('deep s3cret');
  expect(leaked(['s3cret'], { a: [new Error('x', { cause })] })).toEqual(['s3cret']);
  expect(leaked(['s3cret'], [['not here']])).toEqual([]);
});
