import * as z from 'zod';

const id = z.number().int();

/**
 * What an account may choose from, as the lookups of the YCM API list it. An empty list means "never fetched":
 * ids are then taken as they are.
 */
export const catalogSchema = z.object({
  /** UTC milliseconds; 0: never. */
  fetchedAt: z.number(),
  regions: z.array(z.object({ regionId: id, region: z.string() })),
  domains: z.array(z.object({ regionId: id, domainId: id, domain: z.string() })),
  firmwares: z.array(z.object({ versionId: id, version: z.string(), regionIds: z.array(id) })),
  templates: z.array(z.object({ provisioningTemplateId: id, provisioningTemplateName: z.string() })),
  customers: z.array(
    z.object({
      customerId: id,
      firstName: z.string(),
      lastName: z.string(),
      company: z.string(),
      email: z.string(),
    }),
  ),
});
export type Catalog = z.infer<typeof catalogSchema>;

/** What the built-in sandbox offers; regions as in the guide, the rest as the sample sheets want it. */
export const SANDBOX_CATALOG: Catalog = {
  fetchedAt: 0,
  regions: [
    { regionId: 1, region: 'China(GuangDong)' },
    { regionId: 2, region: 'China(Shanghai)' },
    { regionId: 3, region: 'India(Mumbai)' },
    { regionId: 4, region: 'Asia Pacific(Singapore)' },
  ],
  domains: [
    { regionId: 1, domainId: 1, domain: 'gd.yeastarcloud.com' },
    { regionId: 2, domainId: 2, domain: 'sh.yeastarcloud.com' },
    { regionId: 3, domainId: 3, domain: 'in.yeastarcloud.com' },
    { regionId: 4, domainId: 4, domain: 'test.yeastarcloud.com' },
    { regionId: 4, domainId: 5, domain: 'sg.yeastarcloud.com' },
  ],
  firmwares: [
    { versionId: 701, version: '84.11.0.20', regionIds: [1, 2, 3, 4] },
    { versionId: 764, version: '84.12.0.32', regionIds: [1, 2, 3, 4] },
    { versionId: 812, version: '84.19.0.110', regionIds: [3, 4] },
  ],
  templates: [
    { provisioningTemplateId: 12, provisioningTemplateName: 'Branch office' },
    { provisioningTemplateId: 15, provisioningTemplateName: 'Hotel' },
  ],
  customers: [
    { customerId: 50086182, firstName: 'Ana', lastName: 'Lopez', company: 'Acme', email: 'ana@acme.example' },
    {
      customerId: 50429564,
      firstName: 'Ben',
      lastName: 'Okafor',
      company: 'Northwind Traders',
      email: 'ben@northwind.example',
    },
    {
      customerId: 50430017,
      firstName: 'Chiara',
      lastName: 'Rossi',
      company: 'Harbour Clinics',
      email: 'chiara@harbour.example',
    },
    {
      customerId: 50431120,
      firstName: '伟',
      lastName: '陈',
      company: '厦门测试',
      email: 'chen@xiamen.example',
    },
  ],
};

/** `84.9.0.1` against `84.12.0.32`, part by part: negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] || 0) - (right[at] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
