import type { Client, CloudPbx, Lookup } from '../ycm';

/** The PBX at an address: asked for by its URL, then looked for in the list. `absent` only when both say so. */
export async function lookUp(client: Client, url: string): Promise<Lookup<CloudPbx>> {
  const direct = await answered(() => client.findByUrl(url));
  if (direct.outcome === 'found') return direct;
  const listed = await answered(() => client.searchByUrl(url));
  return listed.outcome === 'absent' && direct.outcome === 'failed' ? direct : listed;
}

/** A question that fails in an unforeseen way was not answered either; what depends on it stays open. */
async function answered(ask: () => Promise<Lookup<CloudPbx>>): Promise<Lookup<CloudPbx>> {
  try {
    return await ask();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', reason: 'unforeseen', message };
  }
}
