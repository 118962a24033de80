import type { Client, CloudPbx, Lookup } from '../ycm';

/** The PBX at an address: asked for by its URL, then looked for in the list. `absent` only when both say so. */
export async function lookUp(client: Client, url: string): Promise<Lookup<CloudPbx>> {
  const direct = await client.findByUrl(url);
  if (direct.outcome === 'found') return direct;
  const listed = await client.searchByUrl(url);
  return listed.outcome === 'absent' && direct.outcome === 'failed' ? direct : listed;
}
