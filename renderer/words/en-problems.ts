import { FIELDS, PROBLEMS, type FieldName, type ProblemCode } from '../../app/orders';

type Texts<Prefix extends string, Key extends string> = { [K in Key as `${Prefix}_${K}`]: string };

const prefixed = <Prefix extends string, Key extends string>(
  prefix: Prefix,
  texts: readonly (readonly [Key, string])[],
): Texts<Prefix, Key> =>
  Object.fromEntries(texts.map(([key, text]) => [`${prefix}_${key}`, text])) as Texts<Prefix, Key>;

const problems = (Object.keys(PROBLEMS) as ProblemCode[]).map((code) => [code, PROBLEMS[code]] as const);

/**
 * Sentences and names of problems, and what the fields mean. The orders room has them in English, so they are taken
 * from there; `{value}` and the like are filled in from the problem.
 */
export const problemsEn = {
  ...prefixed(
    'problem',
    problems.map(([code, entry]) => [code, entry.message] as const),
  ),
  ...prefixed(
    'problemTitle',
    problems.map(([code, entry]) => [code, entry.title] as const),
  ),
  ...prefixed<'help', FieldName>(
    'help',
    FIELDS.map((field) => [field.name, field.help] as const),
  ),
  kind_region: 'region',
  kind_domain: 'domain',
  kind_firmware: 'firmware',
  kind_customer: 'customer',
  kind_template: 'provisioning template',
  hintNoCatalog: ': its catalog was never fetched, so only numbers can be used',
  hintKnown: (names: string) => `. Known: ${names}`,
};
