import { request } from 'node:http';
import { beforeEach, describe, expect, it } from 'vitest';
import { SANDBOX_CATALOG, type OrderRequest } from '../../../app/orders';
import type { Sandbox } from '../../../app/ycm';
import { anOrder, urlOf } from '../orders';
import { aClock, aSandbox, type Clock } from '../world';
import { call, signedIn, type Talk } from './talk';

const CREATE = '/v1/cloud_pbx/instances';
const LIST = '/v2/cloud_pbx/instances';
let clock: Clock;
let sandbox: Sandbox;
let talk: Talk;
beforeEach(async () => {
  clock = aClock();
  sandbox = await aSandbox({ now: clock.now });
  talk = await signedIn(sandbox);
});

const listed = async (query: string): Promise<number[]> => {
  const { body } = await talk('GET', `${LIST}?${query}`);
  return (body.data as { list: { cloudPbxId: number }[] }).list.map((one) => one.cloudPbxId);
};

describe('every answer', () => {
  it('is an envelope with the time in seconds', async () => {
    const { status, body } = await talk('GET', '/v1/cluster/regions');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: SANDBOX_CATALOG.regions,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      status: 'Success',
      time: clock.now() / 1000,
    });
  });

  it('to what is not there is DATA_NOT_FOUND', async () => {
    const { status, body } = await talk('GET', '/v1/nothing');
    expect(status).toBe(404);
    expect(body).toMatchObject({
      status: 'Failed',
      errno: '1000005',
      errmsg: expect.stringContaining('DATA_NOT_FOUND'),
    });
  });

  it('to a request without User-Agent is a refusal', async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${sandbox.baseUrl}/dm/open_api/v1/cluster/regions`, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
    expect(status).toBe(400);
  });

  it('says Failed inside HTTP 200 when asked to, as YCM may', async () => {
    const other = await aSandbox({ errorsInOk: true });
    const { status, body } = await (await signedIn(other))('GET', '/v1/nothing');
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'Failed', errno: '1000005' });
  });

  it('needs a token', async () => {
    const { status, body } = await call(sandbox.baseUrl, 'GET', `/dm/open_api${LIST}`);
    expect(status).toBe(401);
    expect(body).toMatchObject({ status: 'Failed', errno: '1000036' });
  });
});

describe('Create a Cloud PBX', () => {
  it('answers with an id, counting up', async () => {
    expect((await talk('POST', CREATE, anOrder('a'))).body).toMatchObject({ data: { cloudPbxId: 42100 } });
    expect((await talk('POST', CREATE, anOrder('b'))).body).toMatchObject({ data: { cloudPbxId: 42101 } });
    expect(sandbox.accepted().map((one) => one.url)).toEqual([urlOf('a'), urlOf('b')]);
  });

  it.each<[string, Partial<Record<keyof OrderRequest, unknown>>, string]>([
    ['a missing field', { plan: undefined }, 'plan'],
    ['a plan there is not', { plan: 'Basic Plan' }, 'plan'],
    ['a number as text', { extensionCapacity: '20' }, 'extensionCapacity'],
    ['too many extensions', { extensionCapacity: 501 }, 'extensionCapacity'],
    ['no calls', { concurrentCallCapacity: 0 }, 'concurrentCallCapacity'],
    ['recording with 0 minutes', { recordingCapacity: 0 }, 'recordingCapacity'],
    ['minutes without recording', { recordingStatus: 'Disabled' }, 'recordingCapacity'],
    ['a region there is not', { regionId: 9 }, 'regionId'],
    ['a domain there is not', { domainId: 99 }, 'domainId'],
    ['a domain of another region', { domainId: 3 }, 'domainId'],
    ['a firmware there is not', { versionId: 1 }, 'versionId'],
    ['a firmware of other regions', { versionId: 812, regionId: 1, domainId: 1 }, 'versionId'],
    ['chat on an old firmware', { versionId: 701 }, 'im'],
    ['transcription on an old firmware', { transcriptionCapacity: 60 }, 'transcriptionCapacity'],
    ['a customer there is not', { customerIds: [50086182, 1] }, 'customerIds'],
    ['no customer', { customerIds: [] }, 'customerIds'],
    ['a sub-domain with a dot', { subDomain: 'a.b' }, 'subDomain'],
    ['an expiry without what comes after', { expirationDate: 1_861_919_999 }, 'allowRunAfterExpirationDate'],
    [
      'an expiry in the past',
      { expirationDate: 1_667_059_200, allowRunAfterExpirationDate: true },
      'expirationDate',
    ],
    ['a template without its id', { provisioningViaTemplate: 'Enabled' }, 'provisionTemplateId'],
    [
      'a template there is not',
      { provisioningViaTemplate: 'Enabled', provisionTemplateId: 13 },
      'provisionTemplateId',
    ],
    ['a field there is not', { trunkDidRelations: [] } as object, ''],
  ])('refuses %s', async (_what, changes, field) => {
    const { status, body } = await talk('POST', CREATE, { ...anOrder('a'), ...changes });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      errno: '1000004',
      errmsg: expect.stringContaining(`INVALID_PARAMETER: ${field}`),
    });
    expect(sandbox.accepted()).toEqual([]);
  });

  it.each<[string, Partial<OrderRequest>]>([
    ['recording disabled', { recordingStatus: 'Disabled', recordingCapacity: 0 }],
    ['an expiry', { expirationDate: 1_861_919_999, allowRunAfterExpirationDate: false }],
    ['a template', { provisioningViaTemplate: 'Enabled', provisionTemplateId: 12 }],
    ['transcription', { versionId: 812, transcriptionCapacity: 60 }],
    ['what has no effect', { passwordlessLogin: 'Disabled' }],
    ['an old firmware without chat', { versionId: 701, im: 'Disabled' }],
  ])('takes %s', async (_what, changes) => {
    expect((await talk('POST', CREATE, anOrder('a', changes))).status).toBe(200);
    expect(sandbox.accepted()[0]?.order).toEqual(anOrder('a', changes));
  });

  it('refuses what is no JSON', async () => {
    expect((await talk('POST', CREATE)).body).toMatchObject({ errno: '1000004' });
  });

  it('takes an address once, whatever the letter case, and again when it was deleted', async () => {
    await talk('POST', CREATE, anOrder('a'));
    const { status, body } = await talk('POST', CREATE, anOrder('A'));
    expect(status).toBe(409);
    expect(body).toMatchObject({ errno: '1000007', errmsg: expect.stringContaining('DATA_ALREADY_EXISTS') });
    expect((await talk('POST', CREATE, anOrder('A', { domainId: 5 }))).status).toBe(200);
    expect((await talk('DELETE', CREATE, { cloudPbxIds: [42100] })).status).toBe(200);
    expect((await talk('GET', `${CREATE}/42100`)).body).toMatchObject({ errno: '1000005' });
    expect((await talk('POST', CREATE, anOrder('A'))).body).toMatchObject({ data: { cloudPbxId: 42102 } });
  });
});

describe('the questions', () => {
  beforeEach(async () => {
    for (const [at, name] of ['delta', 'Alpha', 'charlie', 'alpine'].entries()) {
      clock.advance(1000);
      await talk('POST', CREATE, anOrder(`x-${name}`, { name: `PBX ${at}` }));
    }
  });

  it('Query all the Cloud PBXs: pages', async () => {
    expect((await talk('GET', `${LIST}?pageSize=3&pageNumber=2`)).body.data).toMatchObject({
      pageSize: 3,
      pageNumber: 2,
      total: 4,
      list: [{ cloudPbxId: 42103, url: urlOf('x-alpine') }],
    });
    expect((await talk('GET', LIST)).body.data).toMatchObject({ pageSize: 10, pageNumber: 1, total: 4 });
    expect(await listed('pageNumber=9')).toEqual([]);
    for (const wrong of ['pageSize=51', 'pageSize=0', 'pageNumber=0', 'pageNumber=x', 'sort=name']) {
      expect((await talk('GET', `${LIST}?${wrong}`)).body).toMatchObject({ errno: '1000004' });
    }
  });

  it('Query all the Cloud PBXs: sort and search', async () => {
    expect(await listed('sort=-cloudPbxId')).toEqual([42103, 42102, 42101, 42100]);
    expect(await listed('sort=createTime')).toEqual([42100, 42101, 42102, 42103]);
    expect(await listed('search=ALP')).toEqual([42101, 42103]);
    expect(await listed('search=pbx%202')).toEqual([42102]);
    expect(await listed('search=nothing')).toEqual([]);
  });

  it('Query a Specific Cloud PBX, by URL and by id', async () => {
    const byUrl = await talk('GET', `${CREATE}/get?url=${urlOf('X-ALPHA').toUpperCase()}`);
    expect(byUrl.body.data).toMatchObject({
      cloudPbxId: 42101,
      url: urlOf('x-Alpha'),
      transcriptionCapacity: 0,
    });
    expect((await talk('GET', `${CREATE}/42101`)).body.data).toEqual(byUrl.body.data);
    expect((await talk('GET', `${CREATE}/get?url=${urlOf('nobody')}`)).status).toBe(404);
    expect((await talk('GET', `${CREATE}/get`)).body).toMatchObject({ errno: '1000004' });
    expect((await talk('GET', `${CREATE}/1`)).body).toMatchObject({ errno: '1000005' });
  });

  it('status, activation and customers of a PBX', async () => {
    expect((await talk('GET', `${CREATE}/42101/status`)).body.data).toEqual({ pbxStatus: 'Running' });
    expect((await talk('GET', `${CREATE}/42101/activation_info`)).body.data).toMatchObject({
      activationStatus: 'Unactivated',
    });
    const { body } = await talk('GET', `${CREATE}/42101/customers`);
    expect(body.data).toEqual(SANDBOX_CATALOG.customers.slice(0, 2));
    expect((await talk('GET', `${CREATE}/1/status`)).body).toMatchObject({ errno: '1000005' });
  });

  it('regions, domains, firmwares and templates', async () => {
    expect((await talk('GET', '/v1/cluster/domains?regionIds=3,4')).body.data).toEqual(
      SANDBOX_CATALOG.domains.slice(2),
    );
    expect((await talk('GET', '/v1/cluster/domains')).body).toMatchObject({ errno: '1000004' });
    expect((await talk('GET', '/v1/firmware?type=pbx&regionIds=1')).body.data).toEqual(
      SANDBOX_CATALOG.firmwares.slice(0, 2),
    );
    expect((await talk('GET', '/v1/firmware?regionIds=1')).body).toMatchObject({ errno: '1000004' });
    expect((await talk('GET', '/v1/provision_template')).body.data).toMatchObject(SANDBOX_CATALOG.templates);
  });

  it('customers: pages, one, and a new one that can order', async () => {
    expect((await talk('GET', '/v1/customers?pageSize=2&pageNumber=2')).body.data).toEqual({
      pageSize: 2,
      pageNumber: 2,
      total: 4,
      list: SANDBOX_CATALOG.customers.slice(2),
    });
    expect((await talk('GET', '/v1/customers/50086182')).body.data).toEqual(SANDBOX_CATALOG.customers[0]);
    expect((await talk('GET', '/v1/customers/1')).body).toMatchObject({ errno: '1000005' });
    expect((await talk('POST', '/v1/customers', { firstName: 'D' })).body).toMatchObject({
      errno: '1000004',
    });
    const made = await talk('POST', '/v1/customers', {
      firstName: 'D',
      company: 'D & Co',
      email: 'd@d.example',
    });
    const { customerId } = made.body.data as { customerId: number };
    const order = anOrder('new', { customerIds: [customerId] });
    expect((await talk('POST', CREATE, order)).status).toBe(200);
  });

  it('the subscription and its plans', async () => {
    await talk(
      'POST',
      CREATE,
      anOrder('u', { plan: 'Ultimate Plan', extensionCapacity: 7, recordingCapacity: 800 }),
    );
    expect((await talk('GET', '/v1/subscription')).body.data).toMatchObject({
      capacity: { used: { extensionCapacity: 87, concurrentCallCapacity: 50, recordingCapacity: 300 } },
    });
    expect((await talk('GET', '/v1/subscription/plan_statistics')).body.data).toEqual({
      pbxNumber: { enterprisePlan: 4, ultimatePlan: 1 },
      extensionNumber: { enterprisePlan: 80, ultimatePlan: 7 },
    });
  });
});
