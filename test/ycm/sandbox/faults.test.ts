import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../app/ycm';
import { anOrder } from '../orders';
import { aClient, aSandbox } from '../world';
import { call, credentials, signedIn, tokenCall, type Told } from './talk';

const CREATE = '/v1/cloud_pbx/instances';

describe('faults', () => {
  it('pushed ones strike one call each, in order, and only the calls they are for', async () => {
    const sandbox = await aSandbox();
    const talk = await signedIn(sandbox);
    sandbox.push({ kind: 'status', status: 503 });
    sandbox.push({ on: 'lookup', kind: 'failed-in-200', code: 1000043 });
    sandbox.push({ on: 'create', kind: 'failed-in-200', code: 1000012 });
    expect((await talk('GET', '/v2/cloud_pbx/instances')).status).toBe(200);
    expect((await talk('GET', '/v1/cluster/regions')).body).toMatchObject({ errno: '1000043' });
    await expect(talk('POST', CREATE, anOrder('a'))).rejects.toThrow('JSON');
    expect((await talk('POST', CREATE, anOrder('a'))).body).toMatchObject({ errno: '1000012' });
    expect((await talk('POST', CREATE, anOrder('a'))).body).toMatchObject({ data: { cloudPbxId: 42100 } });
  });

  it('a standing one strikes every call until it is taken back', async () => {
    const sandbox = await aSandbox();
    sandbox.always({ on: 'any', kind: 'status', status: 429, code: 1000040, retryAfter: '7' });
    for (let at = 0; at < 3; at++) {
      const { status, headers } = await tokenCall(sandbox, credentials(sandbox));
      expect([status, headers.get('retry-after')]).toEqual([429, '7']);
    }
    sandbox.always(null);
    expect((await tokenCall(sandbox, credentials(sandbox))).status).toBe(200);
  });

  it.each([
    ['drop-before', 0],
    ['drop-after', 1],
    ['tear', 1],
    ['garbage', 1],
  ] as const)('%s: nobody learns of it, and %i were created', async (kind, made) => {
    const sandbox = await aSandbox();
    const talk = await signedIn(sandbox);
    sandbox.push({ kind });
    await expect(talk('POST', CREATE, anOrder('a'))).rejects.toThrow();
    expect(sandbox.accepted()).toHaveLength(made);
  });

  it('a create may be carried out though the answer says otherwise', async () => {
    const sandbox = await aSandbox();
    const talk = await signedIn(sandbox);
    sandbox.push({ kind: 'failed-in-200', code: 1000001, done: true });
    expect((await talk('POST', CREATE, anOrder('a'))).body).toMatchObject({
      errno: '1000001',
      status: 'Failed',
    });
    expect(sandbox.accepted()).toHaveLength(1);
  });

  it('a server that is down refuses connections, and comes back at the same address', async () => {
    const sandbox = await aSandbox();
    sandbox.always({ kind: 'refuse' });
    await expect(tokenCall(sandbox, credentials(sandbox))).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
    sandbox.always(null);
    await expect
      .poll(() => tokenCall(sandbox, credentials(sandbox)).catch(() => null))
      .toMatchObject({ status: 200 });
    sandbox.push({ kind: 'refuse', ms: 1 });
    await expect
      .poll(() => tokenCall(sandbox, credentials(sandbox)).catch(() => null))
      .toMatchObject({ status: 200 });
  });

  it('closing does not wait for answers that never come', async () => {
    const sandbox = await aSandbox();
    const client = aClient(sandbox);
    await client.signIn();
    sandbox.push({ kind: 'hang', done: true });
    sandbox.push({ kind: 'delay', ms: 3_600_000 });
    const orders = Promise.all([client.createCloudPbx(anOrder('a')), client.createCloudPbx(anOrder('b'))]);
    await expect.poll(() => sandbox.accepted().length).toBe(1);
    await sandbox.close();
    expect((await orders).map((one) => one.outcome)).not.toContain('created');
  });

  it('that are none are not taken', async () => {
    const sandbox = await aSandbox();
    expect(() => sandbox.push({ kind: 'status', status: 999 })).toThrow();
  });
});

describe('scripted from another process', () => {
  const admin = (
    sandbox: Sandbox,
    method: string,
    path: string,
    body?: unknown,
    secret = sandbox.clientSecret,
  ): Promise<Told> =>
    call(sandbox.baseUrl, method, path, {
      headers: { Authorization: `Bearer ${secret}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  it('by whoever knows the client secret', async () => {
    const sandbox = await aSandbox();
    expect((await admin(sandbox, 'POST', '/sandbox/faults', { push: { kind: 'drop-after' } })).status).toBe(
      200,
    );
    const answer = await aClient(sandbox).createCloudPbx(anOrder('a'));
    expect(answer.outcome).toBe('unconfirmed');
    const { body } = await admin(sandbox, 'GET', '/sandbox/accepted');
    expect(body).toEqual({ accepted: sandbox.accepted() });
    expect(sandbox.accepted()).toHaveLength(1);
  });

  it('a standing fault, too, which never strikes the script itself', async () => {
    const sandbox = await aSandbox();
    await admin(sandbox, 'POST', '/sandbox/faults', { always: { on: 'any', kind: 'drop-before' } });
    await expect(tokenCall(sandbox, credentials(sandbox))).rejects.toThrow();
    await admin(sandbox, 'POST', '/sandbox/faults', { always: null });
    expect((await tokenCall(sandbox, credentials(sandbox))).status).toBe(200);
  });

  it('but by nobody else, and not with nonsense', async () => {
    const sandbox = await aSandbox();
    const fault = { push: { kind: 'drop-before' } };
    expect((await admin(sandbox, 'POST', '/sandbox/faults', fault, 'guessed')).status).toBe(401);
    expect((await admin(sandbox, 'GET', '/sandbox/accepted', undefined, '')).status).toBe(401);
    expect((await admin(sandbox, 'POST', '/sandbox/faults', { push: { kind: 'meteor' } })).status).toBe(400);
    expect((await admin(sandbox, 'GET', '/sandbox/else')).status).toBe(404);
    expect((await tokenCall(sandbox, credentials(sandbox))).status).toBe(200);
  });
});
