import { fieldOf, type Catalog, type OrderRequest } from '../orders';
import type { Share } from './contract';

/** How many PBXs and extensions fall to each label, the most first. */
export function sharesOf(orders: readonly OrderRequest[], labelOf: (order: OrderRequest) => string): Share[] {
  const byLabel = new Map<string, Share>();
  for (const order of orders) {
    const label = labelOf(order);
    const share = byLabel.get(label) ?? { label, pbxs: 0, extensions: 0 };
    share.pbxs++;
    share.extensions += order.extensionCapacity;
    byLabel.set(label, share);
  }
  return [...byLabel.values()].sort((a, b) => b.pbxs - a.pbxs);
}

/** The name of an order's region, or its number where the catalog has no name for it. */
export function regionLabels(regions: Catalog['regions']): (order: OrderRequest) => string {
  const names = new Map(regions.map((one) => [one.regionId, one.region]));
  return ({ regionId }) => names.get(regionId) ?? `${fieldOf('regionId').label} ${regionId}`;
}
