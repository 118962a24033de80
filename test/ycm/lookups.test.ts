import { describe, expect, it } from 'vitest';
import type { CloudPbx } from '../../app/ycm';
import { anOrder, urlOf } from './orders';
import { http, rawYcm, type RawYcm, type Seen } from './raw-ycm';
import { aClient, aClock, aSandbox } from './world';

const success = (data: unknown): string => http(200, JSON.stringify({ data, status: 'Success' }));
const failed = (errno: number): string => http(200, JSON.stringify({ errno, status: 'Failed' }));

describe('looking a PBX up', () => {
  it('shows what YCM knows of it', async () => {
    const clock = aClock();
    const sandbox = await aSandbox({ now: clock.now });
    const client = aClient(sandbox, { now: clock.now });
    const expirationDate = 1_861_919_999;
    await client.createCloudPbx(anOrder('Acme-1', { expirationDate, allowRunAfterExpirationDate: false }));
    const pbx: Partial<CloudPbx> = {
      cloudPbxId: '42100',
      name: 'Yeastar P-Series Cloud PBX',
      url: urlOf('Acme-1'),
      plan: 'Enterprise Plan',
      type: 'Commercial',
      expirationDate,
      extensionCapacity: 20,
      concurrentCallCapacity: 10,
      recordingStatus: 'Enabled',
      recordingCapacity: 500,
      region: 'Asia Pacific(Singapore)',
      version: '84.12.0.32',
      pbxStatus: 'Running',
      creator: 'Sandbox Client <sandbox@localhost>',
      createTime: Math.floor(clock.now() / 1000),
    };
    for (const found of [
      await client.findByUrl(urlOf('ACME-1')),
      await client.searchByUrl(`https://${urlOf('acme-1')}/`),
      await client.cloudPbx('042100'),
    ]) {
      expect(found).toMatchObject({ outcome: 'found', value: pbx });
    }
    expect(await client.cloudPbx('42101')).toEqual({ outcome: 'absent' });
    expect(await client.cloudPbx('../../customers')).toMatchObject({ outcome: 'failed' });
  });

  it('finds nothing where only a part of the address is the same', async () => {
    const sandbox = await aSandbox();
    const client = aClient(sandbox);
    await client.createCloudPbx(anOrder('acme-10'));
    expect(await client.searchByUrl(urlOf('acme-1'))).toEqual({ outcome: 'absent' });
    expect(await client.searchByUrl('acme-10.sg.yeastarcloud.com')).toEqual({ outcome: 'absent' });
  });

  it.each<[string, string, unknown]>([
    ['another PBX', success({ cloudPbxId: 1, url: 'other.example.com' }), { outcome: 'failed' }],
    ['a PBX that shows no URL', success({ cloudPbxId: 1 }), { outcome: 'found', value: { url: null } }],
    ['a list of that one', success([{ cloudPbxId: 1, url: 'A.example.com' }]), { outcome: 'found' }],
    ['Success and nothing', success(null), { outcome: 'failed', reason: 'unreadable' }],
    ['Success and an empty object', success({}), { outcome: 'failed', reason: 'unreadable' }],
    ['a PBX without an id', success({ url: 'a.example.com' }), { outcome: 'failed' }],
    ['DATA_NOT_FOUND', failed(1000005), { outcome: 'absent' }],
    ['DATA_NOT_FOUND in HTTP 404', http(404, '{"errcode":"1000005"}'), { outcome: 'absent' }],
    [
      'DATA_NOT_FOUND in HTTP 500',
      http(500, '{"status":"Failed","errno":1000005}'),
      { outcome: 'failed', reason: 'server' },
    ],
    ['another refusal', failed(1000004), { outcome: 'failed', reason: 'refused' }],
    ['a bare HTTP 404', http(404, '<html>'), { outcome: 'failed', reason: 'unreadable' }],
    ['a page', http(200, '<html>'), { outcome: 'failed', reason: 'unreadable' }],
    ['a lost permission', failed(1000043), { outcome: 'failed', reason: 'denied' }],
    [
      'an id beyond 2^53',
      http(200, '{"status":"Success","data":{"cloudPbxId":9007199254740993}}'),
      { outcome: 'found', value: { cloudPbxId: '9007199254740993' } },
    ],
    [
      'facts of strange kinds',
      success({ cloudPbxId: 1, name: 5, extensionCapacity: 'many', creator: ['x'], url: 'a.example.com' }),
      { outcome: 'found', value: { name: '5', extensionCapacity: null, creator: null } },
    ],
  ])('by its URL, answered with %s', async (_what, answer, expected) => {
    const server = await rawYcm(() => answer);
    expect(await aClient(server).findByUrl('a.example.com')).toMatchObject(expected as object);
  });

  it('asks again for what may pass, as long as that is sensible', async () => {
    const waits: number[] = [];
    const sleep = (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    };
    const answers = [http(503, ''), http(429, '', { 'Retry-After': '5' }), success({ cloudPbxId: 1 })];
    const server = await rawYcm((_seen, count) => answers[count - 1] ?? '');
    expect(await aClient(server, { sleep }).findByUrl('a')).toMatchObject({ outcome: 'found' });
    expect(waits).toEqual([200, 5000]);

    const busy = await rawYcm(() => http(429, '', { 'Retry-After': '3600' }));
    expect(await aClient(busy, { sleep }).findByUrl('a')).toMatchObject({ reason: 'rate-limit' });
    expect(busy.seen.filter((one) => one.method === 'GET')).toHaveLength(1);

    const down = await rawYcm(() => http(500, ''));
    expect(await aClient(down, { sleep }).findByUrl('a')).toMatchObject({ reason: 'server' });
    expect(down.seen.filter((one) => one.method === 'GET')).toHaveLength(3);
  });
});

