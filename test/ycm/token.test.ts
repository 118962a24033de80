import { describe, expect, it } from 'vitest';
import { YcmError, type Client } from '../../app/ycm';
import { anOrder, urlOf } from './orders';
import { http, rawYcm } from './raw-ycm';
import { aClient, aClock, aSandbox } from './world';

/** Node's fetch, and the grant of each token request that went through it. */
function countingGrants(): { fetch: typeof globalThis.fetch; grants: string[] } {
  const grants: string[] = [];
  return {
    grants,
    fetch(input, init) {
      if (String(input).endsWith('/oauth/token') && typeof init?.body === 'string') {
        grants.push(new URLSearchParams(init.body).get('grant_type') ?? '');
      }
      return fetch(input, init);
    },
  };
}

const failure = (promise: Promise<unknown>): Promise<YcmError> =>
  promise.then(
    () => expect.fail('it worked'),
    (error: unknown) => (error instanceof YcmError ? error : expect.fail(String(error))),
  );

describe('the access token', () => {
  it('is fetched once for a whole batch', async () => {
    const sandbox = await aSandbox();
    const { fetch, grants } = countingGrants();
    const client = aClient(sandbox, { fetch });
    for (const name of ['a', 'b', 'c']) await client.createCloudPbx(anOrder(name));
    expect(grants).toEqual(['client_credentials']);
  });

  it('is fetched once for many who want it at the same time', async () => {
    const sandbox = await aSandbox();
    const { fetch, grants } = countingGrants();
    const client = aClient(sandbox, { fetch });
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => client.findByUrl(urlOf(name))));
    expect(grants).toEqual(['client_credentials']);
    sandbox.always({ on: 'lookup', kind: 'failed-in-200', code: 1000036 });
    const refused = Promise.all(['a', 'b', 'c', 'd'].map((name) => client.findByUrl(urlOf(name))));
    expect((await refused).map((one) => one.outcome)).toEqual(Array.from({ length: 4 }, () => 'failed'));
    expect(grants).toEqual(['client_credentials', 'refresh_token']);
  });

  it('is not renewed again for one who learns later that the old one was refused', async () => {
    let tokens = 0;
    let release = (): void => undefined;
    const found = http(200, '{"status":"Success","data":{"cloudPbxId":1}}');
    const server = await rawYcm(
      ({ path, headers }) => {
        if (headers.authorization !== 'Bearer token-1') return found;
        if (path.endsWith('/1')) return http(401, '');
        return (socket) => {
          release = () => socket.end(http(401, ''));
        };
      },
      (socket) => socket.end(http(200, JSON.stringify({ access_token: `token-${++tokens}` }))),
    );
    const client = aClient(server);
    const slow = client.cloudPbx('2');
    await expect.poll(() => server.seen.length).toBe(2);
    expect(await client.cloudPbx('1')).toMatchObject({ outcome: 'found' });
    release();
    expect(await slow).toMatchObject({ outcome: 'failed' });
    expect(tokens).toBe(2);
  });

  it('is renewed by its refresh token before it ends, and never a moment too late', async () => {
    const clock = aClock();
    const sandbox = await aSandbox({ now: clock.now });
    const { fetch, grants } = countingGrants();
    const client = aClient(sandbox, { fetch, now: clock.now });
    await client.createCloudPbx(anOrder('a'));
    clock.advance(29 * 60_000 - 1);
    await client.createCloudPbx(anOrder('b'));
    expect(grants).toEqual(['client_credentials']);
    clock.advance(1);
    await client.createCloudPbx(anOrder('c'));
    expect(grants).toEqual(['client_credentials', 'refresh_token']);
    clock.advance(30 * 60_000);
    expect(await client.createCloudPbx(anOrder('d'))).toMatchObject({ outcome: 'created' });
    expect(grants).toEqual(['client_credentials', 'refresh_token', 'refresh_token']);
  });

  it('is fetched anew when the refresh token has ended too', async () => {
    const clock = aClock();
    const sandbox = await aSandbox({ now: clock.now });
    const { fetch, grants } = countingGrants();
    const client = aClient(sandbox, { fetch, now: clock.now });
    await client.signIn();
    clock.advance(16 * 24 * 3600_000);
    expect(await client.createCloudPbx(anOrder('a'))).toMatchObject({ outcome: 'created' });
    expect(grants).toEqual(['client_credentials', 'refresh_token', 'client_credentials']);
  });

  it('survives a sandbox that was restarted and knows no token', async () => {
    const first = await aSandbox({ clientSecret: 'the-same-secret' });
    const port = Number(new URL(first.baseUrl).port);
    const client = aClient(first);
    await client.signIn();
    await first.close();
    const second = await aSandbox({ clientSecret: 'the-same-secret', port });
    // The kept connection is gone: a question is asked again, an order would not be.
    expect(await client.findByUrl(urlOf('a'))).toEqual({ outcome: 'absent' });
    expect(await client.createCloudPbx(anOrder('a'))).toMatchObject({ outcome: 'created' });
    expect(second.accepted()).toHaveLength(1);
  });

  it('may live so shortly that a fifth of its life has to do', async () => {
    const clock = aClock();
    const sandbox = await aSandbox({ now: clock.now, tokenLifetimeMs: 10_000 });
    const { fetch, grants } = countingGrants();
    const client = aClient(sandbox, { fetch, now: clock.now });
    await client.signIn();
    clock.advance(7_999);
    await client.findByUrl(urlOf('a'));
    expect(grants).toHaveLength(1);
    clock.advance(1);
    await client.findByUrl(urlOf('a'));
    expect(grants).toHaveLength(2);
  });
});

