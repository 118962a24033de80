import {
  PROBLEMS,
  catalogFacts,
  crossFieldFindings,
  fillIn,
  orderRequest,
  type Catalog,
  type FieldName,
  type OrderRequest,
} from '../../orders';
import { INVALID_PARAMETER, Refusal } from './envelope';

/** Reads the body of a create and holds it against every documented rule. Refuses by throwing Refusal. */
export function checkOrder(
  body: unknown,
  catalog: Catalog,
  now: number,
): { order: OrderRequest; url: string } {
  const read = orderRequest.safeParse(body);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw invalid(issue?.path.join('.') ?? '', issue?.message ?? '');
  }
  const order = read.data;
  const domain = inCatalog(order, catalog);
  if (order.expirationDate !== undefined && order.expirationDate * 1000 <= now) {
    throw invalid('expirationDate', 'has passed');
  }
  const given = (field: FieldName): boolean => order[field] !== undefined;
  const findings = crossFieldFindings(valuesOf(order), catalogFacts(catalog), { given, hasColumn: given });
  for (const { field, code, params } of findings) {
    if (PROBLEMS[code].level === 'error') throw invalid(field, fillIn(PROBLEMS[code].message, params ?? {}));
  }
  return { order, url: `${order.subDomain}.${domain}` };
}

/** Every id must be one that the lookups list. Yields the domain's name. */
function inCatalog(order: OrderRequest, catalog: Catalog): string {
  const { regionId, domainId, versionId, customerIds, provisionTemplateId } = order;
  if (!catalog.regions.some((one) => one.regionId === regionId)) throw unknown('regionId', regionId);
  const domain = catalog.domains.find((one) => one.domainId === domainId && one.regionId === regionId);
  if (!domain) throw unknown('domainId', domainId);
  const firmware = catalog.firmwares.find((one) => one.versionId === versionId);
  if (!firmware?.regionIds.includes(regionId)) throw unknown('versionId', versionId);
  const stranger = customerIds.find((id) => !catalog.customers.some((one) => one.customerId === id));
  if (stranger !== undefined) throw unknown('customerIds', stranger);
  if (
    provisionTemplateId !== undefined &&
    !catalog.templates.some((one) => one.provisioningTemplateId === provisionTemplateId)
  ) {
    throw unknown('provisionTemplateId', provisionTemplateId);
  }
  return domain.domain;
}

/** The order without what is not given, as the rules want it. */
const valuesOf = (order: OrderRequest): Parameters<typeof crossFieldFindings>[0] =>
  Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined));

const invalid = (field: string, why: string): Refusal => new Refusal(INVALID_PARAMETER, `${field}: ${why}`);
const unknown = (field: string, id: number): Refusal => invalid(field, `${id} is not available`);
