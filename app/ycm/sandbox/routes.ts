import type { Account } from './account';
import { DATA_NOT_FOUND, INVALID_PARAMETER, Refusal } from './envelope';

/** A request that came in whole. `path` without the query, `query` and `form` decoded. */
export type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  authorization: string | undefined;
  userAgent: string | undefined;
};

export const API = '/dm/open_api';
export const TOKEN_PATH = `${API}/oauth/token`;
export const REVOKE_PATH = `${TOKEN_PATH}/refresh_token`;
export const CREATE_PATH = `${API}/v1/cloud_pbx/instances`;
export const LIST_PATH = `${API}/v2/cloud_pbx/instances`;

type Route = (account: Account, call: Call, id: string) => unknown;

/** Every call that needs a token; `*` stands for an id. Earlier ones win. */
const ROUTES: readonly (readonly [method: string, path: string, route: Route])[] = [
  ['POST', CREATE_PATH, (account, call) => account.create(jsonBody(call))],
  ['DELETE', CREATE_PATH, (account, call) => account.delete(jsonBody(call))],
  ['GET', LIST_PATH, (account, { query }) => account.list(query)],
  ['GET', `${CREATE_PATH}/get`, (account, { query }) => account.byUrl(query.get('url'))],
  ['GET', `${CREATE_PATH}/*`, (account, _call, id) => account.byId(id)],
  ['GET', `${CREATE_PATH}/*/status`, (account, _call, id) => account.status(id)],
  ['GET', `${CREATE_PATH}/*/activation_info`, (account, _call, id) => account.activation(id)],
  ['GET', `${CREATE_PATH}/*/customers`, (account, _call, id) => account.customersOf(id)],
  ['GET', `${API}/v1/cluster/regions`, ({ catalog }) => catalog.regions],
  [
    'GET',
    `${API}/v1/cluster/domains`,
    ({ catalog }, call) => catalog.domains.filter((one) => wanted(call).includes(one.regionId)),
  ],
  [
    'GET',
    `${API}/v1/firmware`,
    ({ catalog }, call) => {
      if (call.query.get('type') !== 'pbx') throw new Refusal(INVALID_PARAMETER, 'type');
      const regions = wanted(call);
      return catalog.firmwares.filter((one) => one.regionIds.some((id) => regions.includes(id)));
    },
  ],
  [
    'GET',
    `${API}/v1/provision_template`,
    ({ catalog }) =>
      catalog.templates.map((one) => ({
        ...one,
        provisioningTemplateCreateTime: 1_600_000_000,
        provisioningTemplateModifyTime: 1_600_000_000,
      })),
  ],
  ['GET', `${API}/v1/customers`, (account, { query }) => account.customers(query)],
  ['POST', `${API}/v1/customers`, (account, call) => account.addCustomer(jsonBody(call))],
  ['GET', `${API}/v1/customers/*`, (account, _call, id) => account.customer(id)],
  ['GET', `${API}/v1/subscription`, (account) => account.subscription()],
  ['GET', `${API}/v1/subscription/plan_statistics`, (account) => account.planStatistics()],
];

/** The `data` of a call's answer. Refuses by throwing Refusal. */
export function carryOut(account: Account, call: Call): unknown {
  for (const [method, pattern, route] of ROUTES) {
    const id = method === call.method ? idIn(pattern, call.path) : null;
    if (id !== null) return route(account, call, id);
  }
  throw new Refusal(DATA_NOT_FOUND, `${call.method} ${call.path}`);
}

/** What stands at the `*`, empty when there is none in the pattern; null when the path is another one. */
function idIn(pattern: string, path: string): string | null {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return path === pattern ? '' : null;
  if (!path.startsWith(before) || !path.endsWith(after)) return null;
  const id = path.slice(before.length, path.length - after.length);
  return id === '' || id.includes('/') ? null : id;
}

/** The regions a lookup is for; it must name one. */
function wanted({ query }: Call): number[] {
  const ids = (query.get('regionIds') ?? '').split(',').map(Number);
  if (ids.some((id) => !Number.isInteger(id) || id < 1)) throw new Refusal(INVALID_PARAMETER, 'regionIds');
  return ids;
}

function jsonBody({ body }: Call): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(INVALID_PARAMETER, 'body is not JSON');
  }
}
