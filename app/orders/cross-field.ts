import { compareVersions, type Catalog } from './catalog';
import type { FieldName } from './fields';
import type { Finding } from './problems';
import type { Value } from './read-field';

export type Values = Partial<Record<FieldName, Value>>;
export type CrossFinding = Finding & { field: FieldName };

/** YCM API, Create a Cloud PBX, `im` and `transcriptionCapacity`: the oldest firmware each works with. */
const IM_FIRMWARE = '84.12.0.32';
const TRANSCRIPTION_FIRMWARE = '84.19.0.110';

/** What a catalog says about regions, domains and firmwares, ready to be asked for each row. */
export type CatalogFacts = {
  regionName(id: number): string;
  domain(id: number): { name: string; regions: readonly number[] } | undefined;
  firmware(id: number): { version: string; regions: readonly number[] } | undefined;
};

export function catalogFacts(catalog: Catalog): CatalogFacts {
  const regions = new Map(catalog.regions.map((one) => [one.regionId, one.region]));
  const domains = new Map<number, { name: string; regions: number[] }>();
  for (const { domainId, domain, regionId } of catalog.domains) {
    const known = domains.get(domainId);
    if (known) known.regions.push(regionId);
    else domains.set(domainId, { name: domain, regions: [regionId] });
  }
  const firmwares = new Map(
    catalog.firmwares.map((one) => [one.versionId, { version: one.version, regions: one.regionIds }]),
  );
  return {
    regionName: (id) => regions.get(id) ?? String(id),
    domain: (id) => domains.get(id),
    firmware: (id) => firmwares.get(id),
  };
}

/** What the sheet holds, readable or not. */
export type SheetFacts = { hasColumn(field: FieldName): boolean; given(field: FieldName): boolean };

/** Rules between the fields of one order, whichever of its fields could be read. Source: YCM API, Create a Cloud PBX. */
export function crossFieldFindings(values: Values, facts: CatalogFacts, sheet: SheetFacts): CrossFinding[] {
  return [
    ...recording(values),
    ...expiry(sheet),
    ...passwordless(values),
    ...template(values, sheet),
    ...places(values, facts),
    ...firmware(values, facts),
  ];
}

function recording({ recordingStatus, recordingCapacity }: Values): CrossFinding[] {
  if (recordingStatus === 'Enabled' && recordingCapacity === 0) {
    return [
      {
        field: 'recordingCapacity',
        code: 'recording-zero',
        repair: { field: 'recordingStatus', value: 'Disabled', safe: false },
      },
    ];
  }
  if (recordingStatus === 'Disabled' && typeof recordingCapacity === 'number' && recordingCapacity > 0) {
    return [
      {
        field: 'recordingCapacity',
        code: 'recording-minutes',
        params: { value: recordingCapacity },
        repair: { value: '0', safe: false },
      },
    ];
  }
  return [];
}

function expiry({ given }: SheetFacts): CrossFinding[] {
  const field = 'allowRunAfterExpirationDate';
  if (given('expirationDate') === given(field)) return [];
  return [{ field, code: given(field) ? 'after-expiry-idle' : 'after-expiry-missing' }];
}

function passwordless({
  passwordlessLogin,
  allowSuperiorPasswordlessLogin: superior,
}: Values): CrossFinding[] {
  if (superior !== 'Enabled' || passwordlessLogin !== 'Disabled') return [];
  return [
    {
      field: 'allowSuperiorPasswordlessLogin',
      code: 'superior-without-passwordless',
      repair: { value: 'Disabled', safe: true },
    },
  ];
}

function template(
  { provisioningViaTemplate: via }: Values,
  { given, hasColumn }: SheetFacts,
): CrossFinding[] {
  const field = 'provisionTemplateId';
  if (via === 'Enabled') return given(field) ? [] : [{ field, code: 'template-missing' }];
  // A sheet with a template column alone means: use that template. An unreadable switch has its own problem.
  if (
    !given(field) ||
    !hasColumn('provisioningViaTemplate') ||
    (given('provisioningViaTemplate') && via === undefined)
  )
    return [];
  return [{ field, code: 'template-unused' }];
}

function places({ regionId, domainId, versionId }: Values, facts: CatalogFacts): CrossFinding[] {
  if (typeof regionId !== 'number') return [];
  const findings: CrossFinding[] = [];
  const region = facts.regionName(regionId);
  const domain = typeof domainId === 'number' ? facts.domain(domainId) : undefined;
  if (domain && !domain.regions.includes(regionId)) {
    findings.push({ field: 'domainId', code: 'domain-region', params: { domain: domain.name, region } });
  }
  const firmware = typeof versionId === 'number' ? facts.firmware(versionId) : undefined;
  if (firmware && !firmware.regions.includes(regionId)) {
    findings.push({
      field: 'versionId',
      code: 'firmware-region',
      params: { version: firmware.version, region },
    });
  }
  return findings;
}

function firmware({ versionId, im, transcriptionCapacity }: Values, facts: CatalogFacts): CrossFinding[] {
  const known = typeof versionId === 'number' ? facts.firmware(versionId) : undefined;
  if (!known) return [];
  const { version } = known;
  const findings: CrossFinding[] = [];
  if (im === 'Enabled' && compareVersions(version, IM_FIRMWARE) < 0) {
    findings.push({ field: 'im', code: 'im-firmware', params: { min: IM_FIRMWARE, version } });
  }
  if (
    typeof transcriptionCapacity === 'number' &&
    transcriptionCapacity > 0 &&
    compareVersions(version, TRANSCRIPTION_FIRMWARE) < 0
  ) {
    findings.push({
      field: 'transcriptionCapacity',
      code: 'transcription-firmware',
      params: { min: TRANSCRIPTION_FIRMWARE, version },
    });
  }
  return findings;
}
