import { furtherSynonyms } from './further-synonyms';
import { SYNONYMS } from './synonyms';

/** The fields of YCM API, Create a Cloud PBX, in the page's order; `transcriptionCapacity` is from its newer pages. */
export const FIELD_NAMES = [
  'name',
  'plan',
  'extensionCapacity',
  'concurrentCallCapacity',
  'recordingStatus',
  'recordingCapacity',
  'regionId',
  'subDomain',
  'domainId',
  'type',
  'expirationDate',
  'allowRunAfterExpirationDate',
  'versionId',
  'customerIds',
  'upgradeInPbx',
  'im',
  'passwordlessLogin',
  'allowSuperiorPasswordlessLogin',
  'provisioningViaTemplate',
  'provisionTemplateId',
  'transcriptionCapacity',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];
export type FieldKind = 'text' | 'choice' | 'whole' | 'id' | 'ids' | 'date' | 'boolean';
export type LookupName = 'region' | 'domain' | 'firmware' | 'customer' | 'template';

/** All that is known about one field: the one place that the schema, the grid, the template and the docs draw on. */
export type Field = {
  readonly name: FieldName;
  /** What people call it. */
  readonly label: string;
  readonly required: boolean;
  readonly kind: FieldKind;
  readonly choices?: readonly string[];
  /** Which list of the catalog its ids come from. */
  readonly lookup?: LookupName;
  /** Other headers it is known by, in fourteen languages. */
  readonly synonyms: readonly string[];
  readonly help: string;
  readonly example: string;
  readonly min?: number;
  readonly max?: number;
};

export const PLANS = ['Enterprise Plan', 'Ultimate Plan'] as const;
export const TYPES = ['Trial', 'Commercial'] as const;
export const SWITCH = ['Enabled', 'Disabled'] as const;

/** Product pages of the P-Series Cloud Edition: at most 500 extensions a PBX. */
export const MAX_EXTENSIONS = 500;
/** Product pages: recording minutes every PBX has for nothing; only what is above counts against the account. */
export const FREE_RECORDING_MINUTES = 500;

type Facts = Omit<Field, 'name' | 'synonyms'>;
const onOff = (label: string, help: string, required = true): Facts => ({
  label,
  required,
  kind: 'choice',
  choices: SWITCH,
  help,
  example: 'Enabled',
});

const FACTS: Record<FieldName, Facts> = {
  name: {
    label: 'PBX name',
    required: true,
    kind: 'text',
    help: 'The name the PBX is shown by.',
    example: 'Acme Branch 1',
  },
  plan: {
    label: 'Plan',
    required: true,
    kind: 'choice',
    choices: PLANS,
    help: 'The subscription plan: Enterprise Plan or Ultimate Plan.',
    example: 'Enterprise Plan',
  },
  extensionCapacity: {
    label: 'Extensions',
    required: true,
    kind: 'whole',
    min: 1,
    max: MAX_EXTENSIONS,
    help: `How many extensions, 1 to ${MAX_EXTENSIONS}.`,
    example: '20',
  },
  concurrentCallCapacity: {
    label: 'Concurrent calls',
    required: true,
    kind: 'whole',
    min: 1,
    help: 'How many calls at the same time.',
    example: '10',
  },
  recordingStatus: onOff('Call recording', 'Whether calls can be recorded.'),
  recordingCapacity: {
    label: 'Recording minutes',
    required: true,
    kind: 'whole',
    min: 0,
    help: `Minutes of recordings kept; ${FREE_RECORDING_MINUTES} are free, 0 when recording is disabled. It can't be reduced later.`,
    example: '500',
  },
  regionId: {
    label: 'Region',
    required: true,
    kind: 'id',
    lookup: 'region',
    help: 'Where the PBX runs: the name of a region or its number.',
    example: 'Asia Pacific(Singapore)',
  },
  subDomain: {
    label: 'Sub-domain',
    required: true,
    kind: 'text',
    help: 'The first part of the PBX’s address: letters, digits and hyphens.',
    example: 'acme-1',
  },
  domainId: {
    label: 'Domain',
    required: true,
    kind: 'id',
    lookup: 'domain',
    help: 'The second part of the address: a domain of the region, by name or number.',
    example: 'test.yeastarcloud.com',
  },
  type: {
    label: 'Trial or commercial',
    required: true,
    kind: 'choice',
    choices: TYPES,
    help: 'Trial or Commercial.',
    example: 'Commercial',
  },
  expirationDate: {
    label: 'Expiry date',
    required: false,
    kind: 'date',
    help: 'The day the plan ends; a day without a time means the end of that day.',
    example: '2027-12-31',
  },
  allowRunAfterExpirationDate: {
    label: 'Keep running after expiry',
    required: false,
    kind: 'boolean',
    choices: ['Yes', 'No'],
    help: 'Needed when there is an expiry date: whether the PBX goes on running after it.',
    example: 'Yes',
  },
  versionId: {
    label: 'Firmware',
    required: true,
    kind: 'id',
    lookup: 'firmware',
    help: 'The firmware, by version or number; it must be available in the region.',
    example: '84.12.0.32',
  },
  customerIds: {
    label: 'Customers',
    required: true,
    kind: 'ids',
    lookup: 'customer',
    help: 'The customers the PBX belongs to: ids, names, companies or e-mail addresses, separated by commas.',
    example: '50086182',
  },
  upgradeInPbx: onOff(
    'Firmware upgrade by the PBX admin',
    'Whether the PBX’s administrator may upgrade the firmware.',
  ),
  im: onOff('Internal chat', 'Instant messaging; needs firmware 84.12.0.32 or later.'),
  passwordlessLogin: onOff(
    'Passwordless login',
    'Whether the PBX can be opened from YCM without a password.',
  ),
  allowSuperiorPasswordlessLogin: onOff(
    'Passwordless login for the superior',
    'The same for the superior account; takes effect only with passwordless login enabled.',
  ),
  provisioningViaTemplate: onOff(
    'Provisioning by template',
    'Whether a provisioning template is applied.',
    false,
  ),
  provisionTemplateId: {
    label: 'Provisioning template',
    required: false,
    kind: 'id',
    lookup: 'template',
    help: 'Which template, by name or number; needed when provisioning by template is enabled.',
    example: '12',
  },
  transcriptionCapacity: {
    label: 'Transcription minutes',
    required: false,
    kind: 'whole',
    min: 0,
    help: 'AI transcription minutes on top of the plan’s own; needs firmware 84.19.0.110 or later.',
    example: '0',
  },
};

export const FIELDS: readonly Field[] = FIELD_NAMES.map((name) => ({
  name,
  synonyms: [...SYNONYMS[name], ...furtherSynonyms(name)],
  ...FACTS[name],
}));

const BY_NAME = new Map<string, Field>(FIELDS.map((field) => [field.name, field]));

/** The field of that name. */
export function fieldOf(name: FieldName): Field {
  const field = BY_NAME.get(name);
  if (!field) throw new RangeError(`No field ${name}`);
  return field;
}

export const isFieldName = (text: string): text is FieldName => BY_NAME.has(text);

/** The five columns a result adds. */
export const RESULT_FIELDS = ['status', 'cloudPbxId', 'requestId', 'error', 'processedAt'] as const;
export type ResultField = (typeof RESULT_FIELDS)[number];
export const isResultField = (text: string): text is ResultField =>
  RESULT_FIELDS.some((name) => name === text);
