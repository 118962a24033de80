import { lookupIndex, readId, type Catalog, type LookupIndex, type LookupName } from '../orders';

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

/** How to write an id of the catalog in a sheet, for a field's list. `regionId`: of the row it is written in. */
export type CatalogNames = (lookup: LookupName, id: number, regionId?: number) => string;

/** Names that are read as the very id they stand for; the number itself where no name is. */
export function catalogNames(catalog: Catalog): CatalogNames {
  const indexes = new Map<LookupName, LookupIndex>();
  return (lookup, id, regionId) => {
    let index = indexes.get(lookup);
    if (!index) indexes.set(lookup, (index = lookupIndex(lookup, catalog)));
    const known = index;
    const names = known.byId.get(id)?.flatMap((one) => one.names) ?? [];
    const name = names.find(
      (one) => one.trim() === one && !SEPARATOR.test(one) && readId(one, known, regionId).value === id,
    );
    return name ?? String(id);
  };
}

/** What a list of customers may be split at: a name with one in it is better not written into such a list. */
const SEPARATOR = /[,;|/&\n\t、"]/;

/** A domain of several regions is listed once. */
function distinct(options: { id: number; label: string }[]): { id: number; label: string }[] {
  return [...new Map(options.map((one) => [one.id, one])).values()];
}
