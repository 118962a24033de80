import {
  columnLetter,
  compareVersions,
  EXAMPLE_NAME,
  FIELDS,
  type Catalog,
  type Field,
  type FieldName,
  PLACEHOLDER_WORDS,
} from '../orders';
import type { FormColumn } from '../sheets';
import { catalogNames, optionsOf, type CatalogNames } from './catalog-options';

/** YCM API, Create a Cloud PBX, `im` and `transcriptionCapacity`: the oldest firmware each works with. */
const IM_FIRMWARE = '84.12.0.32';
const TRANSCRIPTION_FIRMWARE = '84.19.0.110';
/** Excel's limit for a formula in a validation. */
const RULE_CHARACTERS = 200;

/** The form's fields: a template alone says that it is to be used, so the switch for it is not asked for. */
export const FORM_FIELDS: readonly Field[] = FIELDS.filter(
  (field) => field.name !== 'provisioningViaTemplate',
);

type By = { by?: NonNullable<NonNullable<FormColumn['choices']>['by']> };
type Account = { catalog: Catalog; nameOf: CatalogNames };
type Places = { at(field: FieldName): number; cell(field: FieldName): string };

/** The columns of an order form for one account, the first of them at `offset` (0-based). Names, not numbers, wherever the catalog has them. */
export function formColumns(
  catalog: Catalog,
  fields: readonly Field[] = FORM_FIELDS,
  offset = 0,
): FormColumn[] {
  const at = (field: FieldName): number => offset + fields.findIndex((one) => one.name === field);
  const account = { catalog, nameOf: catalogNames(catalog) };
  const places: Places = { at, cell: (field) => `$${columnLetter(at(field))}2` };
  return fields.map((field) => {
    const { label, required, help, example } = field;
    const note = `${help}${required ? '' : ' May be left empty.'} Example: ${exampleOf(field, account) || example}`;
    return { heading: label, note, required, ...rulesOf(field, account, places) };
  });
}

/** A whole order as an example, cell by cell. Its name keeps it from being bought when it was left in the form. */
export function exampleRow(catalog: Catalog): { text: string }[] {
  const account = { catalog, nameOf: catalogNames(catalog) };
  return FORM_FIELDS.map((field) => ({
    text: field.name === 'name' ? EXAMPLE_NAME : exampleOf(field, account),
  }));
}

/** What a field's cell could hold, as an example row shows it. */
function exampleOf(field: Field, { catalog, nameOf }: Account): string {
  if (!field.lookup) return field.kind === 'boolean' ? 'Yes' : field.example;
  const region = catalog.regions.at(-1);
  const ofRegion = <T extends { regionId: number }>(list: readonly T[]): T | undefined =>
    list.find((one) => one.regionId === region?.regionId);
  switch (field.lookup) {
    case 'region':
      return region ? nameOf('region', region.regionId) : field.example;
    case 'domain': {
      const domain = ofRegion(catalog.domains);
      return domain ? nameOf('domain', domain.domainId, domain.regionId) : field.example;
    }
    case 'firmware': {
      const offered = catalog.firmwares.filter((one) => region && one.regionIds.includes(region.regionId));
      const newest = [...offered].sort((a, b) => compareVersions(b.version, a.version))[0];
      return newest ? nameOf('firmware', newest.versionId) : field.example;
    }
    case 'customer': {
      const [customer] = catalog.customers;
      return customer ? nameOf('customer', customer.customerId) : field.example;
    }
    case 'template':
      return '';
  }
}

