import { describe, expect, it } from 'vitest';
import { SANDBOX_CATALOG, catalogSchema } from '../../app/orders';
import { YcmError } from '../../app/ycm';
import { anOrder } from './orders';
import { http, rawYcm, type RawYcm } from './raw-ycm';
import { aClient, aClock, aSandbox } from './world';

const success = (data: unknown): string => http(200, JSON.stringify({ data, status: 'Success' }));
const permission = http(403, JSON.stringify({ errno: 1000043, status: 'Failed' }));

/** A server that answers each path with what is given for the part of it. */
const answering = (answers: Record<string, string>): Promise<RawYcm> =>
  rawYcm(({ path }) => Object.entries(answers).find(([part]) => path.includes(part))?.[1] ?? success([]));

describe('the catalog', () => {
  it('is all of what the account may choose from', async () => {
    const clock = aClock();
    const sandbox = await aSandbox({ now: clock.now });
    const catalog = await aClient(sandbox, { now: clock.now }).fetchCatalog();
    expect(catalog).toEqual({ ...SANDBOX_CATALOG, fetchedAt: clock.now() });
  });

  it('has the customers of every page', async () => {
    const customers = Array.from({ length: 120 }, (_each, at) => ({
      customerId: 1000 + at,
      firstName: `F${at}`,
      lastName: 'L',
      company: 'C',
      email: `${at}@c.example`,
    }));
    const sandbox = await aSandbox({ catalog: { ...SANDBOX_CATALOG, customers } });
    expect((await aClient(sandbox).fetchCatalog()).customers).toEqual(customers);
  });

  it('knows every region in which a firmware is listed, whatever the entry says', async () => {
    const server = await rawYcm(({ path }) => {
      if (path.includes('/regions'))
        return success([
          { regionId: 3, region: 'A' },
          { regionId: 4, region: 'B' },
        ]);
      if (!path.includes('/firmware')) return success([]);
      const both = { versionId: 7, version: '84.12.0.32' };
      return success(
        path.endsWith('regionIds=3') ? [both] : [both, { versionId: 8, version: '84.9', regionIds: [4] }],
      );
    });
    expect((await aClient(server).fetchCatalog()).firmwares).toEqual([
      { versionId: 7, version: '84.12.0.32', regionIds: [3, 4] },
      { versionId: 8, version: '84.9', regionIds: [4] },
    ]);
    expect(server.seen.map((one) => one.path)).toContain('/dm/open_api/v1/firmware?type=pbx&regionIds=3');
    expect(server.seen.map((one) => one.path)).toContain('/dm/open_api/v1/cluster/domains?regionIds=3%2C4');
  });

  it('is one that can be stored, whatever is missing or strange in the lists', async () => {
    const server = await answering({
      '/regions': success([{ regionId: '4', region: 'B' }, { regionId: null }, 'x', { regionId: 5 }]),
      '/domains': success(null),
      '/firmware': success({ list: [{ versionId: 7, version: 84.12, regionIds: null }] }),
      '/provision_template': success(undefined),
      '/customers': success({
        list: [{ customerId: 1, firstName: 'A', lastName: null }, {}, { customerId: '99999999999999999999' }],
        total: 3,
      }),
    });
    const catalog = await aClient(server).fetchCatalog();
    expect(catalogSchema.parse(catalog)).toMatchObject({
      regions: [{ regionId: 4, region: 'B' }],
      domains: [],
      firmwares: [{ versionId: 7, version: '84.12', regionIds: [4] }],
      templates: [],
      customers: [{ customerId: 1, firstName: 'A', lastName: '', company: '', email: '' }],
    });
  });

  it('does without what this client may not see', async () => {
    const regions = success([{ regionId: 4, region: 'B' }]);
    const server = await answering({
      '/regions': regions,
      '/provision_template': permission,
      '/customers': permission,
    });
    expect(await aClient(server).fetchCatalog()).toMatchObject({ templates: [], customers: [] });
  });

  it.each([
    ['regions', { '/regions': permission }, 'denied'],
    ['a server that fails', { '/customers': http(500, '') }, 'server'],
    ['a page instead of templates', { '/provision_template': http(200, '<html>') }, 'unreadable'],
  ])('is not had without %s', async (_what, answers, code) => {
    const error: unknown = await aClient(await answering(answers))
      .fetchCatalog()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(YcmError);
    expect(error).toMatchObject({ code });
  });
});

describe('what the account has left', () => {
  it('counts what was created, of recordings only what is above the free minutes', async () => {
    const capacity = { extensions: 100, concurrentCalls: 50, recordingMinutes: 1000 };
    const sandbox = await aSandbox({ capacity });
    const client = aClient(sandbox);
    await client.createCloudPbx(anOrder('a', { recordingCapacity: 500 }));
    await client.createCloudPbx(anOrder('b', { recordingCapacity: 700 }));
    expect(await client.subscription()).toEqual({
      outcome: 'found',
      value: {
        extensions: { total: 100, used: 40, available: 60 },
        concurrentCalls: { total: 50, used: 20, available: 30 },
        recordingMinutes: { total: 1000, used: 200, available: 800 },
      },
    });
    const tooMany = await client.createCloudPbx(anOrder('c', { extensionCapacity: 61 }));
    expect(tooMany).toMatchObject({ outcome: 'rejected' });
  });

  it.each([
    ['has another shape', success({ capacity: { total: 5 } }), 'unreadable'],
    ['may not be seen', permission, 'denied'],
  ])('is not known when it %s', async (_what, answer, reason) => {
    const server = await rawYcm(() => answer);
    expect(await aClient(server).subscription()).toMatchObject({ outcome: 'failed', reason });
  });
});
