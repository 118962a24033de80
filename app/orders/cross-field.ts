import { compareVersions, type Catalog } from './catalog';
import type { FieldName } from './fields';
import type { Finding } from './problems';
import type { Value } from './read-field';

export type Values = { [Field in FieldName]?: Value | undefined };
export type CrossFinding = Finding & { field: FieldName };

/** The only fields that rules between fields may look at: a row in which none of these changed need not be asked again. */
export const CROSS_FIELDS = [
  'recordingStatus',
  'recordingCapacity',
  'regionId',
  'domainId',
  'expirationDate',
  'allowRunAfterExpirationDate',
  'versionId',
  'im',
  'passwordlessLogin',
  'allowSuperiorPasswordlessLogin',
  'provisioningViaTemplate',
  'provisionTemplateId',
  'transcriptionCapacity',
] as const satisfies readonly FieldName[];
type CrossField = (typeof CROSS_FIELDS)[number];
type CrossValues = Pick<Values, CrossField>;

/** YCM API, Create a Cloud PBX, `im` and `transcriptionCapacity`: the oldest firmware each works with. */
const IM_FIRMWARE = '84.12.0.32';
const TRANSCRIPTION_FIRMWARE = '84.19.0.110';

type Firmware = {
  version: string;
  regions: readonly number[];
  /** New enough for internal chat, for transcription. */
  im: boolean;
  transcription: boolean;
};

/** What a catalog says about regions, domains and firmwares, ready to be asked for each row. */
export type CatalogFacts = {
  regionName(id: number): string;
  domain(id: number): { name: string; regions: readonly number[] } | undefined;
  firmware(id: number): Firmware | undefined;
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
    catalog.firmwares.map(({ versionId, version, regionIds }): [number, Firmware] => [
      versionId,
      {
        version,
        regions: regionIds,
        im: compareVersions(version, IM_FIRMWARE) >= 0,
        transcription: compareVersions(version, TRANSCRIPTION_FIRMWARE) >= 0,
      },
    ]),
  );
  return {
    regionName: (id) => regions.get(id) ?? String(id),
    domain: (id) => domains.get(id),
    firmware: (id) => firmwares.get(id),
  };
}

/** What the sheet holds, readable or not. */
export type SheetFacts = { hasColumn(field: CrossField): boolean; given(field: CrossField): boolean };

/** Rules between the fields of one order, whichever of its fields could be read. Source: YCM API, Create a Cloud PBX. */
export function crossFieldFindings(
  values: CrossValues,
  facts: CatalogFacts,
  sheet: SheetFacts,
): CrossFinding[] {
  const found: CrossFinding[] = [];
  recording(values, found);
  expiry(sheet, found);
  passwordless(values, found);
  template(values, sheet, found);
  places(values, facts, found);
  firmware(values, facts, found);
  return found;
}

function recording({ recordingStatus, recordingCapacity }: CrossValues, found: CrossFinding[]): void {
  const field = 'recordingCapacity';
  if (recordingStatus === 'Enabled' && recordingCapacity === 0) {
    const repair = { field: 'recordingStatus', value: 'Disabled', safe: false } as const;
    found.push({ field, code: 'recording-zero', repair });
  } else if (
    recordingStatus === 'Disabled' &&
    typeof recordingCapacity === 'number' &&
    recordingCapacity > 0
  ) {
    const params = { value: recordingCapacity };
    found.push({ field, code: 'recording-minutes', params, repair: { value: '0', safe: false } });
  }
}

function expiry(sheet: SheetFacts, found: CrossFinding[]): void {
  const field = 'allowRunAfterExpirationDate';
  const idle = sheet.given(field);
  if (sheet.given('expirationDate') !== idle)
    found.push({ field, code: idle ? 'after-expiry-idle' : 'after-expiry-missing' });
}

function passwordless(values: CrossValues, found: CrossFinding[]): void {
  const field = 'allowSuperiorPasswordlessLogin';
  if (values[field] !== 'Enabled' || values.passwordlessLogin !== 'Disabled') return;
  found.push({ field, code: 'superior-without-passwordless', repair: { value: 'Disabled', safe: true } });
}

function template(
  { provisioningViaTemplate: via }: CrossValues,
  sheet: SheetFacts,
  found: CrossFinding[],
): void {
  const field = 'provisionTemplateId';
  if (via === 'Enabled') {
    if (!sheet.given(field)) found.push({ field, code: 'template-missing' });
    return;
  }
  // A sheet with a template column alone means: use that template. An unreadable switch has its own problem.
  if (!sheet.hasColumn('provisioningViaTemplate') || !sheet.given(field)) return;
  if (via === undefined && sheet.given('provisioningViaTemplate')) return;
  found.push({ field, code: 'template-unused' });
}

function places(
  { regionId, domainId, versionId }: CrossValues,
  facts: CatalogFacts,
  found: CrossFinding[],
): void {
  if (typeof regionId !== 'number') return;
  const domain = typeof domainId === 'number' ? facts.domain(domainId) : undefined;
  if (domain && !domain.regions.includes(regionId)) {
    const params = { domain: domain.name, region: facts.regionName(regionId) };
    found.push({ field: 'domainId', code: 'domain-region', params });
  }
  const known = typeof versionId === 'number' ? facts.firmware(versionId) : undefined;
  if (known && !known.regions.includes(regionId)) {
    const params = { version: known.version, region: facts.regionName(regionId) };
    found.push({ field: 'versionId', code: 'firmware-region', params });
  }
}

function firmware(
  { versionId, im, transcriptionCapacity }: CrossValues,
  facts: CatalogFacts,
  found: CrossFinding[],
): void {
  const known = typeof versionId === 'number' ? facts.firmware(versionId) : undefined;
  if (!known) return;
  const { version } = known;
  if (im === 'Enabled' && !known.im) {
    found.push({ field: 'im', code: 'im-firmware', params: { min: IM_FIRMWARE, version } });
  }
  if (typeof transcriptionCapacity === 'number' && transcriptionCapacity > 0 && !known.transcription) {
    const params = { min: TRANSCRIPTION_FIRMWARE, version };
    found.push({ field: 'transcriptionCapacity', code: 'transcription-firmware', params });
  }
}
