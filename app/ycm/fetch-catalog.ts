import * as z from 'zod';
import type { Catalog } from '../orders';
import { ask } from './ask';
import { askAllPages, listOf } from './page';
import type { Session } from './session';
import { isObject } from './ycm-body';
import { YcmError } from './ycm-error';

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const name = z.union([z.string(), z.number()]).transform(String);
/** YCM leaves out or nulls what a customer has not given. */
const optionalName = name.catch('');

const region = z.object({ regionId: id, region: name });
const domain = z.object({ regionId: id, domainId: id, domain: name });
const firmware = z.object({ versionId: id, version: name, regionIds: z.array(id).catch([]) });
const template = z.object({ provisioningTemplateId: id, provisioningTemplateName: name });
const customer = z.object({
  customerId: id,
  firstName: optionalName,
  lastName: optionalName,
  company: optionalName,
  email: optionalName,
});

const CLUSTER = '/dm/open_api/v1/cluster';

/**
 * What the account may choose from. Regions, domains and firmwares must be there; a client that may not see templates or
 * customers gets an empty list of them, which checks nothing. An entry that can't be ordered by a number is left out.
 * Throws YcmError.
 */
export async function fetchCatalog(session: Session): Promise<Catalog> {
  const regions = await list(session, `${CLUSTER}/regions`, {}, region);
  const regionIds = regions.map((one) => one.regionId);
  return {
    fetchedAt: session.transport.now(),
    regions,
    domains: await domains(session, regionIds),
    firmwares: await firmwares(session, regionIds),
    templates: await orNone(list(session, '/dm/open_api/v1/provision_template', {}, template)),
    customers: await orNone(customers(session)),
  };
}

async function domains(session: Session, regionIds: number[]): Promise<Catalog['domains']> {
  if (regionIds.length === 0) return [];
  return list(session, `${CLUSTER}/domains`, { regionIds: regionIds.join(',') }, domain);
}

/**
 * One region at a time: whether several ids mean "in any of them" or "in all of them" is not documented. A firmware is then
 * available where it says so and where it was listed.
 */
async function firmwares(session: Session, regionIds: number[]): Promise<Catalog['firmwares']> {
  const known = new Map<number, { versionId: number; version: string; regions: Set<number> }>();
  for (const regionId of regionIds) {
    const query = { type: 'pbx', regionIds: String(regionId) };
    for (const { versionId, version, regionIds: said } of await list(
      session,
      '/dm/open_api/v1/firmware',
      query,
      firmware,
    )) {
      const one = known.get(versionId) ?? { versionId, version, regions: new Set<number>() };
      for (const where of [regionId, ...said]) one.regions.add(where);
      known.set(versionId, one);
    }
  }
  return [...known.values()].map(({ versionId, version, regions }) => ({
    versionId,
    version,
    regionIds: [...regions].sort((a, b) => a - b),
  }));
}

async function customers(session: Session): Promise<Catalog['customers']> {
  const { items } = await askAllPages(session, '/dm/open_api/v1/customers', {}, (item) =>
    isObject(item) && item.customerId !== undefined ? String(item.customerId) : null,
  );
  return readable(items, customer);
}

async function list<Entry>(
  session: Session,
  path: string,
  query: Record<string, string>,
  entry: z.ZodType<Entry>,
): Promise<Entry[]> {
  const { data } = await ask(session, path, query);
  return readable(listOf(data)?.list ?? [], entry);
}

function readable<Entry>(items: readonly unknown[], entry: z.ZodType<Entry>): Entry[] {
  return items.flatMap((item) => {
    const read = entry.safeParse(item);
    return read.success ? [read.data] : [];
  });
}

/** What YCM itself refuses to show is not known; a YCM that can't be reached is another matter. */
async function orNone<Entry>(entries: Promise<Entry[]>): Promise<Entry[]> {
  try {
    return await entries;
  } catch (error) {
    if (error instanceof YcmError && (error.code === 'refused' || error.code === 'denied')) return [];
    throw error;
  }
}
