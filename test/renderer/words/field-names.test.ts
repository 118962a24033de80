import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../app/orders';
import { fieldWord } from '../../../renderer/words/fields';
import { CATALOGUES } from './catalogues';

/** As headings are compared: letters and digits only, without accents. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('what the window calls a field', () => {
  it.each(CATALOGUES)('in %s is a heading that sheets may have', (_language, words) => {
    const unknown = FIELDS.map((field) => ({ field, word: fieldWord(words, field.name) })).filter(
      ({ field, word }) => ![field.label, ...field.synonyms].some((known) => folded(known) === folded(word)),
    );
    expect(unknown.map(({ field, word }) => `${field.name}: ${word}`)).toEqual([]);
  });

  it.each(CATALOGUES)('in %s tells the fields apart', (_language, words) => {
    const names = FIELDS.map((field) => fieldWord(words, field.name));
    expect(new Set(names).size).toBe(names.length);
  });
});