describe('the list of all PBXs', () => {
  it('is read to its end', async () => {
    const sandbox = await aSandbox();
    const client = aClient(sandbox);
    for (let at = 1; at <= 101; at++) await client.createCloudPbx(anOrder(`pbx-${at}`));
    const all = await client.listCloudPbxs();
    const ids = all.outcome === 'found' ? all.value.map((one) => Number(one.cloudPbxId)) : [];
    expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 101 }, (_each, at) => 42_100 + at));
    expect(await client.searchByUrl(urlOf('pbx-1'))).toMatchObject({
      outcome: 'found',
      value: { cloudPbxId: '42100' },
    });
  });

  const pageNumber = (seen: Seen): number =>
    Number(new URL(seen.path, 'http://x').searchParams.get('pageNumber') ?? 1);
  const isSearch = (seen: Seen): boolean => seen.path.includes('search=');
  const pbx = (id: number, url = `p${id}.example.com`): unknown => ({ cloudPbxId: id, url });
  const listing = (
    list: (page: number) => unknown,
    searched: unknown = { list: [], total: 0 },
  ): Promise<RawYcm> => rawYcm((seen) => success(isSearch(seen) ? searched : list(pageNumber(seen))));

  it.each<[string, (page: number) => unknown, unknown]>([
    ['one page with its total', () => ({ list: [pbx(1)], total: 1 }), { outcome: 'absent' }],
    ['an empty account', () => ({ list: [], total: 0 }), { outcome: 'absent' }],
    ['a bare list, then an empty one', (page) => (page === 1 ? [pbx(1)] : []), { outcome: 'absent' }],
    [
      'smaller pages than asked for',
      (page) => ({ list: page <= 3 ? [pbx(page)] : [], total: 3 }),
      { outcome: 'absent' },
    ],
    ['the PBX on a later page', (page) => ({ list: [pbx(page)], total: 5 }), { outcome: 'absent' }],
    [
      'fewer entries than the total',
      (page) => ({ list: page === 1 ? [pbx(1)] : [], total: 2 }),
      { outcome: 'failed' },
    ],
    ['the same page again and again', () => ({ list: [pbx(1)] }), { outcome: 'failed' }],
    ['an entry that shows no URL', () => ({ list: [{ cloudPbxId: 1 }], total: 1 }), { outcome: 'failed' }],
    ['an entry without an id', () => ({ list: [{ url: 'b.example.com' }], total: 1 }), { outcome: 'failed' }],
    ['Success without a list', () => ({}), { outcome: 'failed' }],
    ['Success without anything', () => null, { outcome: 'failed' }],
    [
      'a total that shrinks while it is read',
      (page) => (page === 1 ? { list: [pbx(1), pbx(2)], total: 4 } : { list: [pbx(4)], total: 3 }),
      { outcome: 'failed' },
    ],
  ])('with %s', async (_what, list, expected) => {
    const client = aClient(await listing(list));
    expect(await client.searchByUrl('nowhere.example.com')).toMatchObject(expected as object);
  });

  it('is read in full even when searching finds nothing, because nobody knows what searching looks at', async () => {
    const client = aClient(await listing((page) => ({ list: [pbx(page)], total: 5 })));
    expect(await client.searchByUrl('P4.example.com')).toMatchObject({
      outcome: 'found',
      value: { cloudPbxId: '4' },
    });
  });

  it('is not read when searching finds it', async () => {
    const server = await listing(() => null, { list: [pbx(7, 'A.example.com')], total: 1 });
    expect(await aClient(server).searchByUrl('a.example.com')).toMatchObject({ outcome: 'found' });
    expect(server.seen.filter((one) => one.path.includes('/v2/')).every(isSearch)).toBe(true);
  });

  it('is failed, not short, when a page can’t be read', async () => {
    const server = await rawYcm((seen) =>
      pageNumber(seen) === 1 ? success({ list: [pbx(1)], total: 2 }) : http(200, '<html>'),
    );
    expect(await aClient(server).listCloudPbxs()).toMatchObject({ outcome: 'failed' });
  });
});
