import { expect, it } from 'vitest';
import { anOrder, urlOf } from './orders';
import { aClient, aSandbox } from './world';

it('creates a PBX and finds it by its URL, by its id, by search and in the list', async () => {
  const sandbox = await aSandbox();
  const client = aClient(sandbox);
  const answer = await client.createCloudPbx(anOrder('Acme-1'));
  expect(answer).toMatchObject({ outcome: 'created', cloudPbxId: '42100', httpStatus: 200 });
  expect(sandbox.accepted().map((one) => one.cloudPbxId)).toEqual(['42100']);
  const found = { outcome: 'found', value: { cloudPbxId: '42100', url: urlOf('Acme-1') } };
  expect(await client.findByUrl(urlOf('ACME-1'))).toMatchObject(found);
  expect(await client.searchByUrl(urlOf('acme-1'))).toMatchObject(found);
  expect(await client.cloudPbx('42100')).toMatchObject(found);
  expect(await client.listCloudPbxs()).toMatchObject({ outcome: 'found', value: [found.value] });
  expect(await client.findByUrl(urlOf('acme-2'))).toEqual({ outcome: 'absent' });
  expect(await client.searchByUrl(urlOf('acme-2'))).toEqual({ outcome: 'absent' });
});