describe('signing in', () => {
  it.each<[string, Parameters<typeof http>, Record<string, unknown>]>([
    ['a wrong secret, as OAuth says it', [401, '{"error":"invalid_client"}'], { code: 'credentials' }],
    ['a wrong secret, in HTTP 400', [400, '{"error":"invalid_client"}'], { code: 'credentials' }],
    ['a wrong secret, as a code', [200, '{"status":"Failed","errno":1000033}'], { code: 'credentials' }],
    ['a bare 401', [401, ''], { code: 'credentials' }],
    ['a client that may not', [403, '{"status":"Failed","errno":"1000043"}'], { code: 'denied' }],
    [
      'too many requests',
      [429, '', { 'Retry-After': '9' }],
      { code: 'rate-limit', facts: { retryAfterMs: 9000 } },
    ],
    ['a server error', [500, '<html>'], { code: 'server' }],
    ['a server error as a code', [200, '{"status":"Failed","errno":1000001}'], { code: 'server' }],
    ['a page', [200, '<html>'], { code: 'unreadable' }],
    ['a page that is not there', [404, '<html>'], { code: 'unreadable' }],
    ['a redirect', [302, '', { Location: 'https://login.example/' }], { code: 'redirect' }],
    ['a token that would break a header', [200, '{"access_token":"a\\r\\nX: y"}'], { code: 'unreadable' }],
    ['an empty token', [200, '{"access_token":""}'], { code: 'unreadable' }],
  ])('says what is wrong: %s', async (_what, token, expected) => {
    const server = await rawYcm(() => '', http(...token));
    const client = aClient(server);
    expect(await failure(client.signIn())).toMatchObject(expected);
    const wrong = expected.code === 'credentials' || expected.code === 'denied';
    const answer = await client.createCloudPbx(anOrder('a'));
    expect(answer).toMatchObject({ outcome: wrong ? 'denied' : 'not-sent', raw: '', httpStatus: null });
    expect(server.seen.every((one) => one.path.endsWith('/oauth/token'))).toBe(true);
  });

  it.each([
    ['as OAuth has it', '{"access_token":"abc","expires_in":1800}'],
    ['in YCM’s envelope', '{"status":"Success","data":{"access_token":"abc","expires_in":"1800"}}'],
    ['without its lifetime', '{"access_token":"abc"}'],
  ])('takes a token %s', async (_how, body) => {
    const server = await rawYcm(
      () => http(200, '{"status":"Success","data":{"cloudPbxId":1}}'),
      http(200, body),
    );
    expect(await aClient(server).createCloudPbx(anOrder('a'))).toMatchObject({ outcome: 'created' });
    expect(server.seen.at(-1)?.headers.authorization).toBe('Bearer abc');
  });

  it('sends id and secret as a form', async () => {
    const server = await rawYcm(() => '');
    await aClient({ ...server, clientSecret: 'a&b=c+ü' }).signIn();
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      path: '/dm/open_api/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials&client_id=raw&client_secret=a%26b%3Dc%2B%C3%BC',
    });
  });
});

describe('every request', () => {
  it('names the client, and none follows a redirect', async () => {
    const server = await rawYcm(() => http(302, '', { Location: '/followed' }));
    const client: Client = aClient(server, { userAgent: 'PBX-Orders/1.2.3' });
    await client.findByUrl('a');
    await client.createCloudPbx(anOrder('a'));
    expect(new Set(server.seen.map((one) => one.headers['user-agent']))).toEqual(
      new Set(['PBX-Orders/1.2.3']),
    );
    expect(server.seen.filter((one) => one.path === '/followed')).toEqual([]);
  });

  it('goes below the path of the base URL', async () => {
    const server = await rawYcm(() => '');
    await aClient({ ...server, baseUrl: `${server.baseUrl}/ycm` }).signIn();
    expect(server.seen[0]?.path).toBe('/ycm/dm/open_api/oauth/token');
  });
});
