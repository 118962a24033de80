/** Forms of a counted phrase; `#` stands for the number. A language uses those its plural rules know. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Numbers in running text, as the language writes them. */
export function counting(language: string): {
  n: (value: number) => string;
  plural: (value: number, forms: Forms) => string;
} {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const n = (value: number): string => numbers.format(value);
  return {
    n,
    plural: (value, forms) => (forms[rules.select(value)] ?? forms.other).replace('#', n(value)),
  };
}
