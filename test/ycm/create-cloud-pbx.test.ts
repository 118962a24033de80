import { createServer as createHttpsServer } from 'node:https';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { INVALID_ORDER } from '../../app/ycm';
import { nodeFetch } from '../../app/ycm/node-fetch';
import { anOrder, urlOf } from './orders';
import { rawYcm } from './raw-ycm';
import { CERTIFICATE, KEY } from './self-signed';
import { aClient, aClock, aSandbox } from './world';

describe('creating a PBX', () => {
  it('yields its id, when, and what YCM said', async () => {
    const clock = aClock();
    const sandbox = await aSandbox({ now: clock.now });
    const answer = await aClient(sandbox, { now: clock.now }).createCloudPbx(anOrder('Acme-1'));
    expect(answer).toMatchObject({
      outcome: 'created',
      cloudPbxId: '42100',
      httpStatus: 200,
      at: clock.now(),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      raw: expect.stringContaining('"cloudPbxId":42100'),
    });
    expect(sandbox.accepted()).toEqual([
      { cloudPbxId: '42100', url: urlOf('Acme-1'), at: clock.now(), order: anOrder('Acme-1') },
    ]);
  });

  it('a second time at the same address, in whatever letter case, is refused', async () => {
    const sandbox = await aSandbox();
    const client = aClient(sandbox);
    await client.createCloudPbx(anOrder('acme-1'));
    expect(await client.createCloudPbx(anOrder('ACME-1'))).toMatchObject({
      outcome: 'rejected',
      code: '1000007',
      alreadyExists: true,
    });
    expect(sandbox.accepted()).toHaveLength(1);
  });

  it('sends exactly the fields of the order', async () => {
    const server = await rawYcm(() => '');
    const order = anOrder('a', { expirationDate: 1_861_919_999, allowRunAfterExpirationDate: true });
    await aClient(server).createCloudPbx(order);
    const post = server.seen.at(-1);
    expect(post).toMatchObject({ method: 'POST', path: '/dm/open_api/v1/cloud_pbx/instances' });
    expect(post?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(post?.body ?? '')).toEqual(order);
  });

  it.each([
    ['too many extensions', anOrder('a', { extensionCapacity: 501 }), 'extensionCapacity'],
    ['a sub-domain that is none', anOrder('a b'), 'subDomain'],
    ['no customer', anOrder('a', { customerIds: [] }), 'customerIds'],
  ])('with %s is not even sent', async (_what, order, field) => {
    const server = await rawYcm(() => '');
    expect(await aClient(server).createCloudPbx(order)).toMatchObject({
      outcome: 'rejected',
      code: INVALID_ORDER,
      message: expect.stringContaining(field),
      alreadyExists: false,
      httpStatus: null,
    });
    expect(server.seen).toEqual([]);
  });
});

describe('stopping', () => {
  it('before anything left sends nothing', async () => {
    const sandbox = await aSandbox();
    const client = aClient(sandbox);
    expect(await client.createCloudPbx(anOrder('a'), AbortSignal.abort())).toMatchObject({
      outcome: 'not-sent',
    });
    await client.signIn();
    expect(await client.createCloudPbx(anOrder('a'), AbortSignal.abort())).toMatchObject({
      outcome: 'not-sent',
    });
    expect(sandbox.accepted()).toEqual([]);
  });

  it('while the token is fetched sends nothing, and lets others have the token', async () => {
    const sandbox = await aSandbox();
    const stop = new AbortController();
    const client = aClient(sandbox, {
      fetch(input, init) {
        stop.abort();
        return fetch(input, init);
      },
    });
    const [stopped, other] = await Promise.all([
      client.createCloudPbx(anOrder('a'), stop.signal),
      client.createCloudPbx(anOrder('b')),
    ]);
    expect(stopped).toMatchObject({ outcome: 'not-sent', httpStatus: null });
    expect(other).toMatchObject({ outcome: 'created' });
    expect(sandbox.accepted()).toHaveLength(1);
  });

  it('once the order is under way leaves it unconfirmed', async () => {
    const stop = new AbortController();
    const server = await rawYcm(() => () => stop.abort());
    expect(await aClient(server).createCloudPbx(anOrder('a'), stop.signal)).toMatchObject({
      outcome: 'unconfirmed',
      reason: 'aborted',
    });
  });

  it('when there is no answer in time leaves it unconfirmed', async () => {
    const sandbox = await aSandbox();
    const client = aClient(sandbox, { timeoutMs: 500 });
    await client.signIn();
    sandbox.push({ kind: 'hang', done: true });
    expect(await client.createCloudPbx(anOrder('a'))).toMatchObject({
      outcome: 'unconfirmed',
      reason: 'timeout',
      httpStatus: null,
    });
    expect(sandbox.accepted()).toHaveLength(1);
  });

  it('in the middle of an answer that never ends is unconfirmed, and what came is kept', async () => {
    const server = await rawYcm(() => (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"data":');
    });
    const client = aClient(server, { timeoutMs: 500 });
    await client.signIn();
    expect(await client.createCloudPbx(anOrder('a'))).toMatchObject({
      outcome: 'unconfirmed',
      reason: 'timeout',
      httpStatus: 200,
      raw: '{"data":',
    });
  });
});

describe('an order that never left', () => {
  it('because nothing listens there may be sent again', async () => {
    const sandbox = await aSandbox();
    const client = aClient(sandbox);
    await client.signIn();
    await sandbox.close();
    expect(await client.createCloudPbx(anOrder('a'))).toMatchObject({
      outcome: 'not-sent',
      reason: 'unreachable',
      retryAfterMs: null,
      message: expect.stringContaining('nothing answers there'),
    });
  });

  it('because the certificate is not trusted may be sent again', async () => {
    let requests = 0;
    const stranger = createHttpsServer({ key: KEY, cert: CERTIFICATE }, () => requests++);
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void stranger.close());
    const address = stranger.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const sandbox = await aSandbox();
    const client = aClient(sandbox, {
      fetch: (input, init) => {
        const url = new URL(input);
        return nodeFetch(
          url.pathname.includes('/oauth/') ? url.href : `https://127.0.0.1:${port}${url.pathname}`,
          init,
        );
      },
    });
    expect(await client.createCloudPbx(anOrder('a'))).toMatchObject({
      outcome: 'not-sent',
      reason: 'unreachable',
      message: expect.stringContaining('certificate is not trusted'),
    });
    expect(requests).toBe(0);
  });

  it('never rides on a connection that was used before, which may be closing', async () => {
    const server = await rawYcm(() => '');
    await aClient(server).createCloudPbx(anOrder('a'));
    expect(server.seen.map((one) => one.headers.connection)).toEqual(['close', 'close']);
  });

  it('is not one whose connection was reset before any answer', async () => {
    const resetting = createServer((socket) => socket.resetAndDestroy());
    await new Promise<void>((resolve) => resetting.listen(0, '127.0.0.1', resolve));
    const address = resetting.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const sandbox = await aSandbox();
    const client = aClient(sandbox, {
      fetch: (input, init) => {
        const url = new URL(input);
        if (!url.pathname.includes('/oauth/')) url.port = String(port);
        return nodeFetch(url.href, init);
      },
    });
    const answer = await client.createCloudPbx(anOrder('a'));
    resetting.close();
    expect(answer).toMatchObject({ outcome: 'unconfirmed', reason: 'no-answer' });
  });
});
