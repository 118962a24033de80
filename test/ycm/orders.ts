import type { OrderRequest } from '../../app/orders';

/** The guide's own example of an order, with what the sandbox offers; each `subDomain` is a PBX of its own. */
export function anOrder(subDomain: string, changes: Partial<OrderRequest> = {}): OrderRequest {
  return {
    name: 'Yeastar P-Series Cloud PBX',
    plan: 'Enterprise Plan',
    extensionCapacity: 20,
    concurrentCallCapacity: 10,
    recordingStatus: 'Enabled',
    recordingCapacity: 500,
    regionId: 4,
    subDomain,
    domainId: 4,
    type: 'Commercial',
    versionId: 764,
    customerIds: [50086182, 50429564],
    upgradeInPbx: 'Enabled',
    im: 'Enabled',
    passwordlessLogin: 'Enabled',
    allowSuperiorPasswordlessLogin: 'Enabled',
    ...changes,
  };
}

/** The address of such an order. */
export const urlOf = (subDomain: string): string => `${subDomain}.test.yeastarcloud.com`;
