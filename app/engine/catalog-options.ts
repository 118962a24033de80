import type { Catalog, LookupName } from '../orders';

/** What an account offers in one of its lists: each one's id, and what people call it. */
export function optionsOf(catalog: Catalog, lookup: LookupName): { id: number; label: string }[] {
  switch (lookup) {
    case 'region':
      return catalog.regions.map((one) => ({ id: one.regionId, label: one.region }));
    case 'domain':
      return distinct(catalog.domains.map((one) => ({ id: one.domainId, label: one.domain })));
    case 'firmware':
      return catalog.firmwares.map((one) => ({ id: one.versionId, label: one.version }));
    case 'template':
      return catalog.templates.map((one) => ({
        id: one.provisioningTemplateId,
        label: one.provisioningTemplateName,
      }));
    case 'customer':
      return catalog.customers.map((one) => ({
        id: one.customerId,
        label: [one.company, `${one.firstName} ${one.lastName}`.trim()].filter(Boolean).join(', '),
      }));
  }
}

/** A domain of several regions is listed once. */
function distinct(options: { id: number; label: string }[]): { id: number; label: string }[] {
  return [...new Map(options.map((one) => [one.id, one])).values()];
}
