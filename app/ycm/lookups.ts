import type { Lookup } from './answers';
import { ask, failedLookup } from './ask';
import { cloudPbxSchema, idText, type CloudPbx } from './cloud-pbx';
import { askAllPages } from './page';
import type { Session } from './session';
import { DATA_NOT_FOUND } from './ycm-codes';
import { isObject } from './ycm-body';
import { YcmError, wordsFor } from './ycm-error';

const ONE = '/dm/open_api/v1/cloud_pbx/instances';
const ALL = '/dm/open_api/v2/cloud_pbx/instances';

/**
 * YCM API, Query a Specific Cloud PBX by URL. `absent` only for YCM's own DATA_NOT_FOUND: a Success without a PBX or a bare 404
 * may also come from a path that isn't there.
 */
export function findByUrl(session: Session, url: string): Promise<Lookup<CloudPbx>> {
  return findOne(session, `${ONE}/get`, { url }, (pbx) => pbx.url === null || sameUrl(pbx.url, url));
}

/** YCM API, Query a Specific Cloud PBX. `absent` as in `findByUrl`. */
export async function findById(session: Session, cloudPbxId: string): Promise<Lookup<CloudPbx>> {
  const id = idText.safeParse(cloudPbxId);
  if (!id.success) return failed('refused', `"${cloudPbxId}" is not a cloudPbxId.`);
  return findOne(session, `${ONE}/${id.data}`, {}, (pbx) => pbx.cloudPbxId === id.data);
}

async function findOne(
  session: Session,
  path: string,
  query: Record<string, string>,
  isMeant: (pbx: CloudPbx) => boolean,
): Promise<Lookup<CloudPbx>> {
  try {
    const { data } = await ask(session, path, query);
    const pbx = cloudPbxSchema.safeParse(Array.isArray(data) && data.length === 1 ? data[0] : data);
    if (!pbx.success) return unreadable(session);
    if (!isMeant(pbx.data)) return failed('unreadable', `${session.host} answered with another PBX.`);
    return { outcome: 'found', value: pbx.data };
  } catch (error) {
    const notFound =
      error instanceof YcmError && error.code === 'refused' && error.facts.ycmCode === DATA_NOT_FOUND;
    return notFound ? { outcome: 'absent' } : failedLookup(error);
  }
}

/**
 * Looks for an address in the list of all PBXs. What `search` looks at is not documented, so it can only find, never prove an
 * absence; `absent` is concluded from the whole list alone, every page of it read and every entry's URL readable.
 */
export async function searchByUrl(session: Session, url: string): Promise<Lookup<CloudPbx>> {
  try {
    const subDomain = url.split('.')[0] ?? url;
    const quick = await pages(session, { search: subDomain });
    const hit = quick.pbxs.find((pbx) => pbx.url !== null && sameUrl(pbx.url, url));
    if (hit) return { outcome: 'found', value: hit };
    const all = await pages(session, {});
    const found = all.pbxs.find((pbx) => pbx.url !== null && sameUrl(pbx.url, url));
    if (found) return { outcome: 'found', value: found };
    const certain = all.complete && all.pbxs.every((pbx) => pbx.url !== null);
    return certain ? { outcome: 'absent' } : unreadable(session);
  } catch (error) {
    return failedLookup(error);
  }
}

/** YCM API, Query all the Cloud PBXs (v2), every page. Never `absent`; `failed` when any entry or page could not be read. */
export async function listCloudPbxs(session: Session): Promise<Lookup<CloudPbx[]>> {
  try {
    const { pbxs, complete } = await pages(session, {});
    return complete ? { outcome: 'found', value: pbxs } : unreadable(session);
  } catch (error) {
    return failedLookup(error);
  }
}

/** Newest first, so that one created meanwhile only moves others to a page still to come. */
async function pages(
  session: Session,
  query: Record<string, string>,
): Promise<{ pbxs: CloudPbx[]; complete: boolean }> {
  const { items, complete } = await askAllPages(session, ALL, { sort: '-cloudPbxId', ...query }, idOf);
  const read = items.map((item) => cloudPbxSchema.safeParse(item));
  const pbxs = read.flatMap((one) => (one.success ? [one.data] : []));
  return { pbxs, complete: complete && pbxs.length === items.length };
}

function idOf(item: unknown): string | null {
  const id = idText.safeParse(isObject(item) ? item.cloudPbxId : undefined);
  return id.success ? id.data : null;
}

/** Addresses are the same in either letter case; a scheme or a slash at the end is how some write them. */
const sameUrl = (a: string, b: string): boolean => bareUrl(a) === bareUrl(b);
const bareUrl = (url: string): string =>
  url
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/(:443)?\/*$/, '');

const failed = (reason: string, message: string): Lookup<never> => ({ outcome: 'failed', reason, message });
const unreadable = ({ host }: Session): Lookup<never> =>
  failed('unreadable', wordsFor('unreadable', { host }));