function rulesOf(
  field: Field,
  account: Account,
  { at, cell }: Places,
): Pick<FormColumn, 'choices' | 'check'> {
  const { name, kind, choices, lookup, help, min, max } = field;
  const { catalog, nameOf } = account;
  const own = cell(name);
  if (name === 'im')
    return { choices: { values: choices ?? [], strict: true, ...imByFirmware(account, at('versionId')) } };
  if (choices) return { choices: { values: choices, strict: true } };
  if (lookup) {
    const values = optionsOf(catalog, lookup).map((one) => nameOf(lookup, one.id));
    // Several customers may be typed into one cell; of everything else there is one.
    if (values.length > 0)
      return { choices: { values, strict: kind === 'id', ...byRegion(account, lookup, at('regionId')) } };
    return kind === 'id' ? { check: { kind: 'whole', min: 1, message: `${help} Type its number.` } } : {};
  }
  const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  switch (name) {
    case 'subDomain':
      return {
        check: { kind: 'text', message: SUB_DOMAIN_WORDS, rule: subDomainRule(own, cell('domainId')) },
      };
    case 'recordingCapacity': {
      const status = cell('recordingStatus');
      const rule = `OR(AND(${status}="Enabled",${own}>0),AND(${status}="Disabled",${own}=0))`;
      return { check: { kind: 'whole', ...limits, message: RECORDING_WORDS, rule } };
    }
    case 'transcriptionCapacity':
      return {
        check: {
          kind: 'whole',
          ...limits,
          message: TRANSCRIPTION_WORDS,
          ...newFirmware(account, own, cell('versionId')),
        },
      };
    default:
      if (kind === 'whole') return { check: { kind, ...limits, message: help } };
      return kind === 'date' ? { check: { kind, future: true, message: DATE_WORDS } } : {};
  }
}

const SUB_DOMAIN_WORDS =
  'Only letters, digits and hyphens, at most 63, no address twice, and nothing like TBD.';
const RECORDING_WORDS = 'Whole minutes: more than 0 when call recording is Enabled, 0 when it is Disabled.';
const TRANSCRIPTION_WORDS = `Whole minutes; more than 0 only with firmware ${TRANSCRIPTION_FIRMWARE} or later.`;
const DATE_WORDS = 'A day after today, such as 2027-12-31.';

/** Every character is one a sub-domain may have, it is no placeholder, and no other row has the same address. */
function subDomainRule(own: string, domain: string): string {
  const letter = `MID(LOWER(${own}),ROW(INDIRECT("1:"&LEN(${own}))),1)`;
  const allowed = `SUMPRODUCT(--ISERROR(FIND(${letter},"abcdefghijklmnopqrstuvwxyz0123456789-")))=0`;
  const column = (cell: string): string => cell.replace(/^\$([A-Z]+)2$/, '$$$1:$$$1');
  const known = `SUBSTITUTE(${own},"-","")<>"",ISERR(SEARCH(" "&${own}&" "," ${PLACEHOLDER_WORDS.join(' ')} "))`;
  return `LEN(${own})<64,${allowed},${known},COUNTIFS(${column(own)},${own},${column(domain)},${domain})<2`;
}

/** Domains and firmwares of the row's region only. */
function byRegion({ catalog, nameOf }: Account, lookup: Field['lookup'], column: number): By {
  if (lookup !== 'domain' && lookup !== 'firmware') return {};
  const values = new Map<string, string[]>();
  for (const { regionId } of catalog.regions) {
    const ids =
      lookup === 'domain'
        ? catalog.domains.filter((one) => one.regionId === regionId).map((one) => one.domainId)
        : catalog.firmwares.filter((one) => one.regionIds.includes(regionId)).map((one) => one.versionId);
    values.set(
      nameOf('region', regionId),
      ids.map((id) => nameOf(lookup, id, regionId)),
    );
  }
  return values.size > 0 ? { by: { column, values } } : {};
}

/** Chat can be enabled only with a firmware that knows it. */
function imByFirmware({ catalog, nameOf }: Account, column: number): By {
  if (catalog.firmwares.length === 0) return {};
  const values = catalog.firmwares.map(({ versionId, version }) => {
    const able = compareVersions(version, IM_FIRMWARE) >= 0;
    return [nameOf('firmware', versionId), able ? ['Enabled', 'Disabled'] : ['Disabled']] as const;
  });
  return { by: { column, values: new Map(values) } };
}

function newFirmware({ catalog, nameOf }: Account, own: string, firmware: string): { rule?: string } {
  if (catalog.firmwares.length === 0) return {};
  const able = catalog.firmwares.filter((one) => compareVersions(one.version, TRANSCRIPTION_FIRMWARE) >= 0);
  const same = able.map((one) => `${firmware}="${nameOf('firmware', one.versionId)}"`);
  const rule = `OR(${[`${own}=0`, ...same].join(',')})`;
  return rule.length <= RULE_CHARACTERS ? { rule } : {};
}
